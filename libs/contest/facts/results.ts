import type { Fen } from '#kernel';
import type { Tx } from '#platform';
import type { Prize } from '../domain/call.js';
import { overall } from '../domain/outcome.js';
import { prizesOf } from '../domain/prize-money.js';
import { judgesRounds } from './round-plan.js';

/** How an entry stood in one round. */
interface RoundResult {
  readonly round: string;
  readonly name: string;
  readonly score: string | null;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly goesOn: boolean | null;
  readonly reason: string | null;
}

/** An entry's result: the row that lists, exports, certificates, feedback and announcements show. */
export interface Result {
  readonly entry: string;
  readonly title: string;
  readonly organisation: string | null;
  readonly field: string | null;
  /** Its place among all entries of the call. */
  readonly place: number;
  /** Score, rank and tie of the last round it was in. */
  readonly score: string | null;
  readonly rank: number;
  readonly tied: boolean;
  readonly rounds: readonly RoundResult[];
  readonly shortlisted: boolean;
  readonly awarded: boolean;
  readonly prize: string | null;
  /** In fen. */
  readonly money: Fen | null;
  /** Why the office decided otherwise than the ranking. */
  readonly reason: string | null;
}

/** Entries that a decision is about. */
const DECIDED = ['submitted', 'shortlisted', 'not-selected', 'awarded', 'archived'];

/** The results of a call as its rounds and the office's decision make them, the best first. */
export async function resultsOf(tx: Tx, district: string, call: { readonly id: string; readonly plans: unknown; readonly prizes: unknown; readonly awards: number }): Promise<Result[]> {
  const rounds = (await judgesRounds(tx, district, call)).filter(({ aggregate }) => ['ranked', 'decided'].includes(aggregate.state));
  const standings = await tx.standing.findMany({
    where: { districtId: district, roundId: { in: rounds.map(({ id }) => id) }, entry: { aggregate: { state: { in: DECIDED } } } },
    include: { entry: { include: { aggregate: true } } },
    orderBy: [{ rank: 'asc' }, { entryId: 'asc' }],
  });
  const of = Map.groupBy(standings, ({ roundId }) => roundId);
  const places = overall(rounds.toReversed().map(({ id }) => (of.get(id) ?? []).map(({ entryId, rank }) => ({ entry: entryId, rank }))));
  const own = Map.groupBy(standings, ({ entryId }) => entryId);
  const winners = [...places].filter(([entry]) => own.get(entry)![0]!.entry.award).map(([entry, rank]) => ({ entry, rank }));
  const prizes = new Map(prizesOf(prizesIn(call), winners).map((won) => [won.entry, won]));
  return [...places].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([entry, place]) => {
    const stood = own.get(entry)!;
    const { title, organisation, field, award, reason, aggregate } = stood[0]!.entry;
    const all = rounds.flatMap((round) => stood.filter(({ roundId }) => roundId === round.id).map((standing): RoundResult => ({ round: round.id, name: round.name, score: scoreText(round, standing.total), rank: standing.rank, tied: standing.tied ?? false, goesOn: standing.goesOn, reason: standing.goesOnWhy })));
    const last = all.at(-1)!;
    return {
      ...{ entry, title, organisation, field, place, score: last.score, rank: last.rank!, tied: last.tied, rounds: all },
      ...{ shortlisted: ['shortlisted', 'awarded', 'archived'].includes(aggregate.state), awarded: award, prize: prizes.get(entry)?.prize ?? null, money: prizes.get(entry)?.money ?? null, reason },
    };
  });
}

/** A score with all the decimals its round's rule prints; two where the rule was brought in. */
export const scoreText = ({ plan }: { readonly plan: unknown }, score: { toFixed(places: number): string } | null): string | null => score?.toFixed((plan as { places?: number } | null)?.places ?? 2) ?? null;

/** The prizes of a call; where it names none, all winners get one. */
const prizesIn = ({ prizes, awards }: { readonly prizes: unknown; readonly awards: number }): readonly Prize[] => {
  const named = prizes as Prize[];
  return named.length > 0 ? named : [{ name: '优胜奖', places: awards }];
};
