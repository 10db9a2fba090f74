import { command, today } from '#platform';
import { objectionsOpen, yieldReviewMachine, yieldsSettled } from '../domain/yield-review.js';
import { yieldReviewKind } from './kinds.js';

export const settleYields = command({
  name: 'settle-yields',
  summary: 'Lets a year’s grades stand, once the term is over and every objection is answered.',
  on: yieldReviewKind,
  may: 'run',
  target: (input: { review: string }) => input.review,
  async decide(c, _, { aggregate, year, firms, publicTo }) {
    const open = firms.filter(({ objection, answer }) => objection !== null && answer === null).length;
    if (open > 0 || (publicTo !== null && (await today(c)) <= publicTo)) c.refuse(objectionsOpen, { until: publicTo ?? '', open });
    c.move(aggregate, yieldReviewMachine.take('settle', aggregate.state, {}, [yieldsSettled({ year })]));
  },
});
