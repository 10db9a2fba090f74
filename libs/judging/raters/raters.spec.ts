import { marksOf } from '../marks.js';
import { seeded } from '../random.js';
import { intraclass } from './intraclass.js';
import { krippendorffAlpha } from './krippendorff.js';
import { holm, ownSide, type Difference } from './own-side.js';
import { panelStatistics } from './raters.js';

/** Judges a line, entries a column; null where one gave no mark. */
const byJudges = (rows: readonly (readonly (number | null)[])[]) => marksOf(rows[0]!.length, rows.length, rows.flatMap((row, judge) => row.flatMap((value, entry) => (value === null ? [] : [{ entry, judge, value }]))));

describe('krippendorffAlpha', () => {
  // The worked example C of Krippendorff, "Computing Krippendorff's alpha-reliability", 2011.
  const marks = byJudges([
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ]);

  it.each([['nominal', 0.743], ['ordinal', 0.815], ['interval', 0.849]] as const)('is, for %s data, as published', (level, published) => {
    expect(krippendorffAlpha(marks, level)).toBeCloseTo(published, 3);
  });

  it('is 1 where all agree, and can’t be told where nothing differs', () => {
    expect(krippendorffAlpha(byJudges([[1, 2, 3], [1, 2, 3]]), 'ordinal')).toBe(1);
    expect(krippendorffAlpha(byJudges([[2, 2], [2, 2]]), 'nominal')).toBeNaN();
    expect(krippendorffAlpha(byJudges([[1, null], [null, 2]]), 'nominal')).toBeNaN();
  });
});

describe('intraclass', () => {
  it('is in all six forms what Shrout and Fleiss print for their four judges and six targets', () => {
    const found = intraclass([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])!;
    const rounded = ({ oneWay, random, fixed }: { oneWay: number; random: number; fixed: number }) => [oneWay, random, fixed].map((one) => Number(one.toFixed(2)));
    expect(rounded(found.single)).toEqual([0.17, 0.29, 0.71]);
    expect(rounded(found.average)).toEqual([0.44, 0.62, 0.91]);
    expect(found).toMatchObject({ entries: 6, judges: 4 });
    expect(intraclass([[1, 2]])).toBeUndefined();
  });
});

describe('panelStatistics', () => {
  it('tells severity, noise and consistency of each judge, with how many marks are behind them', () => {
    const { judges, entries, marks, alpha, intraclass: agreement } = panelStatistics(byJudges([[5, 6, 7, 9], [3, 4, 5, 7], [7, 8, 9, null]]));
    expect(judges.map(({ severity }) => severity)).toEqual([expect.closeTo(judges[0]!.severity, 9), expect.closeTo(judges[0]!.severity + 2, 9), expect.closeTo(judges[0]!.severity - 2, 9)]);
    expect(judges.map(({ consistency }) => consistency)).toEqual([expect.any(Number), expect.any(Number), expect.closeTo(1, 9)]);
    expect(judges.map((one) => one.marks)).toEqual([4, 4, 3]);
    expect({ entries, marks }).toEqual({ entries: 4, marks: 11 });
    expect(alpha.interval).toBeLessThan(1);
    expect(agreement).toMatchObject({ entries: 3, judges: 3, single: { fixed: expect.closeTo(1, 9) } });
  });

  it('says nothing where there is too little', () => {
    expect(panelStatistics(byJudges([[5]]))).toMatchObject({ judges: [{ marks: 1, consistency: null }], alpha: { nominal: null, ordinal: null, interval: null } });
  });
});

describe('ownSide', () => {
  function made(bias: number): Difference[] {
    const random = seeded(9);
    const noise = () => random() + random() + random() - 1.5;
    return Array.from({ length: 20 }, (_, judge) => Array.from({ length: 30 }, (_, entry) => ({ judge: `J${judge}`, entry: String(entry), own: entry < 4, difference: noise() + (entry < 4 && judge === 0 ? bias : 0) }))).flat();
  }

  it('finds the one who favours his own, and nobody else', () => {
    const { judges, standOut, gap, interval } = ownSide(made(3));
    expect(standOut).toEqual(['J0']);
    expect(judges[0]).toMatchObject({ judge: 'J0', own: { count: 4 }, other: { count: 26 } });
    expect(judges[0]!.gap).toBeGreaterThan(2);
    expect(gap).toBeGreaterThan(interval[0]);
    expect(gap).toBeLessThan(interval[1]);
  });

  it('finds nobody where nobody does', () => {
    const { standOut, p } = ownSide(made(0));
    expect(standOut).toEqual([]);
    expect(p).toBeGreaterThan(0.01);
  });

  it('has the p-value that counting all permutations gives', () => {
    // Own 5 and 4 of 1, 2, 3, 4, 5: one of the ten ways to draw two has as great a mean.
    const list = [5, 4, 3, 2, 1].map((difference, n) => ({ judge: 'A', entry: String(n), own: n < 2, difference }));
    expect(Math.abs(ownSide(list).judges[0]!.p - 0.1)).toBeLessThan(0.01);
  });

  it('corrects p-values as Holm does', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
  });
});
