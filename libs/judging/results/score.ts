import { Decimal } from '#kernel';
import type { ScoringRule } from './scoring-rule.js';

/** One thing that is marked of an entry. Figures are decimals in text, so that none is rounded in passing. */
export interface MarkedAspect {
  readonly id: string;
  readonly section: string;
  readonly base: string;
  readonly factor: string;
  readonly marks: readonly string[];
}

export interface EntryScore {
  /** The panel's score of each aspect; null where nobody gave a mark. */
  readonly panel: ReadonlyMap<string, string | null>;
  readonly sections: Readonly<Record<string, string>>;
  readonly total: string;
}

/**
 * The mean of the marks without the `drop` highest and lowest, unrounded; null of no marks.
 * Below `dropFrom` marks none is dropped.
 */
export function trimmedMean(marks: readonly Decimal[], drop: number, dropFrom: number): Decimal | null {
  const dropped = marks.length >= Math.max(dropFrom, 2 * drop + 1) ? drop : 0;
  const kept = [...marks].sort((a, b) => a.comparedTo(b)).slice(dropped, marks.length - dropped);
  return kept.length === 0 ? null : kept.reduce((sum, mark) => sum.plus(mark)).div(kept.length);
}

/** The panel's scores, the sums of the sections and the total of one entry by `rule`, in exact decimals. */
export function scoreEntry(rule: ScoringRule, aspects: readonly MarkedAspect[], deductions: string): EntryScore {
  const round = (value: Decimal) => value.toDecimalPlaces(rule.places, Decimal.ROUND_HALF_UP);
  const panel = new Map<string, string | null>();
  const sections = new Map<string, Decimal>();
  for (const { id, section, base, factor, marks } of aspects) {
    const none = rule.noMark?.[section];
    const given = marks.map((mark) => new Decimal(mark)).filter((mark) => none === undefined || !mark.eq(none));
    const mean = trimmedMean(given, rule.drop, rule.dropFrom);
    const score = mean && round(mean.plus(base));
    panel.set(id, score && score.toFixed(rule.places));
    const points = score ? round(score.times(factor)) : new Decimal(0);
    sections.set(section, (sections.get(section) ?? new Decimal(0)).plus(points));
  }
  const total = [...sections.values()].reduce((sum, section) => sum.plus(section), new Decimal(0)).minus(deductions);
  return {
    panel,
    sections: Object.fromEntries([...sections].map(([section, sum]) => [section, sum.toFixed(rule.places)])),
    total: total.toFixed(rule.places),
  };
}
