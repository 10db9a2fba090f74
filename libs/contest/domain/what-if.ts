import { PANEL_METHODS, type PanelMethod, type Placed } from '#judging';
import type { RoundPlan } from './round-plan.js';
import { rankRound, type RoundMaterial } from './round-ranking.js';

/** A ranking as another rule would make it, beside the one in force. */
export interface Alternative {
  readonly scoring: PanelMethod;
  readonly inForce: boolean;
  readonly ranking: readonly Placed[];
  /** Entries that would come above the cut, and those that would fall below it. */
  readonly into: readonly string[];
  readonly outOf: readonly string[];
}

/** The rankings of a round under every way of making scores, and who would change sides at the cut; of one without marks its own alone. */
export function whatIf(plan: RoundPlan, material: RoundMaterial, cut: number): Alternative[] {
  const above = (ranking: readonly Placed[]) => ranking.filter(({ rank }) => rank !== null && rank <= cut).map(({ entry }) => entry);
  const now = above(rankRound(plan, material));
  return (plan.rubric.length > 0 ? PANEL_METHODS : [plan.scoring]).map((scoring) => {
    const ranking = rankRound({ ...plan, scoring }, material);
    const then = above(ranking);
    return { scoring, inForce: scoring === plan.scoring, ranking, into: then.filter((entry) => !now.includes(entry)), outOf: now.filter((entry) => !then.includes(entry)) };
  });
}
