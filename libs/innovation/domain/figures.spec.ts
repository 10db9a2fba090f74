import fc from 'fast-check';
import { FIGURES, type Figure } from '../rules/figures.js';
import { changeOf, countedOn, freshOn, measure, project, type FigureRecord } from './figures.js';

const figure = (key: string): Figure => FIGURES.find((one) => one.key === key)!;
const HOLDERS = figure('holders-high-tech-enterprise');
const CONTRACTS = figure('contract-amount');
const record = (id: number, on: string, until: string | null, more: Partial<FigureRecord> = {}): FigureRecord => ({ id: String(id), firm: `f${id}`, on, until, amount: 0, ...more });

describe('figures of the register', () => {
  it('prints the published line: 194 in all, 22 of them new', () => {
    const old = Array.from({ length: 172 }, (_, n) => record(n, '2022-11-01', '2025-10-31'));
    // One of the old is recognised again: it is not new; one expired before the day: it does not count.
    const more = [...Array.from({ length: 22 }, (_, n) => record(1000 + n, '2023-10-16', '2026-10-15')), record(5000, '2023-10-16', '2026-10-15', { firm: 'f3' }), record(6000, '2020-12-01', '2023-11-30')];
    expect(measure(HOLDERS, [...old, ...more], '2023-12-31')).toEqual({ value: 194, fresh: 22, before: 173, change: { kind: 'percent', percent: 12.14 } });
    expect(measure(HOLDERS, [...old, ...more], '2023-11-30').value).toBe(195);
  });

  it('says "from zero" where there was nothing, and never infinity', () => {
    expect(measure(CONTRACTS, [record(1, '2023-05-01', null, { amount: 22_680_000_00 })], '2023-12-31')).toMatchObject({ value: 22_680_000_00, before: 0, change: { kind: 'from-zero' } });
    expect([changeOf(0, 0), changeOf(277, 420), changeOf(128, 168)]).toEqual([{ kind: 'none' }, { kind: 'percent', percent: 51.62 }, { kind: 'percent', percent: 31.25 }]);
  });

  it('counts a flow from the first day of the year to the day itself', () => {
    const records = [record(1, '2022-12-31', null, { amount: 1 }), record(2, '2023-01-01', null, { amount: 2 }), record(3, '2023-06-30', null, { amount: 4 }), record(4, '2023-07-01', null, { amount: 8 })];
    expect([measure(CONTRACTS, records, '2023-06-30').value, measure(CONTRACTS, records, '2023-12-31')]).toEqual([6, { value: 14, fresh: 14, before: 1, change: { kind: 'percent', percent: 1300 } }]);
  });

  it('is what its records are, whatever they are', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => new Date(Date.UTC(2021, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.integer(), firm: fc.integer({ min: 0, max: 9 }), on: day, until: fc.option(day) }), { maxLength: 40 }), day, (made, on) => {
        const records = made.map((one, n): FigureRecord => ({ ...one, id: String(n), firm: String(one.firm), amount: 0 }));
        const { value, fresh } = measure(HOLDERS, records, on);
        expect(new Set(countedOn(HOLDERS, records, on).map(({ firm }) => firm)).size).toBe(value);
        expect(new Set(freshOn(HOLDERS, records, on).map(({ firm }) => firm)).size).toBe(fresh);
        expect(fresh).toBeLessThanOrEqual(value);
      }),
    );
  });

  it('goes on along a straight line exactly, and says how sure it is where there is none', () => {
    // Two more on the first of each month: on the 30th of June as many as months, and twelve more by the end of the year.
    const steady = Array.from({ length: 120 }, (_, n) => record(n, new Date(Date.UTC(2015, n, 1)).toISOString().slice(0, 10), null)).flatMap((one, n) => [one, { ...one, id: `b${n}`, firm: `b${n}` }]);
    const { value, low, high } = project(HOLDERS, steady, '2023-06-30');
    expect(value).toBeGreaterThanOrEqual(214);
    expect(value).toBeLessThanOrEqual(217);
    expect(high - low).toBeLessThanOrEqual(4);
    const wild = steady.filter((_, n) => (n * 7919) % 11 < 4);
    const unsure = project(HOLDERS, wild, '2023-06-30');
    expect(unsure.high - unsure.low).toBeGreaterThan(high - low);
    // A flow of 10 each month: 60 by the middle of the year, 120 at its end.
    const flow = Array.from({ length: 60 }, (_, n) => record(n, new Date(Date.UTC(2019, n, 15)).toISOString().slice(0, 10), null, { amount: 10 }));
    const told = project(CONTRACTS, flow, '2023-06-30');
    expect([told.value, told.low <= 120 && told.high >= 120, project(CONTRACTS, flow, '2023-12-31').value]).toEqual([120, true, 120]);
  });
});
