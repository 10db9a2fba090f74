import type { Facts, Versioned } from '#kernel';
import { STAGE_LINES, type PointsTable, type Stage } from '../rules/points.js';

interface PointOf {
  readonly key: string;
  readonly block: string;
  readonly zh: string;
  readonly en: string;
  readonly seen: number | null;
  readonly full: number;
  readonly most: number;
  readonly points: number;
  /** What one more of it would bring. */
  readonly step: number;
  readonly oneMore: number;
}

export interface InnovationPoints {
  readonly version: string;
  readonly source: string;
  readonly certainty: Versioned<PointsTable>['certainty'];
  readonly stage: Stage;
  readonly points: number;
  readonly parts: readonly PointOf[];
  readonly deductions: readonly { readonly zh: string; readonly en: string; readonly points: number }[];
}

const round = (value: number): number => Math.round(100 * value) / 100;

/** The stage that a firm is in, by its age and its last year's revenue. */
function stageOf(facts: Facts): Stage {
  const [revenue, days] = [facts['last-year-revenue'], facts['days-registered']];
  if (typeof revenue === 'number' && revenue >= STAGE_LINES.stableFrom) return 'stable';
  const young = typeof days === 'number' && days < 365.25 * STAGE_LINES.startUpYears;
  return young && (typeof revenue !== 'number' || revenue < STAGE_LINES.startUpBelow) ? 'start-up' : 'growth';
}

/** A firm's innovation points by a table: why it has them, and what one more of each thing would bring. What is not known brings none. */
export function innovationPoints({ version, source, certainty, root: { most, indicators, deductions } }: Versioned<PointsTable>, facts: Facts): InnovationPoints {
  const stage = stageOf(facts);
  const parts = indicators.map(({ key, block, zh, en, metric, full, step, weights }): PointOf => {
    const fact = facts[metric];
    const seen = typeof fact === 'number' ? fact : typeof fact === 'boolean' ? Number(fact) : null;
    const worth = (value: number) => round(weights[stage] * Math.min(1, Math.max(0, value / full)));
    const points = worth(seen ?? 0);
    return { key, block, zh, en, seen, full, most: weights[stage], points, step, oneMore: round(worth((seen ?? 0) + step) - points) };
  });
  const lost = deductions.filter(({ metric }) => facts[metric] === true).map(({ zh, en, points }) => ({ zh, en, points }));
  const total = parts.reduce((sum, { points }) => sum + points, 0) - lost.reduce((sum, { points }) => sum + points, 0);
  return { version, source, certainty, stage, points: round(Math.max(0, Math.min(most, total))), parts, deductions: lost };
}
