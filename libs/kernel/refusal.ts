import { filledIn } from './filled-in.js';
import type { Explanation } from './rules/evaluate.js';

/** How a refusal reads to whoever asked: what it is about, not which HTTP status it gets. */
export type RefusalKind = 'invalid' | 'unknown-person' | 'too-many' | 'forbidden' | 'missing' | 'conflict' | 'stale' | 'unmet';

/**
 * Why a command does not happen. `code` is stable; `facts` fill the words' `{names}`;
 * `explanation` is the rule's tree where a rule set decided.
 */
export interface Refusal {
  readonly refused: true;
  readonly type: RefusalType;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly explanation?: Explanation;
  readonly mistakes?: readonly Mistake[];
}

/** One thing wrong with what was handed in, at its field, in both languages. */
export interface Mistake {
  readonly field: string;
  readonly words: { readonly zh: string; readonly en: string };
}

/** The declaration of a refusal: its words say what is wrong and what to do next. */
export interface RefusalType {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly zh: string;
  readonly en: string;
}

export const refusalType = (code: string, kind: RefusalKind, zh: string, en: string): RefusalType => ({
  code,
  kind,
  zh,
  en,
});

export const refuse = (
  type: RefusalType,
  facts: Refusal['facts'] = {},
  explanation?: Explanation,
  mistakes?: readonly Mistake[],
): Refusal => ({ refused: true, type, facts, ...(explanation && { explanation }), ...(mistakes && { mistakes }) });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;

/** The refusal's words in one language with its facts filled in. */
export const refusalWords = (refusal: Refusal, language: 'zh' | 'en'): string =>
  filledIn(refusal.type[language], refusal.facts);
