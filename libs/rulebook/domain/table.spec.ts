import { isRefusal, type TableBody } from '#kernel';
import fc from 'fast-check';
import { differences, linesOf, revised } from './body.js';

const TABLE = {
  zh: '示例表',
  en: 'a table',
  columns: [
    { name: 'most', zh: '上限', en: 'most' },
    { name: 'metric', zh: '取数', en: 'figure' },
    { name: 'bands', zh: '档', en: 'band' },
    { name: 'from', zh: '起', en: 'from', measured: true },
    { name: 'weights', zh: '权重', en: 'weight' },
    { name: 'start', zh: '初创', en: 'start' },
  ],
  most: 100,
  rows: [
    { key: 'one', zh: '甲', en: 'one', unit: 'fen', metric: 'revenue', bands: [{ from: 100, points: 1 }, { from: 200, points: 2 }], weights: [1, 2] },
    { key: 'two', zh: '乙', en: 'two', unit: 'people', metric: 'staff', bands: [{ from: 5, points: 1 }], shares: { start: 3 } },
  ],
} as const satisfies TableBody & Record<string, unknown>;

const after = (...revisions: Parameters<typeof revised>[1]) => {
  const body = revised(TABLE, revisions);
  if (isRefusal(body)) throw new Error(body.type.code);
  return body;
};
const refusal = (...revisions: Parameters<typeof revised>[1]) => (revised(TABLE, revisions) as { type?: { code: string } }).type?.code;

describe('a rule that is a table', () => {
  it('is read as lines: rows by their names, figures in their row’s unit, and nothing that is not for people to change', () => {
    expect(linesOf(TABLE).map(({ at, depth, zh, clause, row }) => [at, depth, zh, clause?.threshold ?? null, clause?.unit ?? null, row])).toEqual([
      ['root', 0, '示例表', null, null, null],
      ['most', 1, '上限', 100, null, null],
      ['rows.one', 1, '甲', null, null, 'named'],
      ['rows.one.metric', 2, '取数', 'revenue', null, null],
      ['rows.one.bands.0', 2, '档 1', null, null, 'counted'],
      ['rows.one.bands.0.from', 3, '起', 100, 'fen', null],
      ['rows.one.bands.1', 2, '档 2', null, null, 'counted'],
      ['rows.one.bands.1.from', 3, '起', 200, 'fen', null],
      ['rows.one.weights.0', 2, '权重 1', 1, null, null],
      ['rows.one.weights.1', 2, '权重 2', 2, null, null],
      ['rows.two', 1, '乙', null, null, 'named'],
      ['rows.two.metric', 2, '取数', 'staff', null, null],
      ['rows.two.bands.0', 2, '档 1', null, null, 'counted'],
      ['rows.two.bands.0.from', 3, '起', 5, 'people', null],
      ['rows.two.shares.start', 2, '初创', 3, null, null],
    ]);
  });

  it('says at every place what it was told to say, and nothing else changes', () => {
    const figures = linesOf(TABLE).filter(({ clause }) => typeof clause?.threshold === 'number');
    fc.assert(
      fc.property(fc.constantFrom(...figures), fc.integer(), ({ at, clause }, threshold) => {
        const changed = differences(TABLE, after({ at, threshold }));
        expect(changed.map((one) => [one.at, one.after?.clause?.threshold])).toEqual(threshold === clause!.threshold ? [] : [[at, threshold]]);
      }),
    );
  });

  it('gets rows and loses them', () => {
    const body = after({ at: 'rows.one', copy: 'three' }, { at: 'rows.three', zh: '丙', en: 'three' }, { at: 'rows.two', remove: true }, { at: 'rows.one.bands.0', copy: 'x' }, { at: 'rows.one.bands.2', remove: true });
    expect(linesOf(body).filter(({ row }) => row === 'named').map(({ at, zh }) => [at, zh])).toEqual([['rows.one', '甲'], ['rows.three', '丙']]);
    expect(linesOf(body).filter(({ at }) => at.endsWith('from')).map(({ at, clause }) => [at, clause!.threshold])).toEqual([['rows.one.bands.0.from', 100], ['rows.one.bands.1.from', 100], ['rows.three.bands.0.from', 100], ['rows.three.bands.1.from', 200]]);
  });

  it('refuses what it has no place for', () => {
    expect([
      refusal({ at: 'rows.nine.most', threshold: 1 }),
      refusal({ at: 'columns.most.zh', threshold: 'x' }),
      refusal({ at: '__proto__.polluted', threshold: 1 }),
      refusal({ at: 'rows.one.key', threshold: 'x' }),
      refusal({ at: 'most', threshold: 'many' }),
      refusal({ at: 'rows.two.bands.0', remove: true }),
      refusal({ at: 'rows.one', copy: 'two' }),
      refusal({ at: 'rows.one', copy: 'no key!' }),
    ]).toEqual(['rule:no-such-clause', 'rule:no-such-clause', 'rule:no-such-clause', 'rule:no-such-clause', 'rule:threshold-kind', 'rule:last-row', 'rule:row-key', 'rule:row-key']);
  });
});
