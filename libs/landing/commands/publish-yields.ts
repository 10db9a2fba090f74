import { workingDaysFrom } from '#kernel';
import { command, today, Whole } from '#platform';
import { workedHere } from '#rulebook';
import { yieldReviewMachine, yieldsPublished } from '../domain/yield-review.js';
import { yieldReviewKind } from './kinds.js';

export class PublishYields {
  @Whole({ optional: true, min: 1, max: 60, description: 'Working days in which firms may object; 5 where it is left out' }) days?: number;
}

export const publishYields = command({
  name: 'publish-yields',
  summary: 'Makes a year’s grades public; firms may object within the term.',
  on: yieldReviewKind,
  may: 'run',
  target: (input: PublishYields & { review: string }) => input.review,
  async decide(c, { days = 5 }, { id, aggregate, year, firms }) {
    const from = await today(c);
    const { endsOn: until } = workingDaysFrom(from, days, { worked: await workedHere(c.tx, c.district) });
    c.move(aggregate, yieldReviewMachine.take('publish', aggregate.state, {}, [yieldsPublished({ year, from, until, firms: firms.length })]));
    await c.tx.yieldReview.update({ where: c.key(id), data: { publicFrom: from, publicTo: until } });
    return { from, until };
  },
});
