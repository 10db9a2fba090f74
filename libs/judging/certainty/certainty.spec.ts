import fc from 'fast-check';
import { marksOf } from '../marks.js';
import { normals, seeded } from '../random.js';
import { severityModel } from '../results/severity.js';
import { normalBelow } from '../statistics.js';
import { nextReviews } from './next-review.js';
import { rankCertainty } from './rank-certainty.js';
import { reviewsFor, varianceParts } from './review-count.js';

const table = (rows: readonly (readonly (number | null)[])[]) => marksOf(rows.length, rows[0]!.length, rows.flatMap((row, entry) => row.flatMap((value, judge) => (value === null ? [] : [{ entry, judge, value }]))));

function made(entries: number, judges: number, reviews: number, { quality = 2, severity = 1, noise = 1, seed = 5 } = {}) {
  const random = seeded(seed);
  const normal = normals(random);
  const hard = Array.from({ length: judges }, () => severity * normal());
  return marksOf(
    entries,
    judges,
    Array.from({ length: entries }, (_, entry) => {
      const good = quality * normal();
      return Array.from({ length: reviews }, (_, n) => ({ entry, judge: (entry * 7 + n * (1 + Math.floor(judges / reviews))) % judges, value: good - hard[(entry * 7 + n * (1 + Math.floor(judges / reviews))) % judges]! + noise * normal() }));
    }).flat(),
  );
}

describe('rankCertainty', () => {
  it('is certain where all judges agree, by either way', async () => {
    for (const by of ['judges', 'severity'] as const) {
      const { intervals, above, stability } = await rankCertainty(table([[9, 8], [7, 6], [5, 4], [null, null]]), { places: 2, by, resamples: 500 });
      expect(intervals).toEqual([[1, 1], [2, 2], [3, 3], null]);
      expect(above).toEqual([1, 1, 0, null]);
      expect(stability).toBe(1);
    }
  });

  it('has the chances that can be worked out: of two judges who disagree, the heavier wins', async () => {
    // Weights are exponential: the first judge's is more than twice the second's with probability 1/3.
    const { above } = await rankCertainty(table([[0, 2], [1, 0]]), { places: 1, resamples: 40_000 });
    expect(Math.abs(above[0]! - 2 / 3)).toBeLessThan(0.01);
  });

  it('has the chances of the normal distribution by the severity model', async () => {
    const marks = made(2, 6, 6, { quality: 0.4 });
    const { scores, residualVariance } = severityModel(marks);
    const expected = normalBelow((scores[0]! - scores[1]!) / Math.sqrt((2 * residualVariance) / 6));
    const { above } = await rankCertainty(marks, { places: 1, by: 'severity', resamples: 40_000 });
    expect(Math.abs(above[0]! - expected)).toBeLessThan(0.01);
  });

  it('has all rank probabilities that integrating over the scores gives', async () => {
    const marks = table([[8, 7, 6, 9], [7.5, 6, 7, 8], [6, 7, 5.5, 8.5], [5, 6.5, 6, 7]]);
    const { scores, residualVariance } = severityModel(marks);
    const error = Math.sqrt(residualVariance / 4);
    // The chance that just `above` of the others score higher than entry e, x by x of what e may score.
    const chance = (e: number, above: number): number => {
      let all = 0;
      const step = error / 100;
      for (let x = scores[e]! - 8 * error; x < scores[e]! + 8 * error; x += step) {
        const higher = scores.flatMap((score, other) => (other === e ? [] : [normalBelow((score! - x) / error)]));
        const ways = higher.reduce<number[]>((known, p) => [...known, 0].map((own, n) => own * (1 - p) + (known[n - 1] ?? 0) * p), [1]);
        all += (ways[above]! * Math.exp(-(((x - scores[e]!) / error) ** 2) / 2) * step) / (error * Math.sqrt(2 * Math.PI));
      }
      return all;
    };
    for (const places of [1, 2, 3]) {
      const found = await rankCertainty(marks, { places, by: 'severity', resamples: 40_000 });
      scores.forEach((_, e) => {
        const expected = Array.from({ length: places }, (_, above) => chance(e, above)).reduce((sum, one) => sum + one, 0);
        expect(Math.abs(found.above[e]! - expected)).toBeLessThan(0.012);
      });
    }
  });

  it('gives the same answer however many threads there are, and reports how far it is', async () => {
    const marks = made(120, 30, 5);
    const seen: number[] = [];
    const alone = await rankCertainty(marks, { places: 20, resamples: 4000, threads: 1 });
    const together = await rankCertainty(marks, { places: 20, resamples: 4000, threads: 2 }, { progress: (done) => seen.push(done) });
    expect(together).toEqual(alone);
    expect(seen.at(-1)).toBe(4000);
    expect(alone.above.reduce<number>((sum, one) => sum + one!, 0)).toBeCloseTo(20, 1);
  });

  it('holds the true rank in about 95 of 100 intervals', async () => {
    let [held, of] = [0, 0];
    for (let seed = 1; seed <= 4; seed++) {
      const random = seeded(seed);
      const normal = normals(random);
      const quality = Array.from({ length: 40 }, () => 2 * normal());
      const marks = table(quality.map((good) => Array.from({ length: 8 }, () => good + normal())));
      const { intervals } = await rankCertainty(marks, { places: 10, by: 'severity', resamples: 1000 });
      quality.forEach((good, entry) => {
        const rank = 1 + quality.filter((other) => other > good).length;
        const [best, worst] = intervals[entry]!;
        if (best <= rank && rank <= worst) held++;
        of++;
      });
    }
    expect(held / of).toBeGreaterThan(0.88);
  });

  it('is refused with the reason when it is cancelled', async () => {
    const marks = made(500, 50, 5);
    await expect(rankCertainty(marks, { places: 10, resamples: 100_000, threads: 2 }, { signal: AbortSignal.abort(new Error('No longer wanted')) })).rejects.toThrow('No longer wanted');
  });
});

describe('nextReviews', () => {
  const marks = table([[9, 9.2, null], [7, 6.6, null], [6.8, 7, null], [2, 1.8, 2.1]]);

  it('asks first for the entries at the cut, of judges who may and have not yet', () => {
    const [first, second, ...rest] = nextReviews(marks, 2);
    expect([first!.entry, second!.entry].sort()).toEqual([1, 2]);
    expect(first).toMatchObject({ judge: 2 });
    expect(first!.gain).toBeGreaterThan(0);
    for (const { gain } of rest) expect(gain).toBeLessThan(second!.gain);
    expect(nextReviews(marks, 2, (_, judge) => judge !== 2)).toEqual([]);
  });

  it('asks for nothing where no doubt is left or there is no cut', () => {
    expect(nextReviews(table([[3, 3], [1, 1]]), 1)).toEqual([]);
    expect(nextReviews(marks, 4)).toEqual([]);
  });

  it('never expects a review to make anything less sure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (seed) => {
        for (const { gain } of nextReviews(made(12, 8, 3, { seed }), 4)) expect(gain).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('how many reviews', () => {
  it('finds the parts that marks were made with', () => {
    const parts = varianceParts(made(1500, 150, 5, { quality: 2, severity: 1, noise: 1.5 }));
    expect(parts.entries).toBeGreaterThan(3.5);
    expect(parts.entries).toBeLessThan(4.5);
    expect(parts.judges).toBeGreaterThan(0.7);
    expect(parts.judges).toBeLessThan(1.4);
    expect(parts.noise).toBeGreaterThan(2);
    expect(parts.noise).toBeLessThan(2.5);
  });

  it('tells what more reviews buy, as reliability is defined', () => {
    const bought = reviewsFor({ entries: 4, judges: 1, noise: 3 }, { entries: 100, places: 20, most: 8 });
    expect(bought.map(({ reliability }) => reliability)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => 4 / (4 + 4 / n)));
    expect(bought[7]!.rightAbove).toBeGreaterThan(bought[0]!.rightAbove + 0.1);
    expect(reviewsFor({ entries: 4, judges: 0, noise: 0 }, { entries: 10, places: 3, most: 1 })[0]).toEqual({ reviews: 1, reliability: 1, rightAbove: 1 });
  });
});
