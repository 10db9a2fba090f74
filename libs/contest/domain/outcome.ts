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

interface RankedEntry {
  readonly entry: string;
  readonly rank: number;
}

/**
 * Who is shortlisted and who wins: the best by rank, except where the office decides otherwise with a reason. Entries that
 * share a rank across a cut are never split by chance: each needs a decision. An entry whose due diligence failed wins
 * nothing: its award goes to the next.
 */
export function outcomes(ranking: readonly RankedEntry[], cuts: { shortlist: number; awards: number }, overrides: readonly Override[], failed: ReadonlySet<string> = new Set()): Outcome[] | Refusal {
  const decided = new Map(overrides.map((override) => [override.entry, override]));
  const stranger = overrides.find(({ entry }) => !ranking.some((ranked) => ranked.entry === entry));
  if (stranger) return refuse(noSuchEntryHere, { entry: stranger.entry });
  const clear = ranking.filter(({ entry }) => !failed.has(entry));
  const winning = clear.map(({ entry, rank }) => ({ entry, rank: 1 + clear.filter((other) => other.rank < rank).length }));
  for (const [cut, of, places] of [['shortlist', ranking, cuts.shortlist], ['award', winning, cuts.awards]] as const) {
    const split = tiedAcross(of, places).filter((entry) => !decided.has(entry));
    if (split.length > 0) return refuse(tieAtTheCut, { cut, entries: split.join(', ') });
  }
  const wins = new Set(winning.filter(({ rank }) => rank <= cuts.awards).map(({ entry }) => entry));
  return ranking.map(({ entry, rank }) => {
    const override = decided.get(entry);
    return { entry, rank, shortlisted: override?.shortlisted ?? rank <= cuts.shortlist, awarded: !failed.has(entry) && (override?.awarded ?? wins.has(entry)), reason: override?.reason ?? null };
  });
}

/** The entries that share a rank across a cut; none where it falls between two ranks. */
export function tiedAcross(ranking: readonly RankedEntry[], places: number): string[] {
  const within = ranking.filter(({ rank }) => rank <= places);
  if (within.length <= places) return [];
  const last = Math.max(...within.map(({ rank }) => rank));
  return within.filter(({ rank }) => rank === last).map(({ entry }) => entry);
}

/**
 * Places among all entries of a call, from the rankings of its rounds, the last round first: whoever got further stands
 * before those who did not, and among those who got as far, the ranking of their last round counts.
 */
export function overall(rounds: readonly (readonly { readonly entry: string; readonly rank: number | null }[])[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const ranking of rounds) {
    const left = ranking.filter(({ entry, rank }) => rank !== null && !places.has(entry)) as readonly RankedEntry[];
    const before = places.size;
    for (const { entry, rank } of left) places.set(entry, before + 1 + left.filter((other) => other.rank < rank).length);
  }
  return places;
}
