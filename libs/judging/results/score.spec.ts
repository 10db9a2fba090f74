import fc from 'fast-check';
import { Decimal } from '#kernel';
import { scoreEntry, trimmedMean } from './score.js';
import { ISU_2016_FREE, TRIMMED_MEAN } from './scoring-rule.js';
import { rank, tieKeys } from './rank.js';

const decimals = (marks: number[]) => marks.map((mark) => new Decimal(mark));

describe('trimmedMean', () => {
  it('drops the highest and the lowest once there are enough', () => {
    expect(trimmedMean(decimals([1, 9, 5, 6, 7]), 1, 5)?.toNumber()).toBe(6);
    expect(trimmedMean(decimals([1, 9, 5, 6]), 1, 5)?.toNumber()).toBe(5.25);
    expect(trimmedMean([], 1, 3)).toBeNull();
  });

  it('lies between the least and the greatest kept mark, and no order of marks changes it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 12 }), fc.integer(), (quarters, seed) => {
        const marks = quarters.map((quarter) => quarter / 4);
        const mean = trimmedMean(decimals(marks), 1, 3)!;
        const sorted = [...marks].sort((a, b) => a - b);
        const shuffled = [...marks].sort((a, b) => ((a * 7 + seed) % 5) - ((b * 7 + seed) % 5));
        expect(mean.toNumber()).toBeGreaterThanOrEqual(sorted[1]!);
        expect(mean.toNumber()).toBeLessThanOrEqual(sorted.at(-2)!);
        expect(trimmedMean(decimals(shuffled), 1, 3)!.eq(mean)).toBe(true);
      }),
    );
  });
});

describe('scoreEntry', () => {
  // An element of the season: base value 5.6, nine grades of execution worth 0.6 or 1.2 but one; published 6.37.
  it('rounds half up and adds the base value', () => {
    const marks = ['1.2', '0.6', '0.6', '0.6', '0.6', '0.6', '1.2', '0.6', '1.2'];
    const { panel } = scoreEntry(ISU_2016_FREE, [{ id: 'a', section: 'elements', base: '5.6', factor: '1', marks }], '0');
    // Kept: 0.6 five times and 1.2 twice, 5.4 / 7 = 0.7714…
    expect(panel.get('a')).toBe('6.37');
  });

  it('does not count a component mark of nought, and takes deductions from the sum', () => {
    const component = { id: 'c', section: 'components', base: '0', factor: '0.8', marks: ['7', '7.25', '7.5', '0'] };
    const { panel, total, sections } = scoreEntry(ISU_2016_FREE, [component], '1');
    expect(panel.get('c')).toBe('7.25');
    expect(sections).toEqual({ components: '5.80' });
    expect(total).toBe('4.80');
  });

  it('rounds a tie away from zero', () => {
    const half = (marks: string[]) => scoreEntry(TRIMMED_MEAN, [{ id: 'x', section: 's', base: '0', factor: '1', marks }], '0').panel.get('x');
    expect(half(['1.00', '1.01'])).toBe('1.01');
    expect(half(['-1.00', '-1.01'])).toBe('-1.01');
  });
});

describe('rank', () => {
  it('lets equal totals share the better rank, unless a key decides', () => {
    const entries = [
      { id: 'a', total: '80', keys: ['3'] },
      { id: 'b', total: '90' },
      { id: 'c', total: '80.00', keys: ['3'] },
      { id: 'd', total: '80', keys: ['4'] },
      { id: 'e', total: '70' },
    ].map((entry) => ({ keys: ['0'], ...entry }));
    expect(rank(entries)).toEqual([
      { id: 'b', rank: 1, tied: false },
      { id: 'd', rank: 2, tied: false },
      { id: 'a', rank: 3, tied: true },
      { id: 'c', rank: 3, tied: true },
      { id: 'e', rank: 5, tied: false },
    ]);
    expect(tieKeys(ISU_2016_FREE, { components: '45.14', elements: '37.48' })).toEqual(['45.14']);
  });

  it('gives each entry one more than the number of those above it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 20 }), (totals) => {
        const ranked = new Map(rank(totals.map((total, i) => ({ id: String(i), total: String(total) }))).map((r) => [r.id, r]));
        totals.forEach((total, i) => {
          expect(ranked.get(String(i))!.rank).toBe(1 + totals.filter((other) => other > total).length);
          expect(ranked.get(String(i))!.tied).toBe(totals.filter((other) => other === total).length > 1);
        });
      }),
    );
  });
});
