import { applyDecorators } from '@nestjs/common';
import { PERIOD } from '#kernel';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  isEmail,
  isURL,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/**
 * The kinds of field that inputs are made of. Each says once what is checked and what the API's document says of it;
 * messages are keys of `words.ts`, filled in there in the caller's language.
 */
interface Common {
  readonly optional?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

/** A field that is left out is absent; null is a value, and no field takes it. */
const field = ({ optional, description, example }: Common, api: ApiPropertyOptions, checks: readonly PropertyDecorator[]): PropertyDecorator => {
  const said = { ...(description !== undefined && { description }), ...(example !== undefined && { example }), ...api } as ApiPropertyOptions;
  return applyDecorators(...(optional ? [ApiPropertyOptional(said), ValidateIf((_, value) => value !== undefined)] : [ApiProperty(said)]), ...checks);
};

/** U+0000 and half a surrogate are text to JavaScript, but PostgreSQL can't keep them. */
export const isKeepable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

const IsKeepable = () =>
  ValidateBy({
    name: 'isKeepable',
    validator: { validate: (value: unknown) => [value].flat().every((text) => typeof text !== 'string' || isKeepable(text)) },
  });

export const Text = ({ min = 1, max, ...common }: Common & { min?: number; max: number }) =>
  field(common, { type: String, minLength: min, maxLength: max }, [IsString(), MinLength(min), MaxLength(max), IsKeepable()]);

/** Whether a text is an e-mail address; the library's own check throws on half a surrogate. */
export const isAddress = (value: unknown): boolean => typeof value === 'string' && value.length <= 254 && value.isWellFormed() && isEmail(value);

export const Email = (common: Common = {}) => field(common, { type: String, format: 'email' }, [ValidateBy({ name: 'isEmail', validator: { validate: isAddress } })]);

/** Where something stands in the web, so that it can be made a link: nothing but http and https. */
export const WebAddress = (common: Common = {}) =>
  field({ example: 'https://www.example.com', ...common }, { type: String, format: 'uri', maxLength: 500 }, [
    ValidateBy({ name: 'isWebAddress', validator: { validate: (value: unknown) => typeof value === 'string' && value.isWellFormed() && isURL(value, { protocols: ['http', 'https'], require_protocol: true }) } }),
    MaxLength(500),
  ]);

export const Whole = ({ min = 0, max = 1_000_000_000, ...common }: Common & { min?: number; max?: number } = {}) =>
  field(common, { type: 'integer', minimum: min, maximum: max }, [IsInt(), Min(min), Max(max)]);

/** Money in whole fen. */
export const Amount = (common: Common & { min?: number } = {}) =>
  field({ description: 'In fen (1/100 yuan)', ...common }, { type: 'integer', minimum: common.min ?? 0 }, [IsInt(), Min(common.min ?? 0), Max(Number.MAX_SAFE_INTEGER)]);

export const Quantity = ({ min = 0, max = 1e12, places = 2, ...common }: Common & { min?: number; max?: number; places?: number } = {}) =>
  field(common, { type: Number, minimum: min, maximum: max }, [IsNumber({ maxDecimalPlaces: places }), Min(min), Max(max)]);

/** A whole number in a query, where all comes as text. */
export const WholeInQuery = (common: Parameters<typeof Whole>[0] = {}) => applyDecorators(Type(() => Number), Whole(common));

export const Flag = (common: Common = {}) => field(common, { type: Boolean }, [IsBoolean()]);

export const Ref = (common: Common = {}) => field(common, { type: String, format: 'uuid' }, [IsUUID()]);

export const Refs = ({ min = 1, max = 1000, ...common }: Common & { min?: number; max?: number } = {}) =>
  field(common, { type: [String], format: 'uuid' }, [IsArray(), ArrayMinSize(min), ArrayMaxSize(max), IsUUID(undefined, { each: true })]);

export const Choice = <T extends string>(choices: readonly T[], common: Common = {}) => field(common, { enum: [...choices] }, [IsIn(choices)]);

/** A calendar day, YYYY-MM-DD. */
export const Day = (common: Common = {}) =>
  field(common, { type: String, format: 'date' }, [Matches(/^\d{4}-\d{2}-\d{2}$/), IsISO8601({ strict: true })]);

/** An instant with its offset, such as 2027-03-31T18:00:00+08:00. */
export const Instant = (common: Common = {}) =>
  field(common, { type: String, format: 'date-time' }, [IsISO8601({ strict: true, strictSeparator: true }), Matches(/T.*(Z|[+-]\d{2}:\d{2})$/)]);

export const Quarter = (common: Common = {}) => field({ example: '2027-Q3', ...common }, { type: String }, [Matches(/^\d{4}-Q[1-4]$/)]);

/** A calendar year. */
export const Year = (common: Common = {}) => field({ example: '2027', ...common }, { type: String }, [Matches(/^\d{4}$/)]);

/** A month, a quarter or a year that is reported: 2027-05, 2027-Q2, 2027. */
export const Period = (common: Common = {}) => field({ example: '2027-Q3', ...common }, { type: String }, [Matches(PERIOD)]);

/** A time of day, HH:MM. */
export const TimeOfDay = (common: Common = {}) => field({ example: '09:00', ...common }, { type: String }, [Matches(/^([01]\d|2[0-3]):[0-5]\d$/)]);

/** Facts for a rule set: kebab-case names with numbers, yes or no, or short texts. */
export const FactsField = (common: Common = {}) =>
  field({ example: { 'registration-year': 2025, 'has-ip': true }, ...common }, { type: 'object', additionalProperties: true }, [
    ValidateBy({
      name: 'isFacts',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length <= 100 &&
          Object.entries(value).every(([name, fact]) => /^[a-z0-9-]{1,60}$/.test(name) && (typeof fact === 'boolean' || Number.isFinite(fact) || (typeof fact === 'string' && fact.length <= 200 && isKeepable(fact)))),
        defaultMessage: () => 'facts',
      },
    }),
  ]);

/** One fact: a number, yes or no, or a short text. */
export const Fact = (common: Common = {}) =>
  field({ example: 12, ...common }, { oneOf: [{ type: 'number' }, { type: 'boolean' }, { type: 'string', maxLength: 200 }] }, [
    ValidateBy({
      name: 'isFacts',
      validator: {
        validate: (value: unknown) => typeof value === 'boolean' || Number.isFinite(value) || (typeof value === 'string' && value.length <= 200 && isKeepable(value)),
        defaultMessage: () => 'facts',
      },
    }),
  ]);

/** U+0000 and half surrogates anywhere in a value would be refused by the database. */
const keepable = (text: string) => !text.includes('\\u0000') && !/\\ud[89a-f][0-9a-f]{2}/i.test(text);
const isKept = (value: unknown): boolean => {
  const text = JSON.stringify(value ?? null);
  return text.length <= 500_000 && keepable(text);
};
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers to a form by field: any JSON, since the form says what is right; at most 500 KB. */
export const AnswersField = (common: Common = {}) =>
  field({ example: { plan: '……' }, ...common }, { type: 'object', additionalProperties: true }, [
    ValidateBy({
      name: 'isAnswers',
      validator: {
        validate: (value: unknown) => isRecord(value) && Object.keys(value).every((key) => /^[a-z][a-z0-9-]{0,39}$/.test(key)) && isKept(value),
        defaultMessage: () => 'answers',
      },
    }),
  ]);

/** A version number for each of some fields. */
export const VersionsField = (common: Common = {}) =>
  field({ example: { title: 2 }, ...common }, { type: 'object', additionalProperties: { type: 'integer' } }, [
    ValidateBy({ name: 'isVersions', validator: { validate: (value: unknown) => isRecord(value) && Object.keys(value).length <= 300 && Object.values(value).every((n) => Number.isInteger(n) && Number(n) >= 0), defaultMessage: () => 'versions' } }),
  ]);

/** Anything that a domain function reads and judges by itself. */
export const Anything = (common: Common = {}) =>
  field(common, { type: 'object', additionalProperties: true }, [ValidateBy({ name: 'isAnswers', validator: { validate: isKept, defaultMessage: () => 'answers' } })]);

export const Texts = ({ min = 0, max = 100, length = 200, ...common }: Common & { min?: number; max?: number; length?: number } = {}) =>
  field(common, { type: [String] }, [IsArray(), ArrayMinSize(min), ArrayMaxSize(max), IsString({ each: true }), MaxLength(length, { each: true }), IsKeepable()]);

/** Swagger asks a class of a function only where that function is called `type`. */
const lazily = <T extends object>(of: () => new () => T) => {
  const type = () => of();
  return type;
};

/** Parts of one kind. The library takes a list in the place of one for a part that is in order: each must be one. */
export const List = <T extends object>(of: () => new () => T, { min = 1, max = 500, ...common }: Common & { min?: number; max?: number } = {}) =>
  field(common, { type: lazily(of), isArray: true }, [IsArray(), ArrayMinSize(min), ArrayMaxSize(max), IsObject({ each: true }), ValidateNested({ each: true }), Type(of)]);

export const Part = <T extends object>(of: () => new () => T, common: Common = {}) => field(common, { type: lazily(of) }, [IsObject(), ValidateNested(), Type(of)]);
