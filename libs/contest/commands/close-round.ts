import { command } from '#platform';
import { quorumMissing, roundClosed, roundMachine } from '../domain/judging.js';
import { notRecused } from '../facts/not-recused.js';
import { planOfRound } from '../facts/round-plan.js';
import { roundKind } from './kinds.js';

export const closeRound = command({
  name: 'close-round',
  summary: 'Closes a round before every sheet is in, once each entry has its quorum; totals and ranks follow.',
  on: roundKind,
  may: 'run',
  target: (input: { round: string }) => input.round,
  async decide(c, _, round) {
    await notRecused(c, round.callId);
    const { quorum, way } = planOfRound(round);
    const standings = await c.tx.standing.findMany({ where: { districtId: c.district, roundId: round.id }, include: { entry: { include: { sheets: { where: { roundId: round.id, submittedAt: { not: null }, pulled: null } } } } } });
    const short = way === 'public-vote' || way === 'pairwise' ? [] : standings.filter(({ entry }) => entry.sheets.length < quorum).map(({ entry }) => entry.title);
    if (short.length > 0) c.refuse(quorumMissing, { quorum, entries: short.join(', ') });
    c.move(round.aggregate, roundMachine.take('close', round.aggregate.state, {}, [roundClosed({ call: round.callId })]));
  },
});
