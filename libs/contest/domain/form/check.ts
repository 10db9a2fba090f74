import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isCreditCode, isDay } from '#kernel';
import { answered, type Answers, type Form, type Words } from './field.js';
import { schemaOf } from './schema.js';

/** One thing wrong with the answers, at a field or a place in it (`members.0.name`). */
export interface AnswerMistake {
  readonly field: string;
  readonly words: Words;
}

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
ajv.addFormat('credit-code', isCreditCode);
ajv.addFormat('day', { type: 'string', validate: isDay, compare: (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0) });
for (const [keyword, holds] of [['formatMinimum', (day: string, limit: string) => day >= limit], ['formatMaximum', (day: string, limit: string) => day <= limit]] as const)
  ajv.addKeyword({ keyword, type: 'string', schemaType: 'string', validate: (limit: string, day: string) => holds(day, limit) });

const compiled = new WeakMap<Form, ValidateFunction>();

/** What is still wrong with the answers, without those to questions that are not asked; nothing when they may be handed in. */
export function checkAnswers(form: Form, answers: Answers): AnswerMistake[] {
  let check = compiled.get(form);
  if (!check) compiled.set(form, (check = ajv.compile(schemaOf(form))));
  if (check(answered(form, answers))) return [];
  return check.errors!.filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf').map(mistakeOf);
}

function mistakeOf({ keyword, instancePath, params }: ErrorObject): AnswerMistake {
  const at = instancePath.slice(1).split('/').filter((part) => part !== '');
  const missing = keyword === 'required' ? [String(params['missingProperty'])] : keyword === 'additionalProperties' ? [String(params['additionalProperty'])] : [];
  return { field: [...at, ...missing].join('.'), words: (SAID[keyword] ?? SAID['type']!)(params) };
}

const say = (zh: string, en: string): Words => ({ zh, en });
const SAID: Readonly<Record<string, (params: Record<string, unknown>) => Words>> = {
  required: () => say('必填。', 'Please fill this in.'),
  additionalProperties: () => say('表单中没有这一项。', 'The form does not ask for this.'),
  minLength: ({ limit }) => say(`至少 ${limit} 个字。`, `Give at least ${limit} characters.`),
  maxLength: ({ limit }) => say(`最多 ${limit} 个字。`, `Give at most ${limit} characters.`),
  minimum: ({ limit }) => say(`不能小于 ${limit}。`, `It can’t be less than ${limit}.`),
  maximum: ({ limit }) => say(`不能大于 ${limit}。`, `It can’t be more than ${limit}.`),
  formatMinimum: () => say('日期过早。', 'The date is too early.'),
  formatMaximum: () => say('日期过晚。', 'The date is too late.'),
  enum: () => say('请从选项中选择。', 'Choose one of the options.'),
  minItems: ({ limit }) => say(`至少 ${limit} 项。`, `Give at least ${limit}.`),
  maxItems: ({ limit }) => say(`最多 ${limit} 项。`, `Give at most ${limit}.`),
  uniqueItems: () => say('有重复项。', 'An item is there twice.'),
  pattern: () => say('格式不正确。', 'It is not in the right form.'),
  format: ({ format }) => (format === 'credit-code' ? say('统一社会信用代码有误：应为 18 位且校验码正确。', 'The unified social credit code is wrong: 18 characters, the last checks the others.') : say('应为存在的日期，如 2027-03-31。', 'Give a date that exists, such as 2027-03-31.')),
  type: () => say('内容类型不正确。', 'This is not the kind of answer asked for.'),
};
