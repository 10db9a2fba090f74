import { command, Part, Text } from '#platform';
import { firmNotReviewed, yieldAnswered, yieldReviewMachine } from '../domain/yield-review.js';
import { gradeFirms } from '../facts/grade-firms.js';
import { FirmYield } from './enter-yields.js';
import { yieldReviewKind } from './kinds.js';

export class AnswerYieldObjection {
  @Text({ max: 120 }) firm!: string;
  @Text({ min: 2, max: 4000 }) answer!: string;
  @Part(() => FirmYield, { optional: true, description: 'The right figures, where the objection holds' }) corrected?: FirmYield;
}

export const answerYieldObjection = command({
  name: 'answer-yield-objection',
  summary: 'Answers an objection; where it holds, the figures are corrected and all are graded anew.',
  on: yieldReviewKind,
  may: 'run',
  target: (input: AnswerYieldObjection & { review: string }) => input.review,
  async decide(c, { firm, answer, corrected }, { id: reviewId, aggregate, year, firms }) {
    const before = firms.find((one) => one.firm === firm && one.objection !== null) ?? c.refuse(firmNotReviewed, { firm });
    const where = { districtId_reviewId_firm: { districtId: c.district, reviewId, firm } };
    await c.tx.yieldOfFirm.update({ where, data: { answer, ...(corrected && { mu: corrected.mu, valueAdded: corrected.valueAdded, tax: corrected.tax, energy: corrected.energy, research: corrected.research, notGraded: corrected.notGraded ?? null }) } });
    if (corrected) await gradeFirms(c, reviewId);
    const { grade } = await c.tx.yieldOfFirm.findUniqueOrThrow({ where });
    c.move(aggregate, yieldReviewMachine.take('answer', aggregate.state, {}, [yieldAnswered({ year, firm, before: before.grade, grade })]));
  },
});
