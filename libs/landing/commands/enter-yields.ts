import { command, List, Quantity, Text } from '#platform';
import { yieldReviewMachine, yieldsEntered } from '../domain/yield-review.js';
import { gradeFirms } from '../facts/grade-firms.js';
import { yieldReviewKind } from './kinds.js';

export class FirmYield {
  @Text({ max: 120 }) firm!: string;
  @Text({ optional: true, max: 18 }) creditCode?: string;
  @Quantity({ min: 0.01, max: 1_000_000, description: 'Its land in 亩' }) mu!: number;
  @Quantity({ min: -1e15, max: 1e15, description: 'Value added by 亩, in fen' }) valueAdded!: number;
  @Quantity({ max: 1e15, description: 'Tax by 亩, in fen' }) tax!: number;
  @Quantity({ max: 1e15, description: 'Value added by tonne of standard coal, in fen' }) energy!: number;
  @Quantity({ max: 1000, description: 'Research over revenue, in percent' }) research!: number;
  @Text({ optional: true, max: 100, description: 'Why it is evaluated and not graded, such as a new plant' }) notGraded?: string;
}

export class EnterYields {
  @List(() => FirmYield, { max: 500 }) firms!: FirmYield[];
}

export const enterYields = command({
  name: 'enter-yields',
  summary: 'Enters firms’ yields by 亩 of a year, in place of what was entered of them before; all are graded anew.',
  on: yieldReviewKind,
  may: 'run',
  target: (input: EnterYields & { review: string }) => input.review,
  async decide(c, { firms }, { id: reviewId, aggregate, year }) {
    c.move(aggregate, yieldReviewMachine.take('enter', aggregate.state, {}, [yieldsEntered({ year, firms: firms.length })]));
    for (const { firm, creditCode, notGraded, mu, valueAdded, tax, energy, research } of firms) {
      const row = { mu, valueAdded, tax, energy, research, creditCode: creditCode ?? null, notGraded: notGraded ?? null };
      await c.tx.yieldOfFirm.upsert({ where: { districtId_reviewId_firm: { districtId: c.district, reviewId, firm } }, create: { districtId: c.district, reviewId, firm, parts: {}, ...row }, update: row });
    }
    await gradeFirms(c, reviewId);
  },
});
