/** How sure the text of a clause is: two independent copies, one copy, or an example only. */
export type Certainty = 'two-copies' | 'one-copy' | 'example';

export type Comparison = 'at-least' | 'at-most' | 'above' | 'below' | 'is' | 'one-of';

/** One condition on one fact. Thresholds are in `unit`; lists go with `one-of`. */
export interface Clause {
  readonly metric: string;
  readonly comparison: Comparison;
  readonly threshold: number | boolean | string | readonly string[];
  readonly unit?: string;
  readonly article?: string;
  /** It tells which of several ways is the firm's; nobody reaches for it. */
  readonly tier?: true;
  readonly zh: string;
  readonly en: string;
}

/** Clauses combined: all of them, or a number of them. */
export interface Group {
  readonly of: readonly (Clause | Group)[];
  /** How many of `of` must pass; all of them where it is absent. */
  readonly atLeast?: number;
  readonly zh: string;
  readonly en: string;
}

/** One version of a rule, conditions or a table: it judges what falls between `inForceFrom` and `inForceTo` (dates, the end excluded). */
export interface Versioned<R> {
  readonly key: string;
  readonly version: string;
  readonly inForceFrom: string;
  readonly inForceTo?: string;
  /** Kinds of application this version is for, where its regulation says so. */
  readonly appliesTo?: readonly string[];
  readonly source: string;
  readonly certainty: Certainty;
  readonly root: R;
}

/** A version of a rule that is conditions. */
export type RuleSet = Versioned<Group>;

/** The version that holds on `day` (YYYY-MM-DD), the later where two do; undefined when none does. */
export const inForceOn = <T extends { readonly inForceFrom: string; readonly inForceTo?: string }>(versions: readonly T[], day: string): T | undefined =>
  versions.filter(({ inForceFrom, inForceTo }) => inForceFrom <= day && (inForceTo === undefined || day < inForceTo)).sort((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1))[0];

/**
 * The version of `key` that holds on `date` (YYYY-MM-DD) for an application of `kind`.
 * A version made for that kind goes before one for all kinds; undefined when none holds.
 */
export function ruleInForce(
  sets: readonly RuleSet[],
  key: string,
  date: string,
  kind?: string,
): RuleSet | undefined {
  const holding = sets.filter(
    (set) =>
      set.key === key &&
      set.inForceFrom <= date &&
      (set.inForceTo === undefined || date < set.inForceTo) &&
      (set.appliesTo === undefined || (kind !== undefined && set.appliesTo.includes(kind))),
  );
  const rank = (set: RuleSet) => `${set.appliesTo ? 1 : 0}${set.inForceFrom}`;
  return holding.sort((a, b) => rank(b).localeCompare(rank(a)))[0];
}
