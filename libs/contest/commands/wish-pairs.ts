import { Choice, command, List, notFound, recusedOf, Ref, type Context } from '#platform';
import { pairsWished, pinInConflict, roundNotOpen } from '../domain/judging.js';
import { conflictsAmong } from '../facts/conflict-facts.js';
import { roundKind } from './kinds.js';

export class WishInput {
  @Ref() entry!: string;
  @Ref() judge!: string;
  @Choice(['pin', 'forbid', 'neither'], { description: 'What the next solving does with the pair' }) wish!: string;
}

export class WishPairs {
  @List(() => WishInput, { max: 20_000 }) wishes!: WishInput[];
}

export const wishPairs = command({
  name: 'wish-pairs',
  summary: 'Pins pairs of judge and entry, forbids them, or lets them be again; the next solving keeps to it. A pair in conflict can’t be pinned. With every pair pinned it is an assignment by hand.',
  on: roundKind,
  may: 'assign',
  target: (input: WishPairs & { round: string }) => input.round,
  async decide(c, { wishes }, round) {
    if (!['proposed', 'unsolvable'].includes(round.aggregate.state)) c.refuse(roundNotOpen);
    await possible(c, round.callId, wishes);
    const of = { districtId: c.district, roundId: round.id };
    const last = [...new Map(wishes.map((wish) => [`${wish.entry} ${wish.judge}`, wish])).values()];
    await c.tx.$executeRaw`
      DELETE FROM round_wish w USING unnest(${last.map(({ entry }) => entry)}::uuid[], ${last.map(({ judge }) => judge)}::uuid[]) AS x(entry, judge)
      WHERE w.district_id = ${c.district}::uuid AND w.round_id = ${round.id}::uuid AND w.entry_id = x.entry AND w.judge_id = x.judge`;
    await c.tx.roundWish.createMany({ data: last.filter(({ wish }) => wish !== 'neither').map(({ entry, judge, wish }) => ({ ...of, entryId: entry, judgeId: judge, kind: wish })) });
    const counts = (kind: string) => last.filter(({ wish }) => wish === kind).length;
    c.announce(round.aggregate, pairsWished({ pinned: counts('pin'), forbidden: counts('forbid'), released: counts('neither') }));
  },
});

/** @throws Refused where an entry or a judge is not there, or not for this officer to see, or a pinned pair is in conflict */
async function possible(c: Context, call: string, wishes: readonly WishInput[]): Promise<void> {
  const ids = wishes.map(({ entry }) => entry);
  const seen = await c.tx.entry.findMany({ where: { districtId: c.district, callId: call, id: { in: ids }, projectId: { notIn: recusedOf(c.actor) } }, select: { id: true } });
  const own = new Set(seen.map(({ id }) => id));
  const between = await conflictsAmong(c.tx, c.district, call, { entries: ids, people: wishes.map(({ judge }) => judge) });
  for (const { entry, judge, wish } of wishes) {
    if (!own.has(entry)) c.refuse(notFound, { kind: 'entry', id: entry });
    const reasons = between(entry, judge) ?? c.refuse(notFound, { kind: 'judge', id: judge });
    if (wish === 'pin' && reasons.length > 0) c.refuse(pinInConflict, { entry, judge });
  }
}
