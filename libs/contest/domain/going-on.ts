import { Decimal, refuse, refusalType, type Refusal } from '#kernel';
import { noSuchEntryHere, tieAtTheCut } from './call.js';
import { tiedAcross } from './outcome.js';
import type { Advance } from './round-plan.js';

/** An entry as a round left it. */
export interface Stood {
  readonly entry: string;
  readonly rank: number | null;
  readonly score: string | null;
  /** What it is grouped by, where a share of each group goes on. */
  readonly group: string;
}

/** A decision on one entry beside the ranking: one of a tie across the cut, a wildcard, or one kept out. */
export interface Exception {
  readonly entry: string;
  readonly goesOn: boolean;
  readonly reason: string;
}

export interface GoneOn {
  readonly entry: string;
  readonly goesOn: boolean;
  readonly reason: string | null;
}

export const tooManyWildcards = refusalType('round:too-many-wildcards', 'unmet', '外卡名额为 {most} 个，现为 {count} 个。', 'There are {most} wildcards; {count} entries are to go on beyond the ranking.');

/**
 * Who goes on to the next round by the rule published with the call, and by exceptions that each have a reason. Entries
 * that share a rank across a cut are not split by chance: each needs a decision. Who goes on beyond the ranking is a
 * wildcard, except out of such a tie.
 */
export function goingOn(stood: readonly Stood[], advance: Advance, wildcards: number, exceptions: readonly Exception[]): GoneOn[] | Refusal {
  const decided = new Map(exceptions.map((exception) => [exception.entry, exception]));
  const stranger = exceptions.find(({ entry }) => !stood.some((one) => one.entry === entry));
  if (stranger) return refuse(noSuchEntryHere, { entry: stranger.entry });
  const within = new Set<string>();
  const split: string[] = [];
  for (const { of, places } of cuts(stood, advance)) {
    for (const { entry, rank } of of) if (rank <= places) within.add(entry);
    split.push(...tiedAcross(of, places));
  }
  const undecided = split.filter((entry) => !decided.has(entry));
  if (undecided.length > 0) return refuse(tieAtTheCut, { cut: 'round', entries: undecided.join(', ') });
  const beyond = exceptions.filter(({ entry, goesOn }) => goesOn && !within.has(entry));
  if (beyond.length > wildcards) return refuse(tooManyWildcards, { most: wildcards, count: beyond.length });
  return stood.map(({ entry }) => ({ entry, goesOn: decided.get(entry)?.goesOn ?? within.has(entry), reason: decided.get(entry)?.reason ?? null }));
}

/** The lists that are cut, each with how many places it has. */
function cuts(stood: readonly Stood[], advance: Advance): { of: { entry: string; rank: number }[]; places: number }[] {
  const ranked = stood.flatMap(({ entry, rank, score, group }) => (rank === null || score === null ? [] : [{ entry, rank, score, group }]));
  switch (advance.by) {
    case 'quota':
      return [{ of: ranked, places: advance.places }];
    case 'threshold': {
      const of = ranked.filter(({ score }) => new Decimal(score).gte(advance.atLeast));
      return [{ of, places: Infinity }];
    }
    case 'group-share':
      return [...Map.groupBy(ranked, ({ group }) => group).values()].map((of) => {
        // Places within the group: how many of it rank before, plus one.
        const own = of.map(({ entry, rank }) => ({ entry, rank: 1 + of.filter((other) => other.rank < rank).length }));
        return { of: own, places: Math.ceil(new Decimal(advance.share).times(of.length).toNumber()) };
      });
  }
}
