import { Choice, command, notFound, Ref } from '#platform';
import { conflictsBetween } from '../domain/conflict.js';
import { pairWished, pinInConflict, roundNotOpen } from '../domain/judging.js';
import { declaredIn, entryFacts, judgeFacts } from '../facts/conflict-facts.js';
import { roundKind } from './kinds.js';

export class WishPair {
  @Ref() entry!: string;
  @Ref() judge!: string;
  @Choice(['pin', 'forbid', 'neither'], { description: 'What the next solving does with the pair' }) wish!: string;
}

export const wishPair = command({
  name: 'wish-pair',
  summary: 'Pins a pair of judge and entry, forbids it, or lets it be again; the next solving keeps to it. A pair in conflict can’t be pinned.',
  on: roundKind,
  may: 'assign',
  target: (input: WishPair & { round: string }) => input.round,
  async decide(c, { entry, judge, wish }, round) {
    if (!['proposed', 'unsolvable'].includes(round.aggregate.state)) c.refuse(roundNotOpen);
    const [entryAbout] = await entryFacts(c.tx, c.district, [entry]);
    if (entryAbout && c.actor.kind === 'person' && c.actor.recused.includes(entryAbout.project)) return c.refuse(notFound, { kind: 'entry', id: entry });
    const [judgeAbout] = await judgeFacts(c.tx, c.district, [judge]);
    if (!entryAbout || (await c.tx.entry.count({ where: { districtId: c.district, id: entry, callId: round.callId } })) === 0) return c.refuse(notFound, { kind: 'entry', id: entry });
    if (!judgeAbout) return c.refuse(notFound, { kind: 'judge', id: judge });
    if (wish === 'pin' && conflictsBetween(judgeAbout, entryAbout, await declaredIn(c.tx, c.district, round.callId)).length > 0) c.refuse(pinInConflict);
    const key = { districtId: c.district, roundId: round.id, entryId: entry, judgeId: judge };
    await c.tx.roundWish.deleteMany({ where: key });
    if (wish !== 'neither') await c.tx.roundWish.create({ data: { ...key, kind: wish } });
    c.announce(round.aggregate, pairWished({ entry, judge, kind: wish }));
  },
});
