import { reaction } from '#platform';
import { sheetSubmitted } from '../domain/judging.js';
import { markDisputed } from '../facts/mark-disputed.js';
import { planOfRound } from '../facts/round-plan.js';

export const watchSpread = reaction({
  name: 'watch-spread',
  summary: 'Sends an entry to another judge, or to the panel, when its sheets are in and lie further apart than the call allows.',
  on: [sheetSubmitted],
  async react(c, { payload: { round: id, entry } }) {
    const found = await c.tx.round.findUniqueOrThrow({ where: c.key(id) });
    if (found.plan === null || found.kind !== 'judging' || !planOfRound(found).spread) return;
    await c.lock(id);
    const round = await c.tx.round.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true, call: true } });
    if (round.aggregate.state !== 'judging') return;
    const announced = await markDisputed(c, round, entry);
    if (announced.length > 0) c.announce(round.aggregate, ...announced);
  },
});
