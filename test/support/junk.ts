/** What no route should be sent, made the same from the same seed. */

type Schema = Readonly<{ $ref?: string; type?: string; format?: string; enum?: unknown[]; properties?: Record<string, Schema>; items?: Schema; oneOf?: Schema[]; allOf?: Schema[] }>;
export type Schemas = Readonly<Record<string, Schema>>;

export interface Junk {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const LONG = '9'.repeat(400);
/** Text as it stands in JSON: what a program's own writer of JSON would never write. */
const RAW: readonly string[] = ['1e400', '-1e-400', LONG, `0.${LONG}`, '-0', '"\\ud800"', '"\\udc00\\ud800"', '{"__proto__":{"admin":true,"roles":["administrator"]}}', '{"constructor":{"prototype":{"admin":true}}}', '{"a":1,"a":2}', `${'['.repeat(500)}${']'.repeat(500)}`, `${'{"a":'.repeat(500)}0${'}'.repeat(500)}`];
const TEXTS: readonly string[] = [
  ...['', ' ', 'x', '\u0000', 'a\u0000b', '\ud800', '\ufeff', '\u202e gnp.exe', '\u200b\u200b', 'e\u0301'.repeat(300), '👩‍👩‍👧‍👦'.repeat(40), '﷽', '\r\nset-cookie: a=b', '0', 'null', 'true', 'NaN', 'Infinity'],
  ...["'; DROP TABLE entry; --", "' OR '1'='1", '../../etc/passwd', '..\\..\\windows\\win.ini', '/dev/zero', 'CON', 'file:///etc/passwd', 'http://127.0.0.1:1/', 'http://169.254.169.254/latest', '%', '%00', '%s%n', '${7*7}', '{{7*7}}', '<script>alert(1)</script>', '"><svg onload=alert(1)>', '=1+1', '=HYPERLINK("http://example.org")', '@SUM(A1)', '+1', '-1'],
  ...['2027-13-45', '0000-00-00', '9999-12-31T23:59:60Z', '-271821-04-20', '2027-02-30', '24:00', 'P1000000Y', 'x'.repeat(5000), '长'.repeat(5000), 'x'.repeat(300_000), 'constructor', '__proto__', 'toString', 'hasOwnProperty'],
];
const VALUES: readonly unknown[] = [null, [], {}, 0, -1, 1, 0.1, 1e308, -1e308, 2 ** 31, 2 ** 53, true, false, [null], [[]], [{}], { '': 1 }, { a: '\u0000' }, { $ne: 1 }, { toString: 1 }, Array.from({ length: 3000 }, (_, n) => n)];
const MARK = '\uf8ffraw';

export class JunkMaker {
  constructor(
    private seed: number,
    private readonly schemas: Schemas,
    /** Ids of things that are there. */
    private readonly ids: readonly string[],
  ) {}

  chance(): number {
    this.seed = (Math.imul(this.seed, 1664525) + 1013904223) >>> 0;
    return this.seed / 2 ** 32;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.chance() * list.length)]!;
  }

  text(): string {
    return this.pick(TEXTS);
  }

  /** A body for a schema, with junk in some of its places; now and then no body of that kind at all. */
  body(schema: Schema | undefined, example: unknown): Junk {
    const json = { 'content-type': 'application/json' };
    const at = this.chance();
    if (at < 0.03) return { headers: json, body: this.pick(['', '{', '{"a":}', 'null', '[]', '"x"', '\u0000', '{"a":1}}', "{'a':1}", `{"a":"${'x'.repeat(2_000_000)}"}`, ...RAW]) };
    if (at < 0.05) return { headers: { 'content-type': this.pick(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', 'x']) }, body: this.text() };
    const made = at < 0.5 && example !== undefined ? this.spoiled(example) : this.made(schema, 0);
    return { headers: json, body: JSON.stringify(made)?.replace(/"\uf8ffraw(\d+)"/g, (_, n: string) => RAW[Number(n)]!) ?? 'null' };
  }

  private junk(): unknown {
    const at = this.chance();
    if (at < 0.5) return this.text();
    return at < 0.85 ? this.pick(VALUES) : `${MARK}${Math.floor(this.chance() * RAW.length)}`;
  }

  /** An example that the route takes, with one or a few of its places spoiled. */
  private spoiled(value: unknown): unknown {
    if (this.chance() < 0.12) return this.junk();
    if (Array.isArray(value)) return value.map((item) => this.spoiled(item));
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).filter(() => this.chance() < 0.95).map(([key, item]) => [this.chance() < 0.02 ? this.text() : key, this.spoiled(item)]));
    return typeof value === 'string' && /^[0-9a-f]{8}-/.test(value) ? this.pick(this.ids) : value;
  }

  private made(schema: Schema | undefined, depth: number): unknown {
    if (schema === undefined || depth > 6 || this.chance() < 0.2) return this.junk();
    const { $ref, oneOf, allOf, enum: choices, type, format, items, properties } = schema;
    if ($ref !== undefined) return this.made(this.schemas[$ref.split('/').at(-1)!], depth + 1);
    if (oneOf ?? allOf) return this.made(this.pick((oneOf ?? allOf)!), depth + 1);
    if (choices) return this.pick(choices);
    if (type === 'array') return Array.from({ length: Math.floor(this.chance() * 4) }, () => this.made(items, depth + 1));
    if (properties) return Object.fromEntries(Object.entries(properties).filter(() => this.chance() < 0.85).map(([key, of]) => [key, this.made(of, depth + 1)]));
    if (format === 'uuid') return this.pick(this.ids);
    if (format === 'date-time') return '2027-01-01T00:00:00Z';
    if (format === 'date') return '2027-01-01';
    if (format === 'email') return 'someone@test.example';
    if (type === 'integer' || type === 'number') return Math.floor(5 * this.chance());
    if (type === 'boolean') return this.chance() < 0.5;
    return type === 'object' ? { a: this.junk(), 'k-1': 1 } : this.chance() < 0.3 ? this.pick(this.ids) : '文字';
  }
}
