import { Ajv, type JSONSchemaType } from 'ajv';
import { refusalType, refuse, type Refusal } from '#kernel';
import type { Form } from './field.js';

export const formInvalid = refusalType('form:invalid', 'invalid', '表单第 {field} 处有误：{problem}。', 'The form is wrong at {field}: {problem}.');

const TEXT = { type: 'string', minLength: 1, maxLength: 2000 } as const;
/** Answers are kept in objects, and `constructor` is the one key of this form that every object has. */
const KEY = { type: 'string', pattern: '^(?!constructor$)[a-z][a-z0-9-]{0,39}$' } as const;
const WORDS = { type: 'object', required: ['zh', 'en'], additionalProperties: false, properties: { zh: TEXT, en: TEXT } } as const;
const FLAG = { type: 'boolean' } as const;
const COUNT = { type: 'integer', minimum: 1, maximum: 100_000 } as const;
const NUMBER = { type: 'number' } as const;
const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const COMMON = {
  ...{ key: KEY, section: KEY, label: WORDS, help: WORDS, required: FLAG, identifying: FLAG, private: FLAG, fact: { type: 'string', pattern: '^[a-z0-9-]{1,60}$' } },
  showIf: { type: 'object', required: ['field', 'is'], additionalProperties: false, properties: { field: KEY, is: { type: 'array', minItems: 1, maxItems: 50, items: { type: ['string', 'number', 'boolean'] } } } },
};
const kind = (type: string, required: string[], properties: object) => ({
  if: { properties: { type: { const: type } } },
  then: { required, additionalProperties: false, properties: { ...COMMON, type: { const: type }, ...properties } },
});

const SCHEMA = {
  type: 'object',
  required: ['sections', 'fields'],
  additionalProperties: false,
  properties: {
    sections: { type: 'array', minItems: 1, maxItems: 50, items: { type: 'object', required: ['key', 'title'], additionalProperties: false, properties: { key: KEY, title: WORDS, help: WORDS } } },
    fields: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        required: ['key', 'section', 'label', 'type'],
        properties: { ...COMMON, type: { enum: ['text', 'number', 'money', 'date', 'yes-no', 'choice', 'table', 'file', 'team', 'organisation'] } },
        allOf: [
          kind('text', ['maxLength'], { maxLength: COUNT, minLength: COUNT }),
          kind('number', [], { unit: TEXT, min: NUMBER, max: NUMBER, whole: FLAG }),
          kind('money', [], { min: NUMBER, max: NUMBER }),
          kind('date', [], { earliest: DAY, latest: DAY }),
          kind('yes-no', [], {}),
          kind('choice', ['options'], { options: { type: 'array', minItems: 1, maxItems: 500, items: { type: 'object', required: ['key', 'label'], additionalProperties: false, properties: { key: TEXT, label: WORDS } } }, most: COUNT }),
          kind('table', ['columns', 'mostRows'], { columns: { type: 'array', minItems: 1, maxItems: 30, items: { type: 'object', required: ['key', 'label', 'type'], additionalProperties: false, properties: { key: KEY, label: WORDS, type: { enum: ['text', 'number', 'money', 'date'] } } } }, mostRows: COUNT }),
          kind('file', ['accept', 'maxMegabytes', 'most'], { accept: { type: 'array', minItems: 1, maxItems: 30, items: { type: 'string', pattern: '^[a-z0-9]{1,8}$' } }, maxMegabytes: { type: 'integer', minimum: 1, maximum: 2000 }, most: { type: 'integer', minimum: 1, maximum: 50 } }),
          kind('team', ['most'], { fewest: COUNT, most: { type: 'integer', minimum: 1, maximum: 50 } }),
          kind('organisation', [], {}),
        ],
      },
    },
  },
};

/** The names of an entry's own fields; a form can't use them. */
export const OWN_FIELDS = ['title', 'abstract', 'organisation', 'facts', 'field'];

const check = new Ajv({ allErrors: false, strict: true, strictTypes: false, strictRequired: false }).compile<Form>(SCHEMA as unknown as JSONSchemaType<Form>);

/** The form that an office has written, or what is wrong with it: its shape, a key used twice, a field that hangs on one behind it. */
export function readForm(written: unknown): Form | Refusal {
  if (!check(written)) {
    const { instancePath, message } = check.errors![0]!;
    return refuse(formInvalid, { field: instancePath.slice(1).replaceAll('/', '.') || 'form', problem: message ?? '' });
  }
  const sections = new Set(written.sections.map(({ key }) => key));
  const before = new Map<string, Form['fields'][number]>();
  for (const field of written.fields) {
    const wrong = (problem: string) => refuse(formInvalid, { field: field.key, problem });
    if (OWN_FIELDS.includes(field.key)) return wrong(`reserved: ${OWN_FIELDS.join(', ')}`);
    if (before.has(field.key)) return wrong('the key is used twice');
    if (!sections.has(field.section)) return wrong(`there is no section ${field.section}`);
    if (field.showIf && !before.has(field.showIf.field)) return wrong(`showIf names ${field.showIf.field}, which does not come before it`);
    before.set(field.key, field);
  }
  return written;
}
