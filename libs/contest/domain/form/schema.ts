import type { Column, Form, FormField } from './field.js';

type Schema = { readonly [keyword: string]: unknown };

const DAY: Schema = { type: 'string', format: 'day' };
const FEN: Schema = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

/**
 * The JSON Schema (2020-12) of the answers to a form, the same for the browser and the service. `maxLength` counts
 * characters, as the standard says, not UTF-16 units. Needs the formats `day` and `credit-code`.
 */
export function schemaOf(form: Form): Schema {
  const conditional = form.fields.filter(({ required, showIf }) => required && showIf).map(({ key, showIf }) => ({ if: condition(showIf!), then: { required: [key] } }));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(form.fields.map((field) => [field.key, answerTo(field)])),
    required: form.fields.filter(({ required, showIf }) => required && !showIf).map(({ key }) => key),
    additionalProperties: false,
    ...(conditional.length > 0 && { allOf: conditional }),
  };
}

function condition({ field, is }: NonNullable<FormField['showIf']>): Schema {
  return { required: [field], properties: { [field]: { anyOf: [{ enum: is }, { type: 'array', contains: { enum: is } }] } } };
}

function answerTo(field: FormField): Schema {
  switch (field.type) {
    case 'text':
      return { type: 'string', minLength: field.minLength ?? 1, maxLength: field.maxLength };
    case 'number':
      return { type: field.whole ? 'integer' : 'number', ...bounds(field) };
    case 'money':
      return { ...FEN, ...bounds(field) };
    case 'date':
      return { ...DAY, ...(field.earliest !== undefined && { formatMinimum: field.earliest }), ...(field.latest !== undefined && { formatMaximum: field.latest }) };
    case 'yes-no':
      return { type: 'boolean' };
    case 'choice': {
      const one = { enum: field.options.map(({ key }) => key) };
      return (field.most ?? 1) === 1 ? one : { type: 'array', items: one, uniqueItems: true, minItems: 1, maxItems: field.most };
    }
    case 'table':
      return { type: 'array', minItems: 1, maxItems: field.mostRows, items: { type: 'object', required: field.columns.map(({ key }) => key), additionalProperties: false, properties: Object.fromEntries(field.columns.map((column) => [column.key, cell(column)])) } };
    case 'file':
      return { type: 'array', minItems: 1, maxItems: field.most };
    case 'team':
      return {
        ...{ type: 'array', minItems: field.fewest ?? 1, maxItems: field.most },
        items: { type: 'object', required: ['name'], additionalProperties: false, properties: { name: { type: 'string', minLength: 1, maxLength: 80 }, role: { type: 'string', maxLength: 80 }, email: { type: 'string', maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$' } } },
      };
    case 'organisation':
      return { type: 'object', required: ['name', 'creditCode'], additionalProperties: false, properties: { name: { type: 'string', minLength: 1, maxLength: 120 }, creditCode: { type: 'string', format: 'credit-code' } } };
  }
}

function cell({ type }: Column): Schema {
  if (type === 'text') return { type: 'string', maxLength: 2000 };
  return type === 'number' ? { type: 'number' } : type === 'money' ? FEN : DAY;
}

const bounds = ({ min, max }: { min?: number; max?: number }): Schema => ({ ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) });
