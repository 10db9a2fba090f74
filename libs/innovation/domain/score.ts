import type { Facts } from '#kernel';
import type { Card, CardPart, Scale } from '../rules/card.js';

interface PartScore {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly most: number;
  readonly low: number;
  readonly high: number;
  /** What it was judged by, with what was seen; a figure that is not known leaves the whole range open. */
  readonly by: Readonly<Record<string, number | null>>;
  readonly judgedByExperts: boolean;
}

export interface Score {
  readonly low: number;
  readonly high: number;
  readonly parts: readonly PartScore[];
}

const numberOf = (facts: Facts, metric: string): number | undefined => {
  const fact = facts[metric];
  return typeof fact === 'number' ? fact : undefined;
};

function onScale({ metric, counts, bands }: Scale, facts: Facts): { low: number; high: number } | undefined {
  const seen = numberOf(facts, metric);
  if (seen === undefined) return undefined;
  const band = bands.find(({ at }) => (counts === 'at-least' ? seen >= at : counts === 'above' ? seen > at : seen <= at));
  if (!band) return { low: 0, high: 0 };
  return typeof band.points === 'number' ? { low: band.points, high: band.points } : { low: band.points[0], high: band.points[1] };
}

function partScore(part: CardPart, facts: Facts): PartScore {
  const { key, zh, en, most, scales, judged } = part;
  const by = Object.fromEntries(scales.map(({ metric }) => [metric, numberOf(facts, metric) ?? null]));
  const given = judged === undefined ? undefined : numberOf(facts, judged);
  const shown = { key, zh, en, most, by };
  if (given !== undefined) return { ...shown, low: Math.min(given, most), high: Math.min(given, most), judgedByExperts: true };
  const found = scales.map((scale) => onScale(scale, facts));
  const known = found.filter((one) => one !== undefined);
  return { ...shown, low: Math.max(0, ...known.map(({ low }) => low)), high: found.length === known.length ? Math.max(0, ...known.map(({ high }) => high)) : most, judgedByExperts: false };
}

/** Scores by a card: the range that is left where experts choose within a band, or a figure is not known. */
export function scoreBy({ parts }: Card, facts: Facts): Score {
  const scored = parts.map((part) => partScore(part, facts));
  return { low: scored.reduce((sum, { low }) => sum + low, 0), high: scored.reduce((sum, { high }) => sum + high, 0), parts: scored };
}
