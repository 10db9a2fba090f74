/** A part of a JSON schema, as far as examples need it. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
}

const FORMATS: Readonly<Record<string, string>> = { uuid: '01900000-0000-7000-8000-000000000001', date: '2027-03-01', 'date-time': '2027-03-01T09:00:00+08:00', email: 'someone@example.org', uri: 'https://example.org/' };
const TEXT = '示例文字';

/** An example of what a schema takes: its own where it has one, else the least that is asked for. The same at every call. */
export function exampleOf(schema: Schema, schemas: Readonly<Record<string, unknown>>): unknown {
  const named = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (schema.example !== undefined) return schema.example;
  if (named !== undefined) return exampleOf((schemas[named.split('/').at(-1)!] ?? {}) as Schema, schemas);
  if (schema.anyOf?.[0]) return exampleOf(schema.anyOf[0], schemas);
  if (schema.enum) return schema.enum[0];
  if (schema.properties) {
    const asked = Object.entries(schema.properties).filter(([name, field]) => schema.required?.includes(name) || field.example !== undefined);
    return Object.fromEntries(asked.map(([name, field]) => [name, exampleOf(field, schemas)]));
  }
  if (schema.type === 'array') return schema.items && schema.minItems !== 0 ? Array.from({ length: Math.min(schema.minItems ?? 1, 2) }, () => exampleOf(schema.items!, schemas)) : [];
  if (schema.type === 'integer' || schema.type === 'number') return Math.min(schema.maximum ?? Infinity, Math.max(schema.minimum ?? 1, 1));
  if (schema.type === 'boolean') return true;
  if (schema.type === 'string') return FORMATS[schema.format ?? ''] ?? TEXT.padEnd(schema.minLength ?? 0, '。');
  return {};
}
