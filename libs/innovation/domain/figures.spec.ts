import fc from 'fast-check';
import type { Figure } from '../rules/figure.js';
import { FIGURES } from '../rules/figures.js';
import { changeOf, cutsOf, density, measure, percentOf, project, projectionCuts, Readings, yearBefore, type Moved } from './figures.js';

interface Record {
  readonly on: string;
  readonly until?: string | null;
  readonly amount?: number;
}

const figure = (key: string): Figure => FIGURES.find((one) => one.key === key)!;
const HOLDERS = figure('holders-high-tech-enterprise');
const CONTRACTS = figure('contract-amount');
const GDP = figure('gdp');

/** Records of a figure as they come and go between cuts. */
function readingsOf(of: Figure, records: readonly Record[], cuts: readonly string[]): Readings {
  const { source, sorts } = of.from[0]!;
  const bucket = (day: string) => cuts.filter((cut) => cut < day).length;
  const next = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const moved = records.flatMap(({ on, until = null, amount = 0 }): Moved[] => {
    const row = { source, sort: sorts?.[0] ?? '', came: 0, cameAmount: 0, went: 0, wentAmount: 0 };
    return [{ ...row, bucket: bucket(on), came: 1, cameAmount: amount }, ...(until === null ? [] : [{ ...row, bucket: bucket(next(until)), went: 1, wentAmount: amount }])];
  });
  return new Readings(of, moved, cuts);
}
const measured = (of: Figure, records: readonly Record[], day: string, fresh = 0) => measure(readingsOf(of, records, cutsOf(day)), fresh, day);
const projected = (of: Figure, records: readonly Record[], day: string) => project(readingsOf(of, records, projectionCuts(day)), day)!;
const many = (count: number, one: Record): Record[] => Array.from({ length: count }, () => one);

describe('figures', () => {
  it('prints the published line: 194 in all, 22 of them new', () => {
    const records = [...many(172, { on: '2022-11-01', until: '2025-10-31' }), ...many(22, { on: '2023-10-16', until: '2026-10-15' }), { on: '2020-12-01', until: '2023-11-30' }];
    expect(measured(HOLDERS, records, '2023-12-31', 22)).toMatchObject({ value: 194, fresh: 22, before: 173, change: { kind: 'percent', percent: 12.14 } });
    expect(measured(HOLDERS, records, '2023-11-30').value).toBe(195);
    expect(measured(HOLDERS, records, '2023-12-31').series.slice(-3)).toEqual([{ year: '2021', value: 1 }, { year: '2022', value: 173 }, { year: '2023', value: 194 }]);
  });

  it('prints densities and intensities as published: one GDP of 59.81 billion, and 2.43 % of another', () => {
    const gdp = 5_981_000_000_000;
    expect([1530, 107, 192, 33].map((firms) => density(firms, gdp))).toEqual([255.8, 17.9, 32.1, 5.52]);
    expect(percentOf(198_200_000_000, 8_156_000_000_000)).toBe(2.43);
  });

  it('says "from zero" where there was nothing, "no base" where nothing was stated, times instead of thousands of percent', () => {
    expect(measured(CONTRACTS, [{ on: '2023-05-01', amount: 22_680_000_00 }], '2023-12-31')).toMatchObject({ value: 22_680_000_00, before: 0, change: { kind: 'from-zero' } });
    expect(measured(figure('industrial-research'), [{ on: '2023-09-30', amount: 5 }], '2023-12-31').change).toEqual({ kind: 'no-base' });
    expect([changeOf(0, 0), changeOf(277, 420), changeOf(77, 168), changeOf(8808, 16900)]).toEqual([{ kind: 'none' }, { kind: 'percent', percent: 51.62 }, { kind: 'percent', percent: 118.18 }, { kind: 'percent', percent: 91.87 }]);
    // 277 million, 90 times more than the year before it.
    expect(changeOf(3_044_000_00, 277_000_000_00)).toEqual({ kind: 'times', times: 90, percent: 8999.87 });
  });

  it('counts a flow from the first day of the year to the day itself, and a whole year by the last that is over', () => {
    const records = [{ on: '2022-12-31', amount: 1 }, { on: '2023-01-01', amount: 2 }, { on: '2023-06-30', amount: 4 }, { on: '2023-07-01', amount: 8 }];
    expect([measured(CONTRACTS, records, '2023-06-30').value, measured(CONTRACTS, records, '2023-12-31')]).toMatchObject([6, { value: 14, fresh: 14, before: 1, change: { kind: 'times', times: 13 } }]);
    const years = [{ on: '2021-12-31', amount: 50 }, { on: '2022-12-31', amount: 60 }, { on: '2024-12-31', amount: 90 }];
    expect([measured(GDP, years, '2023-06-30'), measured(GDP, years, '2024-12-31'), measured(GDP, years, '2020-01-01')]).toMatchObject([{ value: 60, before: 50 }, { value: 90, before: null, change: { kind: 'no-base' } }, { value: 0, change: { kind: 'none' } }]);
  });

  it('is what its records are, whatever they are', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => new Date(Date.UTC(2021, 0, 1 + n)).toISOString().slice(0, 10));
    const record = fc.tuple(day, fc.option(day)).map(([on, until]): Record => ({ on, until: until !== null && until < on ? null : until, amount: 3 }));
    fc.assert(
      fc.property(fc.array(record, { maxLength: 40 }), day, (records, on) => {
        const holding = (at: string) => records.filter((one) => one.on <= at && (one.until == null || one.until >= at)).length;
        const { value, before, series } = measured(HOLDERS, records, on);
        expect([value, before, series.at(-1)!.value]).toEqual([holding(on), holding(yearBefore(on)), holding(on)]);
        for (const one of series.slice(0, -1)) expect(one.value).toBe(holding(`${one.year}-12-31`));
        const inYear = (at: string) => 3 * records.filter((one) => one.on <= at && one.on >= `${at.slice(0, 4)}-01-01`).length;
        expect(measured(CONTRACTS, records, on)).toMatchObject({ value: inYear(on), before: inYear(yearBefore(on)) });
      }),
    );
  });

  it('goes on along a straight line exactly, and says how sure it is where there is none', () => {
    // Two more on the first of each month: on the 30th of June as many as months, and twelve more by the end of the year.
    const steady = Array.from({ length: 120 }, (_, n): Record => ({ on: new Date(Date.UTC(2015, n, 1)).toISOString().slice(0, 10) })).flatMap((one) => [one, one]);
    const { value, low, high } = projected(HOLDERS, steady, '2023-06-30');
    expect(value).toBeGreaterThanOrEqual(214);
    expect(value).toBeLessThanOrEqual(217);
    expect(high - low).toBeLessThanOrEqual(4);
    const unsure = projected(HOLDERS, steady.filter((_, n) => (n * 7919) % 11 < 4), '2023-06-30');
    expect(unsure.high - unsure.low).toBeGreaterThan(high - low);
    // A flow of 10 each month: 60 by the middle of the year, 120 at its end.
    const flow = Array.from({ length: 60 }, (_, n): Record => ({ on: new Date(Date.UTC(2019, n, 15)).toISOString().slice(0, 10), amount: 10 }));
    const told = projected(CONTRACTS, flow, '2023-06-30');
    expect([told.value, told.low <= 120 && told.high >= 120, projected(CONTRACTS, flow, '2023-12-31').value]).toEqual([120, true, 120]);
  });
});
