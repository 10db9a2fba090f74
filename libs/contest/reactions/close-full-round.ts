import { reaction } from '#platform';
import { markDisputed } from '../facts/mark-disputed.js';
import { planOfRound } from '../facts/round-plan.js';
import { roundClosed, roundMachine, roundReopened, sheetPulled, sheetSubmitted } from '../domain/judging.js';

export const closeFullRound = reaction<{ round: string }>({
  name: 'close-full-round',
  summary: 'Closes a round when its last sheet is in.',
  on: [sheetSubmitted, sheetPulled, roundReopened],
  async react(c, { payload }) {
    const where = { districtId: c.district, roundId: payload.round };
    // A look without the lock first: all but the last sheet end here and wait for nobody.
    if ((await c.tx.scoreSheet.count({ where: { ...where, submittedAt: null, pulled: null } })) > 0) return;
    await c.lock(payload.round);
    const round = await c.tx.round.findUniqueOrThrow({ where: c.key(payload.round), include: { aggregate: true, call: true } });
    // A public vote has no sheets: the office ends it, or its time.
    if (round.aggregate.state !== 'judging' || planOfRound(round).way === 'public-vote') return;
    const { spread } = planOfRound(round);
    // Not every entry's last sheet has been looked at yet: jobs come in any order.
    const disputed = round.kind === 'judging' ? await markDisputed(c, round) : [];
    if (disputed.length > 0 && spread?.then === 'judge') return c.announce(round.aggregate, ...disputed);
    // A sheet that was pulled and has nobody else yet: the office closes the round by hand, or another is found.
    const gaps = await c.tx.$queryRaw<{ gaps: number }[]>`
      SELECT count(*)::int AS gaps FROM standing s WHERE s.district_id = ${c.district}::uuid AND s.round_id = ${round.id}::uuid AND ${round.reviewsPerEntry} + s.disputed::int * ${spread?.then === 'judge' ? 1 : 0} > (
        SELECT count(*) FROM score_sheet x WHERE x.district_id = s.district_id AND x.round_id = s.round_id AND x.entry_id = s.entry_id AND x.pulled IS NULL)`;
    if (gaps[0]!.gaps > 0) return void (disputed.length > 0 && c.announce(round.aggregate, ...disputed));
    if ((await c.tx.scoreSheet.count({ where: { ...where, submittedAt: null, pulled: null } })) > 0) return;
    c.move(round.aggregate, roundMachine.take('close', round.aggregate.state, {}, [...disputed, roundClosed({ call: round.callId })]));
  },
});
