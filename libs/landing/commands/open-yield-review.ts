import { command, districtKind, Part, Quantity, Year } from '#platform';
import { reviewKnown, weightsEmpty, yieldReviewMachine, yieldReviewOpened } from '../domain/yield-review.js';
import { yieldReviewKind } from './kinds.js';

export class YieldWeights {
  @Quantity({ max: 100, description: 'Of value added by 亩' }) valueAdded!: number;
  @Quantity({ max: 100, description: 'Of tax by 亩' }) tax!: number;
  @Quantity({ max: 100, description: 'Of value added by tonne of coal' }) energy!: number;
  @Quantity({ max: 100, description: 'Of research over revenue' }) research!: number;
}

export class GradeLines {
  @Quantity({ max: 150 }) A!: number;
  @Quantity({ max: 150 }) B!: number;
  @Quantity({ max: 150 }) C!: number;
}

export class OpenYieldReview {
  @Year() year!: string;
  @Part(() => YieldWeights) weights!: YieldWeights;
  @Part(() => GradeLines, { description: 'The score from which each grade is given; below C is D' }) lines!: GradeLines;
}

export const openYieldReview = command({
  name: 'open-yield-review',
  summary: 'Begins a year’s grading of firms by what they yield from their land, with the district’s weights and lines.',
  on: districtKind,
  may: 'review-yields',
  exclusive: false,
  target: (_: OpenYieldReview, district) => district,
  async decide(c, { year, weights: { valueAdded, tax, energy, research }, lines: { A, B, C } }) {
    if (valueAdded + tax + energy + research <= 0 || A < B || B < C) c.refuse(weightsEmpty);
    if ((await c.tx.yieldReview.count({ where: { districtId: c.district, year } })) > 0) c.refuse(reviewKnown, { year });
    const id = c.create(yieldReviewKind.kind, yieldReviewMachine.begin(yieldReviewOpened({ year })));
    await c.tx.yieldReview.create({ data: { districtId: c.district, id, year, weights: { valueAdded, tax, energy, research }, lines: { A, B, C } } });
  },
});
