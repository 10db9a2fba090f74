import { ParseUUIDPipe, type PipeTransform, ValidationPipe } from '@nestjs/common';
import { refusalType, refuse, type Mistake } from '#kernel';
import type { ValidationError } from 'class-validator';
import { notFound } from '../commands/commands.js';
import { Refused } from '../commands/refused.js';

export const invalidInput = refusalType('request:invalid', 'invalid', '有 {count} 处内容需要更正，见 errors。', '{count} things in the request need correcting; see errors.');

type Words = Mistake['words'];

/** What each check says; `limit` is the number, or the list, in class-validator's own sentence. */
const WORDS: Readonly<Record<string, (limit: string) => Words>> = {
  whitelistValidation: () => ({ zh: '没有这个字段。', en: 'There is no such field.' }),
  isString: () => ({ zh: '应为文字。', en: 'Give text.' }),
  isKeepable: () => ({ zh: '含有无法保存的字符。', en: 'It has characters that cannot be kept.' }),
  isFacts: () => ({ zh: '应为“名称: 数值”的集合，名称用小写字母和连字符。', en: 'Give facts by name: lower-case names with numbers, yes or no, or short texts.' }),
  isAnswers: () => ({ zh: '应为“字段: 内容”的集合，总长不超过 500 KB，且不含无法保存的字符。', en: 'Give answers by field, at most 500 KB together, without characters that cannot be kept.' }),
  isVersions: () => ({ zh: '应为“字段: 版本号”的集合。', en: 'Give the versions you have seen, by field.' }),
  isEmail: () => ({ zh: '应为电子邮箱地址。', en: 'Give an e-mail address.' }),
  isWebAddress: () => ({ zh: '应为以 http:// 或 https:// 开头的网址。', en: 'Give a web address that begins with http:// or https://.' }),
  isInt: () => ({ zh: '应为整数。', en: 'Give a whole number.' }),
  isNumber: () => ({ zh: '应为数字，小数位数不要超出。', en: 'Give a number with no more decimals than allowed.' }),
  isBoolean: () => ({ zh: '应为 true 或 false。', en: 'Give true or false.' }),
  isUuid: () => ({ zh: '应为编号（UUID）。', en: 'Give an id (UUID).' }),
  isArray: () => ({ zh: '应为列表。', en: 'Give a list.' }),
  isObject: () => ({ zh: '缺少这一部分，或其形式不正确。', en: 'Give this part, with its fields.' }),
  isIso8601: () => ({ zh: '应为存在的日期或时间。', en: 'Give a date or time that exists.' }),
  matches: () => ({ zh: '格式不正确，见接口文档中的示例。', en: 'It is not in the right form; the API’s document has an example.' }),
  min: (limit) => ({ zh: `不能小于 ${limit}。`, en: `It can’t be less than ${limit}.` }),
  max: (limit) => ({ zh: `不能大于 ${limit}。`, en: `It can’t be more than ${limit}.` }),
  minLength: (limit) => ({ zh: `至少 ${limit} 个字。`, en: `Give at least ${limit} characters.` }),
  maxLength: (limit) => ({ zh: `最多 ${limit} 个字。`, en: `Give at most ${limit} characters.` }),
  arrayMinSize: (limit) => ({ zh: `至少 ${limit} 项。`, en: `Give at least ${limit} items.` }),
  arrayMaxSize: (limit) => ({ zh: `最多 ${limit} 项。`, en: `Give at most ${limit} items.` }),
  isIn: (limit) => ({ zh: `应为以下之一：${limit}。`, en: `Give one of: ${limit}.` }),
};

function wordsOf(check: string, sentence: string): Words {
  const limit = check === 'isIn' ? sentence.slice(sentence.indexOf(':') + 2) : (/-?\d+(\.\d+)?/.exec(sentence)?.[0] ?? '');
  return WORDS[check]?.(limit) ?? { zh: `不符合要求（${check}）。`, en: sentence };
}

/** Checks bodies and queries against their classes; a field that the class does not have is refused. */
export const inputPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => {
      const mistakes = errors.flatMap((error) => mistakesOf(error, ''));
      return new Refused(refuse(invalidInput, { count: mistakes.length }, undefined, mistakes));
    },
  });

function mistakesOf({ property, constraints = {}, children = [] }: ValidationError, within: string): Mistake[] {
  const field = within ? `${within}.${property}` : property;
  const own = Object.entries(constraints).map(([check, sentence]) => ({ field, words: wordsOf(check, sentence) }));
  return [...own, ...children.flatMap((child) => mistakesOf(child, field))];
}

/** An id in a path; what can't be an id is not found. */
export const AnId = new ParseUUIDPipe({ exceptionFactory: () => new Refused(refuse(notFound, { kind: 'thing', id: '' })) });

const shaped = (shape: RegExp): PipeTransform<string, string> => ({
  transform(given) {
    if (!shape.test(given)) throw new Refused(refuse(notFound, { kind: 'thing', id: '' }));
    return given;
  },
});

/** A calendar year in a path; what can't be one is not found. */
export const AYear = shaped(/^[1-9]\d{3}$/);

/** A key in a path, such as that of a rule; what can't be one is not found. */
export const AKey = shaped(/^[a-z0-9][a-z0-9-]{0,79}$/);
