import { drawnOrder } from '#judging';
import { command } from '#platform';
import { noPitchDay, orderDrawn, orderDrawnAlready } from '../domain/pitching.js';
import { notOpenYet } from '../domain/judging.js';
import { planOfRound } from '../facts/round-plan.js';
import { roundKind } from './kinds.js';

export const drawOrder = command({
  name: 'draw-order',
  summary: 'Draws the running order of a pitch day from the seed whose hash was published before, and publishes the seed: anyone can repeat the draw.',
  on: roundKind,
  may: 'run',
  target: (input: { round: string }) => input.round,
  async decide(c, _, round) {
    if (!planOfRound(round).pitch) c.refuse(noPitchDay);
    if (round.aggregate.state !== 'judging') c.refuse(notOpenYet);
    const of = { districtId: c.district, roundId: round.id };
    const draw = await c.tx.draw.findUniqueOrThrow({ where: { districtId_roundId_purpose: { ...of, purpose: 'order' } } });
    if (draw.drawnAt !== null) c.refuse(orderDrawnAlready);
    const standings = await c.tx.standing.findMany({ where: of, select: { entryId: true } });
    const order = drawnOrder(draw.seed, standings.map(({ entryId }) => entryId));
    c.announce(round.aggregate, orderDrawn({ call: round.callId, seed: draw.seed, commitment: draw.commitment, entries: order.length }));
    await c.tx.draw.update({ where: { districtId_roundId_purpose: { ...of, purpose: 'order' } }, data: { drawnAt: c.now } });
    await c.tx.$executeRaw`
      UPDATE standing s SET slot = o.slot FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(entry, slot)
      WHERE s.district_id = ${c.district}::uuid AND s.round_id = ${round.id}::uuid AND s.entry_id = o.entry`;
    return { seed: draw.seed, order };
  },
});
