import { Decimal } from '#kernel';
import type { ScoringRule } from './scoring-rule.js';

export interface Ranked {
  readonly id: string;
  readonly rank: number;
  /** Whether another has the same total; the list of keys ended without a decision. */
  readonly tied: boolean;
}

/** The figures that decide between equal totals, by a rule's list of sections. */
export const tieKeys = ({ ties = [] }: ScoringRule, sections: Readonly<Record<string, string>>): string[] => ties.map((section) => sections[section] ?? '0');

/**
 * Ranks by total, the highest first, then by each key in order, higher first. Those that are equal in all share the
 * better rank, and the next rank counts them (1, 2, 2, 4).
 */
export function rank(entries: readonly { id: string; total: string; keys?: readonly string[] }[]): Ranked[] {
  const sorted = entries.map(({ id, total, keys = [] }) => ({ id, values: [total, ...keys].map((value) => new Decimal(value)) }));
  const compare = (a: readonly Decimal[], b: readonly Decimal[]): number => {
    for (let i = 0; i < a.length; i++) {
      const order = b[i]!.comparedTo(a[i]!);
      if (order !== 0) return order;
    }
    return 0;
  };
  sorted.sort((a, b) => compare(a.values, b.values) || (a.id < b.id ? -1 : 1));
  const ranks: number[] = [];
  sorted.forEach(({ values }, i) => {
    const before = sorted[i - 1];
    ranks.push(before && compare(before.values, values) === 0 ? ranks[i - 1]! : i + 1);
  });
  return sorted.map(({ id }, i) => ({ id, rank: ranks[i]!, tied: ranks[i - 1] === ranks[i] || ranks[i + 1] === ranks[i] }));
}
