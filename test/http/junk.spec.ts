import { apiDocument } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { CALL, ELIGIBLE } from '../support/chain.js';
import { FORM } from '../support/form.js';
import { startTestService, type TestService } from '../support/service.js';

const TRIES = 8;
const ABSENT = '01900000-0000-7000-8000-000000000000';
const JUNK: readonly unknown[] = [null, [], {}, 'x', 0, true, '\u0000', { a: '\u0000' }, '\ud800', -1, 1e308, 0.1, '2027-13-45', 'x'.repeat(5000), [null], [[]], [{}], ABSENT, "'; DROP TABLE entry; --", '../../etc/passwd', '%', '=1+1'];

interface Schema {
  readonly properties?: Record<string, { type?: string; format?: string; enum?: unknown[] }>;
}

/** A number from 0 to 1 that is the same in every run. */
let seed = 11;
const chance = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;

describe('junk in every field of every route', () => {
  let service: TestService;
  let office: Visitor;
  let ids: Record<string, string>;

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    const contest = (await office.post('/contests', { name: '大赛', edition: 1 })).id;
    const call = (await office.post(`/contests/${contest}/calls`, { ...CALL, form: FORM })).id;
    await office.post(`/calls/${call}/publish`);
    const { id: entry, project } = await office.post<{ id: string; project: string }>(`/calls/${call}/entries`, { title: '题', abstract: '摘要', facts: ELIGIBLE });
    const judge = (await office.post('/judges', { name: '示例评委', email: 'judge@test.example', fields: ['新材料'] })).id;
    const invitation = (await office.post(`/calls/${call}/judges`, { judge: office.id })).id;
    ids = { contest, call, entry, project, judge, invitation, person: office.id };
  });
  afterAll(() => service.stop());

  it('is answered with what is wrong, and never with a fault', async () => {
    const { paths, components } = apiDocument(service.app);
    const faults: string[] = [];
    let requests = 0;
    for (const [path, operations] of Object.entries(paths))
      for (const [method, operation] of Object.entries(operations as Record<string, { requestBody?: { content?: Record<string, { schema?: { $ref?: string } }> } }>)) {
        // Signing in is better-auth's; suspending or stripping the only administrator would end the test.
        if (/suspend|forget|\{role\}/.test(path)) continue;
        const name = operation.requestBody?.content?.['application/json']?.schema?.$ref?.split('/').at(-1);
        const schema = name === undefined ? undefined : (components?.schemas?.[name] as Schema | undefined);
        for (let n = 0; n < TRIES; n++) {
          const address = path.replace(/\{(\w+)\}/g, (_, key: string) => (n % 4 === 3 ? encodeURIComponent(String(pick(['x', '\u0000', '%', '..', '1.2', ABSENT]))) : (ids[key] ?? ABSENT)));
          const query = method === 'get' && n % 2 ? `?limit=${pick(['0', 'x', '-1', '3'])}&after=${pick(['x', ABSENT, '%00'])}&state=${pick(['draft', '%00'])}` : '';
          const body = method === 'get' ? undefined : JSON.stringify(bodyOf(schema));
          const answer = await office.raw(method.toUpperCase(), address + query, { 'content-type': 'application/json' }, body);
          requests++;
          if (answer.status >= 500) faults.push(`${method} ${address}${query} ${answer.status} ${body?.slice(0, 300)}`);
          // A stream would go on for ever.
          if (answer.headers.get('content-type')?.startsWith('text/event-stream')) await answer.body?.cancel();
          else await answer.arrayBuffer();
        }
      }
    expect(faults).toEqual([]);
    expect(requests).toBeGreaterThan(1000);
  }, 300_000);

  it('is not what the document gives as examples: each route takes its own', async () => {
    const { paths } = apiDocument(service.app);
    const refused: string[] = [];
    let examples = 0;
    for (const [path, operations] of Object.entries(paths))
      for (const [method, operation] of Object.entries(operations as Record<string, { requestBody?: { content?: Record<string, { example?: unknown }> } }>)) {
        const example = operation.requestBody?.content?.['application/json']?.example;
        if (example === undefined) continue;
        examples++;
        // A thing that is not there is looked for after the body was checked.
        const answer = await office.raw(method.toUpperCase(), path.replace(/\{\w+\}/g, ABSENT), { 'content-type': 'application/json' }, JSON.stringify(example));
        const { code, errors } = (await answer.json().catch(() => ({}))) as { code?: string; errors?: unknown };
        if (code === 'request:invalid') refused.push(`${method} ${path} ${JSON.stringify(errors)}`);
      }
    expect(refused).toEqual([]);
    expect(examples).toBeGreaterThan(280);
  });

  function bodyOf(schema: Schema | undefined): object {
    const fields = Object.entries(schema?.properties ?? {}).filter(() => chance() < 0.85);
    return Object.fromEntries(fields.map(([name, { type, format, enum: choices }]) => [name, chance() < 0.4 ? pick(JUNK) : likely(type, format, choices)]));
  }

  function likely(type: string | undefined, format: string | undefined, choices: unknown[] | undefined): unknown {
    if (choices) return pick(choices);
    if (format === 'uuid') return pick(Object.values(ids));
    if (format === 'date-time') return '2027-01-01T00:00:00Z';
    if (format === 'date') return '2027-01-01';
    if (format === 'email') return 'someone@test.example';
    if (type === 'integer' || type === 'number') return Math.floor(5 * chance());
    if (type === 'boolean') return chance() < 0.5;
    if (type === 'array') return [pick(JUNK)];
    return type === 'object' ? { a: pick(JUNK), 'k-1': 1 } : '文字';
  }
});
