import fc from 'fast-check';
import { costsOf, type ProjectAmount } from './costs.js';
import { meritOf, percentiles, shareOf, standardErrorOfArea, warningFor } from './merits.js';

describe('what marks told of later success', () => {
  it('gives the area that Hanley and McNeil print for 109 images', () => {
    // Their table I: ratings 1 to 5 of 58 normal and 51 abnormal images; an area of 0.893, its standard error 0.032 by the ratings themselves.
    const rated = (counts: readonly number[], success: boolean) => counts.flatMap((count, n) => Array.from({ length: count }, () => ({ score: n + 1, success })));
    const merit = meritOf([...rated([33, 6, 6, 11, 2], false), ...rated([3, 2, 2, 11, 33], true)])!;
    expect([merit.area.toFixed(3), Math.abs(standardErrorOfArea(merit.area, 51, 58) - 0.032) < 0.001]).toEqual(['0.893', true]);
  });

  it('gives the interval that Wilson’s formula has for 81 of 263', () => {
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 0.2553 to 0.3662; and 0 of 20: 0 to 0.1611.
    const { low, high } = shareOf(81, 263);
    expect([low.toFixed(4), high.toFixed(4), shareOf(0, 20).high.toFixed(4), shareOf(1, 29).low.toFixed(4), shareOf(1, 29).high.toFixed(4)]).toEqual(['0.2553', '0.3662', '0.1611', '0.0061', '0.1718']);
  });

  it('is the sum of ranks of Mann and Whitney, whatever the scores', () => {
    const cases = fc.array(fc.record({ score: fc.integer({ min: 0, max: 8 }), success: fc.boolean() }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(cases, (made) => {
        const merit = meritOf(made);
        const good = made.filter(({ success }) => success).length;
        if (good === 0 || good === made.length) {
          expect(merit).toBeNull();
          return;
        }
        const ranks = percentiles(made, ({ score }) => score);
        const sum = made.filter(({ success }) => success).reduce((all, one) => all + ranks.get(one)! * made.length + 0.5, 0);
        expect(merit!.area).toBeCloseTo((sum - (good * (good + 1)) / 2) / (good * (made.length - good)), 9);
        expect(merit!.low <= merit!.area && merit!.area <= merit!.high).toBe(true);
      }),
    );
  });

  it('warns plainly where numbers are small', () => {
    expect([warningFor(3, 40)?.zh, warningFor(12, 5)?.en, warningFor(15, 20)]).toEqual(['仅 43 个样本、其中 3 个走到该阶段，不足以下结论', 'only 17 cases, 12 of them came that far: too few to conclude from', null]);
  });
});

describe('what public money came to', () => {
  const of = (project: string, source: string, year: string, amount: number): ProjectAmount => ({ project, source, year, amount });

  it('counts a firm’s tax of one year once however it is reported, and its jobs once', () => {
    const told = costsOf([
      ...[of('a', 'prize', '2024', 5_000), of('a', 'investment', '2024', 20_000), of('a', 'report', '2025', 300), of('a', 'yield', '2025', 1_200), of('a', 'firm-figure', '2025', 1_000), of('a', 'yield', '2026', 3_800), of('a', 'report-staff', '2026', 12), of('a', 'yield-jobs', '2026', 30)],
      // One that got nothing of the public is not part of the cost.
      ...[of('b', 'yield', '2026', 9_000), of('b', 'yield-jobs', '2026', 99)],
      ...[of('c', 'subsidy', '2026', 5_000)],
    ]);
    expect(told).toEqual({ projects: [{ project: 'a', money: 25_000, tax: 5_000, jobs: 30 }, { project: 'c', money: 5_000, tax: 0, jobs: 0 }], money: 30_000, tax: 5_000, jobs: 30, perJob: 1_000, perTax: 6 });
    expect(costsOf([of('c', 'subsidy', '2026', 5_000)])).toMatchObject({ perJob: null, perTax: null });
  });
});
