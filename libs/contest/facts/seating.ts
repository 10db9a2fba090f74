import { assignInThread, pairsOf } from '#judging';
import type { Suitability } from './assignment.js';

export interface Room {
  readonly name: string;
  readonly judges: readonly string[];
}

/** Pairs of numbers of entry and judge, and the entries that lack judges, with how many. */
export interface Seated {
  readonly pairs: Suitability['pairs'];
  readonly short: ReadonlyMap<number, number>;
}

/** Everyone judges everything that he is in no conflict with. */
export function seatAll({ entries, pairs }: Suitability, quorum: number): Seated {
  const judges = Map.groupBy(pairs, ({ entry }) => entry);
  const lacking = entries.map((_, e) => [e, quorum - (judges.get(e)?.length ?? 0)] as const).filter(([, lack]) => lack > 0);
  return { pairs, short: new Map(lacking) };
}

/**
 * Entries are spread evenly over parallel rooms, each to the room that suits it best and in which nobody is in conflict
 * with it: an assignment in which rooms take the place of judges.
 */
export async function seatRooms({ entries, judges, pairs }: Suitability, rooms: readonly Room[]): Promise<Seated> {
  const suits = new Map(pairs.map((pair) => [`${pair.entry} ${judges[pair.judge]!.person}`, pair]));
  const whole = rooms.map(({ judges: panel }) => entries.map((_, e) => panel.map((judge) => suits.get(`${e} ${judge}`))).map((own) => (own.every((pair) => pair !== undefined) ? own : null)));
  const most = Math.max(1, ...pairs.map(({ affinity }) => affinity));
  const candidates = whole.flatMap((of, room) => of.flatMap((own, entry) => (own ? [{ entry, judge: room, cost: Math.round(most - own.reduce((sum, pair) => sum + pair!.affinity, 0) / own.length) }] : [])));
  const found = await assignInThread({ needs: entries.map(() => 1), places: rooms.map(() => Math.ceil(entries.length / rooms.length)), balanceCost: 0, pairs: pairsOf(candidates) });
  const seated = found.chosen.flatMap((n) => whole[candidates[n]!.judge]![candidates[n]!.entry]!.map((pair) => pair!));
  return { pairs: seated, short: found.feasible ? new Map() : found.shortage.short };
}
