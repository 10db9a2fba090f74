import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawnOrder, lotOf } from './lot.js';
import { PANEL_METHODS, type PanelRule } from './panel-rule.js';
import { rankPanel, type Judged, type JudgedSheet } from './rank-panel.js';

const RULE: PanelRule = { scoring: 'mean', places: 2, drop: 1, dropFrom: 5, ties: [] };
const WEIGHTS = { a: 6, b: 4 };
const sheet = (entry: string, judge: string, a: number, b = a): JudgedSheet => ({ entry, judge, marks: { a: String(a), b: String(b) } });
const judged = (sheets: JudgedSheet[], more: Partial<Judged> = {}): Judged => ({ entries: [...new Set(sheets.map(({ entry }) => entry))], weights: WEIGHTS, sheets, ...more });

const instances = fc.record({ entries: fc.integer({ min: 1, max: 8 }), judges: fc.integer({ min: 1, max: 6 }) }).chain(({ entries, judges }) =>
  fc.array(fc.option(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))), { minLength: entries * judges, maxLength: entries * judges }).map((marks): Judged => ({
    entries: Array.from({ length: entries }, (_, e) => `e${e}`),
    weights: WEIGHTS,
    lot: 'seed',
    sheets: marks.flatMap((mark, n) => (mark === null ? [] : [sheet(`e${n % entries}`, `j${Math.floor(n / entries)}`, mark[0] / 2, mark[1] / 2)])),
  })),
);

describe('a panel’s ranking', () => {
  it('is by the weighted totals: mean, without the highest and the lowest from five on, and median, rounded half up', () => {
    const marks = [10, 9, 9, 8, 1].map((mark, j) => sheet('x', `j${j}`, mark));
    expect(rankPanel(RULE, judged(marks))[0]!.score).toBe('74.00');
    expect(rankPanel({ ...RULE, scoring: 'trimmed-mean' }, judged(marks))[0]!.score).toBe('86.67');
    expect(rankPanel({ ...RULE, scoring: 'trimmed-mean' }, judged(marks.slice(1)))[0]!.score).toBe('67.50');
    expect(rankPanel({ ...RULE, scoring: 'median' }, judged(marks))[0]!.score).toBe('90.00');
    expect(rankPanel({ ...RULE, places: 1 }, judged([sheet('x', 'j', 0.5, 0.0125)]))[0]!.score).toBe('3.1');
  });

  it('is the same in whatever order sheets come, for every rule', () => {
    fc.assert(
      fc.property(instances, fc.constantFrom(...PANEL_METHODS), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (instance, scoring, chances) => {
        const rule: PanelRule = { ...RULE, scoring, ties: [{ by: 'all-marks' }, { by: 'lot' }] };
        const shuffled = instance.sheets.map((one) => ({ one, by: chances.next().value as number })).sort((x, y) => x.by - y.by).map(({ one }) => one);
        expect(rankPanel(rule, { ...instance, sheets: shuffled, entries: [...instance.entries].reverse() })).toEqual(rankPanel(rule, instance));
      }),
    );
  });

  it('places every entry once: the better score never behind, equals share a place unless a key decides, none without a sheet', () => {
    fc.assert(
      fc.property(instances, fc.constantFrom(...PANEL_METHODS), (instance, scoring) => {
        const placed = rankPanel({ ...RULE, scoring }, instance);
        expect(placed.map(({ entry }) => entry).sort()).toEqual([...instance.entries].sort());
        for (const { entry, score, rank, tied, sheets } of placed) {
          expect([rank === null, score === null]).toEqual([score === null, rank === null]);
          if (scoring !== 'borda') expect(score === null).toBe(sheets === 0);
          if (score === null) continue;
          const above = placed.filter((other) => other.score !== null && Number(other.score) > Number(score));
          expect([entry, rank, tied]).toEqual([entry, above.length + 1, placed.some((other) => other.entry !== entry && other.score === score)]);
        }
      }),
    );
  });

  it('ends in no tie where a lot ends the list of keys', () => {
    fc.assert(fc.property(instances, (instance) => rankPanel({ ...RULE, ties: [{ by: 'lot' }] }, instance).every(({ tied }) => !tied)));
  });

  it('decides ties by its keys in their order', () => {
    // Equal means of 70: by criterion a, by the share of sheets of 80 or more, by all marks restored.
    const sheets = [sheet('x', '1', 9, 6.5), sheet('x', '2', 5, 7.5), sheet('y', '1', 7, 7), sheet('y', '2', 7, 7)];
    const first = (ties: PanelRule['ties'], more: Partial<PanelRule> = {}) => rankPanel({ ...RULE, ties, ...more }, judged(sheets)).map(({ entry, rank }) => `${entry}${rank}`).join(' ');
    expect(first([])).toBe('x1 y1');
    expect(first([{ by: 'criterion', criterion: 'b' }])).toBe('x1 y1');
    expect(first([{ by: 'criterion', criterion: 'b' }, { by: 'high-marks', atLeast: 80 }])).toBe('x1 y2');
    expect(first([{ by: 'high-marks', atLeast: 81 }])).toBe('x1 y1');
    expect(first([{ by: 'criterion', criterion: 'a' }])).toBe('x1 y1');
    const restored = [[9, 7, 6], [8, 7, 6]].flatMap((marks, e) => marks.map((mark, j) => sheet('xy'[e]!, `j${j}`, mark)));
    const trimmed: PanelRule = { ...RULE, scoring: 'trimmed-mean', drop: 1, dropFrom: 3, ties: [{ by: 'all-marks' }] };
    expect(rankPanel(trimmed, judged(restored)).map(({ entry, rank, score }) => [entry, rank, score])).toEqual([['x', 1, '70.00'], ['y', 2, '70.00']]);
  });

  it('counts the public’s votes for the share that the call says, and not at all where it says nothing', () => {
    const sheets = [sheet('x', '1', 8), sheet('y', '1', 8)];
    expect(rankPanel(RULE, judged(sheets, { publicVote: { share: 0.2, points: 100, votes: { x: 5, y: 10 } } })).map(({ entry, score }) => [entry, score])).toEqual([['y', '84.00'], ['x', '74.00']]);
    expect(rankPanel(RULE, judged(sheets, { publicVote: { share: 0.2, points: 100, votes: {} } })).map(({ score }) => score)).toEqual(['64.00', '64.00']);
  });

  it('draws lots that anyone draws again from the seed', () => {
    const entries = ['a', 'b', 'c', 'd'];
    for (const entry of entries) expect(lotOf('s', entry)).toBe(parseInt(createHash('sha256').update(`s ${entry}`).digest('hex').slice(0, 12), 16));
    expect(drawnOrder('s', entries)).toEqual(drawnOrder('s', [...entries].reverse()));
    expect(new Set(Array.from({ length: 50 }, (_, n) => drawnOrder(`seed ${n}`, entries)[0])).size).toBe(4);
  });
});
