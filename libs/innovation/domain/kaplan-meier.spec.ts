import fc from 'fast-check';
import { survivalOf } from './kaplan-meier.js';

/** Weeks of remission under 6-MP (Freireich and others, Blood 21, 1963), the example of many textbooks; + is censored. */
const FREIREICH = ['6', '6', '6', '6+', '7', '9+', '10', '10+', '11+', '13', '16', '17+', '19+', '20+', '22', '23', '25+', '32+', '32+', '34+', '35+'].map((text) => ({ days: Number.parseInt(text, 10), happened: !text.endsWith('+') }));

describe('time to an event that some have not come to', () => {
  it('is as published for the example of 1963', () => {
    const { spells, happened, steps, median } = survivalOf(FREIREICH);
    expect([spells, happened, median]).toEqual([21, 9, 23]);
    expect(steps.map(({ days, atRisk, waiting }) => [days, atRisk, waiting.toFixed(3)])).toEqual([
      [6, 21, '0.857'],
      [7, 17, '0.807'],
      [10, 15, '0.753'],
      [13, 12, '0.690'],
      [16, 11, '0.627'],
      [22, 7, '0.538'],
      [23, 6, '0.448'],
    ]);
  });

  it('is the plain share where all have come to it, and knows no median where half have not', () => {
    expect(survivalOf([1, 2, 3, 4].map((days) => ({ days, happened: true }))).steps.map(({ waiting }) => waiting.toFixed(2))).toEqual(['0.75', '0.50', '0.25', '0.00']);
    expect(survivalOf([{ days: 5, happened: true }, { days: 9, happened: false }, { days: 9, happened: false }]).median).toBeNull();
    expect(survivalOf([])).toEqual({ spells: 0, happened: 0, steps: [], quarter: null, median: null, threeQuarters: null });
  });

  it('never rises, stays within its interval, and that within 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ days: fc.integer({ min: 0, max: 400 }), happened: fc.boolean() }), { maxLength: 60 }), (spells) => {
        const { steps } = survivalOf(spells);
        for (const [n, { waiting, low, high }] of steps.entries()) {
          expect(waiting).toBeLessThanOrEqual(n === 0 ? 1 : steps[n - 1]!.waiting);
          expect(0 <= low && low <= waiting + 1e-12 && waiting <= high + 1e-12 && high <= 1).toBe(true);
        }
      }),
    );
  });
});
