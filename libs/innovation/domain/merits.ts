/** How well marks told those that came far from those that did not: 0.5 is no better than a coin, 1 is always. */
export interface Merit {
  /** The chance that of two, one that came far and one that did not, the former had the higher mark. */
  readonly area: number;
  readonly low: number;
  readonly high: number;
  readonly successes: number;
  readonly others: number;
}

const Z = 1.959_964;

/**
 * The area under the ROC curve of scores, ties counted half, with a 95 % interval.
 *
 * Source: Hanley and McNeil, The meaning and use of the area under a ROC curve, Radiology 143 (1982) 29-36.
 */
export function meritOf(cases: readonly { readonly score: number; readonly success: boolean }[]): Merit | null {
  const [good, rest] = [cases.filter(({ success }) => success), cases.filter(({ success }) => !success)];
  if (good.length === 0 || rest.length === 0) return null;
  const area = good.reduce((sum, one) => sum + rest.reduce((own, other) => own + (one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0), 0), 0) / (good.length * rest.length);
  const error = standardErrorOfArea(area, good.length, rest.length);
  return { area, low: Math.max(0, area - Z * error), high: Math.min(1, area + Z * error), successes: good.length, others: rest.length };
}

/** Hanley and McNeil’s standard error of an area with so many successes and others. */
export function standardErrorOfArea(area: number, successes: number, others: number): number {
  const [q1, q2] = [area / (2 - area), (2 * area ** 2) / (1 + area)];
  return Math.sqrt((area * (1 - area) + (successes - 1) * (q1 - area ** 2) + (others - 1) * (q2 - area ** 2)) / (successes * others));
}

export interface Share {
  readonly successes: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A share with Wilson’s 95 % interval (E. B. Wilson, JASA 22 (1927) 209-212). */
export function shareOf(successes: number, of: number): Share {
  const p = successes / of;
  const centre = (p + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  return { successes, of, share: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Where each value stands among all: the part that is below it, ties counted half. */
export function percentiles<T>(rows: readonly T[], value: (row: T) => number): Map<T, number> {
  return new Map(rows.map((row) => [row, rows.reduce((sum, other) => sum + (value(other) < value(row) ? 1 : value(other) === value(row) ? 0.5 : 0), 0) / rows.length]));
}

/** Fewer cases, or fewer that came far, than these say little. */
const FEW_CASES = 30;
const FEW_SUCCESSES = 10;

/** The plain warning where numbers are small. */
export function warningFor(successes: number, others: number): { readonly zh: string; readonly en: string } | null {
  const all = successes + others;
  if (all >= FEW_CASES && Math.min(successes, others) >= FEW_SUCCESSES) return null;
  return { zh: `仅 ${all} 个样本、其中 ${successes} 个走到该阶段，不足以下结论`, en: `only ${all} cases, ${successes} of them came that far: too few to conclude from` };
}
