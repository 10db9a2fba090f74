import { command, Text, today } from '#platform';
import { firmNotReviewed, objectionLate, yieldObjected, yieldReviewMachine } from '../domain/yield-review.js';
import { yieldReviewKind } from './kinds.js';

export class ObjectToYield {
  @Text({ max: 120 }) firm!: string;
  @Text({ min: 2, max: 4000 }) objection!: string;
}

export const objectToYield = command({
  name: 'object-to-yield',
  summary: 'Puts down a firm’s objection to its grade, within the term.',
  on: yieldReviewKind,
  may: 'run',
  target: (input: ObjectToYield & { review: string }) => input.review,
  async decide(c, { firm, objection }, { id: reviewId, aggregate, year, firms, publicTo }) {
    if (!firms.some((one) => one.firm === firm)) c.refuse(firmNotReviewed, { firm });
    if (publicTo !== null && (await today(c)) > publicTo) c.refuse(objectionLate, { until: publicTo });
    c.move(aggregate, yieldReviewMachine.take('object', aggregate.state, {}, [yieldObjected({ year, firm })]));
    await c.tx.yieldOfFirm.update({ where: { districtId_reviewId_firm: { districtId: c.district, reviewId, firm } }, data: { objection, answer: null } });
  },
});
