/**
 * How marks become an entry's total, as published with a call. For each aspect the panel's score is its base value plus
 * the trimmed mean of the marks, rounded; times the aspect's factor, rounded, it counts in its section. The sections
 * sum to the total, less deductions. All roundings are half up to `places`.
 */
export interface ScoringRule {
  readonly name: string;
  readonly source: string;
  readonly places: number;
  /** Marks dropped at each end, once at least `dropFrom` marks are in. */
  readonly drop: number;
  readonly dropFrom: number;
  /** The value that stands for "gave no mark", by section; such marks don't count. */
  readonly noMark?: Readonly<Record<string, number>>;
  /** Sections whose sums decide between equal totals, in this order. */
  readonly ties?: readonly string[];
}

/**
 * The ISU's judging system as it held in 2016–17 (Special Regulations and Technical Rules Single & Pair Skating and Ice
 * Dance 2016, rules 352 and 353), before what rule 353 says of ties: the elements decide a short program, the
 * components a free one.
 */
const ISU_2016: ScoringRule = {
  name: 'isu-2016',
  source: 'ISU Special Regulations & Technical Rules, Single & Pair Skating and Ice Dance 2016, rules 352 and 353',
  places: 2,
  drop: 1,
  dropFrom: 3,
  noMark: { components: 0 },
};

export const ISU_2016_SHORT: ScoringRule = { ...ISU_2016, ties: ['elements'] };
export const ISU_2016_FREE: ScoringRule = { ...ISU_2016, ties: ['components'] };

/** The usual rule of a district's contest: five judges or more, the highest and the lowest dropped, two decimals. */
export const TRIMMED_MEAN: ScoringRule = {
  name: 'trimmed-mean',
  source: 'The call’s own rule: the highest and the lowest of five marks or more are dropped',
  places: 2,
  drop: 1,
  dropFrom: 5,
};

/** The rules that a call may name. */
export const SCORING_RULES: readonly ScoringRule[] = [TRIMMED_MEAN];
