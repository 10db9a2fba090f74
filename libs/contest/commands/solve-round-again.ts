import { Choice, command, Instant, Quantity, Whole } from '#platform';
import { roundMachine, roundRequested } from '../domain/judging.js';
import { inFuture } from '../facts/in-future.js';
import { roundKind } from './kinds.js';
import { settled } from './propose-round.js';

export class SolveRoundAgain {
  @Whole({ optional: true, min: 1, max: 50 }) reviewsPerEntry?: number;
  @Whole({ optional: true, min: 1, max: 5000 }) maxPerJudge?: number;
  @Choice(['cheapest', 'fair', 'randomised'], { optional: true }) method?: 'cheapest' | 'fair' | 'randomised';
  @Quantity({ optional: true, min: 0.05, max: 1 }) cap?: number;
  @Instant({ optional: true }) judgeBy?: string;
}

export const solveRoundAgain = command({
  name: 'solve-round-again',
  summary: 'Has the assignment worked out anew, with the pairs that are pinned or forbidden by now, or under other terms.',
  on: roundKind,
  may: 'assign',
  target: (input: SolveRoundAgain & { round: string }) => input.round,
  async decide(c, { reviewsPerEntry, maxPerJudge, method, cap, judgeBy }, round) {
    const due = judgeBy === undefined ? {} : { judgeBy: inFuture(c, judgeBy) };
    await settled(c, round.callId);
    c.move(round.aggregate, roundMachine.take('solve-again', round.aggregate.state, {}, [roundRequested({ call: round.callId })]));
    const terms = { ...(reviewsPerEntry !== undefined && { reviewsPerEntry }), ...(maxPerJudge !== undefined && { maxPerJudge }), ...(method !== undefined && { method }), ...(cap !== undefined && { cap }), ...due };
    await c.tx.round.update({ where: c.key(round.id), data: terms });
  },
});
