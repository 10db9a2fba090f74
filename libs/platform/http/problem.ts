import { refusalWords, type Explanation, type Refusal, type RefusalKind } from '#kernel';

/** An answer that is no success, as RFC 9457 describes it; `code` is stable, the words are in the reader's language. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly facts?: Refusal['facts'];
  readonly explanation?: Explanation;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

export type Language = 'zh' | 'en';

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  'unknown-person': 401,
  'too-many': 429,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  stale: 412,
  unmet: 422,
};

const TITLE: Readonly<Record<RefusalKind, Readonly<Record<Language, string>>>> = {
  invalid: { zh: '请求有误', en: 'The request is not right' },
  'unknown-person': { zh: '尚未登录', en: 'Not signed in' },
  'too-many': { zh: '请求过于频繁', en: 'Too many requests' },
  forbidden: { zh: '没有权限', en: 'Not allowed' },
  missing: { zh: '没有找到', en: 'Not found' },
  conflict: { zh: '当前状态不允许', en: 'Not possible as things stand' },
  stale: { zh: '内容已被修改', en: 'Changed meanwhile' },
  unmet: { zh: '条件未满足', en: 'A condition is not met' },
};

export function problemOf(refusal: Refusal, language: Language, instance: string, base: string): Problem {
  const { type, facts, explanation, mistakes } = refusal;
  return {
    type: `${base}/problems#${type.code}`,
    title: TITLE[type.kind][language],
    status: STATUS[type.kind],
    detail: refusalWords(refusal, language),
    code: type.code,
    instance,
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(explanation && { explanation }),
    ...(mistakes && { errors: mistakes.map(({ field, words }) => ({ field, message: words[language] })) }),
  };
}

/** The language a reader prefers; Chinese unless the header puts English first. */
export const languageOf = (acceptLanguage: string | undefined): Language => (/^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh');
