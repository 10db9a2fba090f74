import { reaction } from '#platform';
import { roundClosed, roundMachine, sheetSubmitted } from '../domain/judging.js';

export const closeFullRound = reaction({
  name: 'close-full-round',
  summary: 'Closes a round when its last sheet is in.',
  on: [sheetSubmitted],
  async react(c, { payload }) {
    const where = { districtId: c.district, roundId: payload.round };
    // A look without the lock first: all but the last sheet end here and wait for nobody.
    if ((await c.tx.scoreSheet.count({ where: { ...where, submittedAt: null } })) > 0) return;
    await c.lock(payload.round);
    const round = await c.tx.round.findUniqueOrThrow({ where: c.key(payload.round), include: { aggregate: true } });
    if (round.aggregate.state !== 'judging') return;
    c.move(round.aggregate, roundMachine.take('close', round.aggregate.state, {}, [roundClosed({ call: round.callId })]));
  },
});
