import type { Facts } from '#kernel';
import type { Card } from '../rules/card.js';
import type { Score } from './score.js';

/** One thing that alone would bring the points that are missing: how much more of it, and how far that is beside what is asked for. */
export interface WayUp {
  readonly metric: string;
  readonly zh: string;
  readonly en: string;
  readonly missing: number;
  readonly brings: number;
  readonly effort: number;
  /** Whether it can still change before the application. */
  readonly open: boolean;
}

/** The single steps up a card that would each bring `short` points more: what can still change first, and of that the least effort. */
export function waysUp({ parts }: Card, score: Score, facts: Facts, short: number): WayUp[] {
  return parts
    .flatMap((part, n) =>
      score.parts[n]!.judgedByExperts
        ? []
        : part.scales.flatMap(({ metric, zh = part.zh, en = part.en, open = false, counts, bands }): WayUp[] => {
            const seen = facts[metric];
            if (typeof seen !== 'number') return [];
            return bands.flatMap(({ at, points }) => {
              const brings = (typeof points === 'number' ? points : points[0]) - score.parts[n]!.low;
              const missing = counts === 'at-most' ? seen - at : at - seen;
              return brings >= short && missing > 0 ? [{ metric, zh, en, missing: Math.round(missing * 100) / 100, brings, effort: Math.round((100 * missing) / Math.max(1, Math.abs(at))) / 100, open }] : [];
            });
          }),
    )
    .sort((a, b) => Number(b.open) - Number(a.open) || a.effort - b.effort)
    .filter(({ metric }, n, all) => all.findIndex((one) => one.metric === metric) === n);
}
