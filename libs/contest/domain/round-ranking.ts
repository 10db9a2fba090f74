import { bradleyTerry, drawnOrder, rank, rankPanel, transferableVote, type JudgedSheet, type Placed } from '#judging';
import { roundHalfUp, Decimal } from '#kernel';
import { mostPoints, weightsOf, type RoundPlan } from './round-plan.js';

/** All that came in of a round; who judged may be a person or a number that stands for him. */
export interface RoundMaterial {
  readonly entries: readonly string[];
  readonly sheets: readonly JudgedSheet[];
  readonly comparisons: readonly { readonly judge: string; readonly better: string; readonly worse: string }[];
  /** Counted votes of the public: of this round, or of the one whose votes it counts. */
  readonly votes: Readonly<Record<string, number>>;
  /** The seed of the lot. */
  readonly lot: string;
}

/** The mark by which a sheet says at which place its judge puts the entry; 0 for none. */
export const PICK = 'place';

/**
 * The ranking of a round, whatever way it is judged: what every list, export, certificate and bundle shows. A round of
 * picks is counted by single transferable vote, a pairwise one by Bradley and Terry's model, a public one by votes.
 */
export function rankRound(plan: RoundPlan, material: RoundMaterial): Placed[] {
  switch (plan.way) {
    case 'scored':
    case 'screening': {
      const publicVote = plan.publicVote && { share: plan.publicVote.share, points: mostPoints(plan), votes: material.votes };
      return rankPanel(plan, { ...material, weights: weightsOf(plan), ...(publicVote && { publicVote }) });
    }
    case 'picks':
      return byPicks(plan, material);
    case 'pairwise':
      return byPairs(plan, material);
    case 'public-vote':
      return placed(material, (entry) => String(material.votes[entry] ?? 0), (entry) => material.votes[entry] ?? 0);
  }
}

/** Those elected in their order, then those excluded, the last one first; the score counts down from the number of entries. */
function byPicks({ seats = 1 }: RoundPlan, material: RoundMaterial): Placed[] {
  const entries = [...material.entries].sort((a, b) => (a < b ? -1 : 1));
  const number = new Map(entries.map((entry, n) => [entry, n]));
  const ballots = [...Map.groupBy(material.sheets, ({ judge }) => judge).values()].map((sheets) =>
    sheets.filter(({ entry, marks }) => number.has(entry) && Number(marks[PICK] ?? 0) > 0).sort((a, b) => Number(a.marks[PICK]) - Number(b.marks[PICK])).map(({ entry }) => number.get(entry)!),
  );
  const lots = drawnOrder(material.lot, entries).map((entry) => number.get(entry)!);
  const count = transferableVote(entries.length, Math.min(seats, entries.length), ballots.filter((ballot) => ballot.length > 0), lots);
  const excluded = count.rounds.flatMap((round) => round.excluded);
  const rest = entries.map((_, n) => n).filter((n) => !count.elected.includes(n) && !excluded.includes(n));
  const order = [...count.elected, ...rest.sort((a, b) => lots.indexOf(a) - lots.indexOf(b)), ...excluded.toReversed()];
  const points = new Map(order.map((n, place) => [entries[n]!, entries.length - place]));
  const picked = (entry: string) => material.sheets.filter((sheet) => sheet.entry === entry && Number(sheet.marks[PICK] ?? 0) > 0).length;
  return placed(material, (entry) => String(points.get(entry)!), picked);
}

function byPairs({ places }: RoundPlan, material: RoundMaterial): Placed[] {
  const entries = [...material.entries].sort((a, b) => (a < b ? -1 : 1));
  const number = new Map(entries.map((entry, n) => [entry, n]));
  const met = material.comparisons.filter(({ better, worse }) => number.has(better) && number.has(worse));
  const strengths = bradleyTerry(entries.length, met.map(({ better, worse }) => ({ judge: 0, winner: number.get(better)!, loser: number.get(worse)! })));
  const compared = (entry: string) => met.filter(({ better, worse }) => better === entry || worse === entry).length;
  return placed(material, (entry) => (compared(entry) === 0 ? null : roundHalfUp(new Decimal(strengths[number.get(entry)!]!), places)), compared);
}

function placed({ entries }: RoundMaterial, scoreOf: (entry: string) => string | null, count: (entry: string) => number): Placed[] {
  const scored = [...entries].sort((a, b) => (a < b ? -1 : 1)).map((entry) => ({ entry, score: scoreOf(entry) }));
  const ranks = rank(scored.flatMap(({ entry, score }) => (score === null ? [] : [{ id: entry, total: score }])));
  const places = new Map(ranks.map((one) => [one.id, one]));
  const last = scored.filter(({ score }) => score === null).map(({ entry }) => entry);
  return [...ranks.map(({ id }) => id), ...last].map((entry) => ({
    ...{ entry, score: scored.find((one) => one.entry === entry)!.score, rank: places.get(entry)?.rank ?? null, tied: places.get(entry)?.tied ?? false },
    ...{ sheets: count(entry), criteria: {}, keys: [] },
  }));
}
