import { ParseUUIDPipe, ValidationPipe } from '@nestjs/common';
import { refusalType, refuse } from '#kernel';
import type { ValidationError } from 'class-validator';
import { notFound } from '../commands/commands.js';
import { RefusedException, type Mistake } from './problem.js';

export const invalidInput = refusalType('request:invalid', 'invalid', '有 {count} 处内容需要更正，见 errors。', '{count} things in the request need correcting; see errors.');

/** What each check says, in Chinese and English; class-validator's own sentence where it has no words here. */
const WORDS: Readonly<Record<string, string>> = {
  whitelistValidation: '没有这个字段。 / There is no such field.',
  isString: '应为文字。 / Give text.',
  isKeepable: '含有无法保存的字符。 / It has characters that cannot be kept.',
  isFacts: '应为“名称: 数值”的集合，名称用小写字母和连字符。 / Give facts by name: lower-case names with numbers, yes/no or short texts.',
  isEmail: '应为电子邮箱地址。 / Give an e-mail address.',
  isInt: '应为整数。 / Give a whole number.',
  isNumber: '应为数字，小数位数不要超出。 / Give a number with no more decimals than allowed.',
  isBoolean: '应为 true 或 false。 / Give true or false.',
  isUuid: '应为编号（UUID）。 / Give an id (UUID).',
  isArray: '应为列表。 / Give a list.',
  isIso8601: '应为有效的日期或时间。 / Give a date or time that exists.',
};

/** Checks bodies and queries against their classes; a field that the class does not have is refused. */
export const inputPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => {
      const mistakes = errors.flatMap((error) => mistakesOf(error, ''));
      return new RefusedException(refuse(invalidInput, { count: mistakes.length }), mistakes);
    },
  });

function mistakesOf({ property, constraints = {}, children = [] }: ValidationError, within: string): Mistake[] {
  const field = within ? `${within}.${property}` : property;
  const own = Object.entries(constraints).map(([check, sentence]) => ({ field, message: WORDS[check] ?? sentence }));
  return [...own, ...children.flatMap((child) => mistakesOf(child, field))];
}

/** An id in a path; what can't be an id is not found. */
export const AnId = new ParseUUIDPipe({ exceptionFactory: () => new RefusedException(refuse(notFound, { kind: 'thing', id: '' })) });
