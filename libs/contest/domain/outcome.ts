import { refuse, type Refusal } from '#kernel';
import { noSuchEntryHere, tieAtTheCut } from './call.js';

/** A decision of the office on one entry against the ranking; its reason is published. */
export interface Override {
  readonly entry: string;
  readonly shortlisted: boolean;
  readonly awarded: boolean;
  readonly reason: string;
}

export interface Outcome {
  readonly entry: string;
  readonly rank: number;
  readonly shortlisted: boolean;
  readonly awarded: boolean;
  readonly reason: string | null;
}

/**
 * Who is shortlisted and who wins: the best by rank, except where the office decides otherwise with a reason.
 * Entries that share a rank across a cut are never split by chance: each needs a decision.
 */
export function outcomes(
  ranking: readonly { entry: string; rank: number }[],
  cuts: { shortlist: number; awards: number },
  overrides: readonly Override[],
): Outcome[] | Refusal {
  const decided = new Map(overrides.map((override) => [override.entry, override]));
  const stranger = overrides.find(({ entry }) => !ranking.some((ranked) => ranked.entry === entry));
  if (stranger) return refuse(noSuchEntryHere, { entry: stranger.entry });
  for (const [cut, places] of [['shortlist', cuts.shortlist], ['award', cuts.awards]] as const) {
    const split = tiedAcross(ranking, places).filter((entry) => !decided.has(entry));
    if (split.length > 0) return refuse(tieAtTheCut, { cut, entries: split.join(', ') });
  }
  return ranking.map(({ entry, rank }) => {
    const override = decided.get(entry);
    return {
      entry,
      rank,
      shortlisted: override?.shortlisted ?? rank <= cuts.shortlist,
      awarded: override?.awarded ?? rank <= cuts.awards,
      reason: override?.reason ?? null,
    };
  });
}

function tiedAcross(ranking: readonly { entry: string; rank: number }[], places: number): string[] {
  const within = ranking.filter(({ rank }) => rank <= places);
  if (within.length <= places) return [];
  const last = Math.max(...within.map(({ rank }) => rank));
  return within.filter(({ rank }) => rank === last).map(({ entry }) => entry);
}
