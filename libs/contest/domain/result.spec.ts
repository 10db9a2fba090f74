import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { isRefusal } from '#kernel';
import { drawnOrder } from '#judging';
import { checkColumns, derive } from './derived-column.js';
import { goingOn, type Stood } from './going-on.js';
import { overall } from './outcome.js';
import { prizesOf } from './prize-money.js';
import { recomputeBundle, type BundledRound } from './results-bundle.js';
import { rankRound } from './round-ranking.js';
import type { RoundPlan } from './round-plan.js';
import { shadowDifferences } from './shadow.js';
import { isDisputed } from './spread.js';
import { whatIf } from './what-if.js';

const RUBRIC = [{ key: 'a', name: 'A', weight: 6, min: 0, max: 10, step: 0.5 }, { key: 'b', name: 'B', weight: 4, min: 0, max: 10, step: 0.5 }];
const PLAN: RoundPlan = { key: 'r', name: 'R', way: 'scored', seating: 'all', rubric: RUBRIC, scoring: 'trimmed-mean', places: 2, drop: 1, dropFrom: 5, ties: [{ by: 'all-marks' }, { by: 'lot' }], quorum: 1, wildcards: 1, veto: false, discussion: false };

const marks = fc.integer({ min: 0, max: 20 }).map((half) => String(half / 2));
const sheets = fc.array(fc.record({ entry: fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5'), judge: fc.constantFrom('j1', 'j2', 'j3', 'j4', 'j5', 'j6'), marks: fc.record({ a: marks, b: marks }) }), { maxLength: 30 }).map((all) => [...new Map(all.map((sheet) => [`${sheet.entry} ${sheet.judge}`, sheet])).values()]);
const ENTRIES = ['e1', 'e2', 'e3', 'e4', 'e5'];

describe('prize money', () => {
  it('adds up to what the places are worth, whoever shares them, and never differs by more than a fen among equals', () => {
    const prizes = fc.array(fc.record({ name: fc.string({ minLength: 1 }), places: fc.integer({ min: 1, max: 4 }), money: fc.integer({ min: 0, max: 1_000_003 }) }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(prizes, fc.infiniteStream(fc.boolean()), (all, same) => {
        const places = all.reduce((sum, { places: n }) => sum + n, 0);
        let rank = 1;
        const winners = Array.from({ length: places }, (_, n) => ({ entry: `e${n}`, rank: n > 0 && same.next().value ? rank : (rank = n + 1) }));
        const won = prizesOf(all, winners);
        expect(won.reduce((sum, { money }) => sum + money, 0)).toBe(all.reduce((sum, { places: n, money }) => sum + n * money, 0));
        for (const group of Map.groupBy(won, ({ place }) => place).values()) expect(Math.max(...group.map(({ money }) => money)) - Math.min(...group.map(({ money }) => money))).toBeLessThanOrEqual(1);
        expect(new Set(won.map(({ entry }) => entry)).size).toBe(places);
      }),
    );
  });
});

describe('who goes on', () => {
  const stood: Stood[] = [['a', 1, 'x'], ['b', 2, 'y'], ['c', 2, 'x'], ['d', 4, 'y'], ['e', null, 'x']].map(([entry, rank, group]) => ({ entry: entry as string, rank: rank as number | null, score: rank === null ? null : String(100 - 10 * (rank as number)), group: group as string }));
  const on = (...of: Parameters<typeof goingOn>) => {
    const decided = goingOn(...of);
    return isRefusal(decided) ? decided.type.code : decided.filter(({ goesOn }) => goesOn).map(({ entry }) => entry).join('');
  };

  it('is by quota, by threshold, or a share of each group', () => {
    expect(on(stood, { by: 'quota', places: 3 }, 0, [])).toBe('abc');
    expect(on(stood, { by: 'threshold', atLeast: 80 }, 0, [])).toBe('abc');
    expect(on(stood, { by: 'group-share', group: 'field', share: 0.5 }, 0, [])).toBe('ab');
  });

  it('splits no tie by chance, and counts wildcards', () => {
    expect(on(stood, { by: 'quota', places: 2 }, 0, [])).toBe('decision:tie-at-the-cut');
    const [b, c, d] = ['b', 'c', 'd'].map((entry) => ({ entry, goesOn: entry !== 'c', reason: '合议' }));
    expect(on(stood, { by: 'quota', places: 2 }, 0, [b!, c!])).toBe('ab');
    expect(on(stood, { by: 'quota', places: 1 }, 0, [d!])).toBe('round:too-many-wildcards');
    expect(on(stood, { by: 'quota', places: 1 }, 1, [d!])).toBe('ad');
    expect(on(stood, { by: 'quota', places: 1 }, 1, [{ entry: 'z', goesOn: true, reason: '?' }])).toBe('decision:not-in-round');
  });
});

describe('places among all', () => {
  it('go to whoever got further first, then by the last round each was in', () => {
    const places = overall([[{ entry: 'b', rank: 1 }, { entry: 'a', rank: 2 }], [{ entry: 'a', rank: 1 }, { entry: 'b', rank: 2 }, { entry: 'c', rank: 3 }, { entry: 'd', rank: 3 }, { entry: 'e', rank: 5 }]]);
    expect([...places]).toEqual([['b', 1], ['a', 2], ['c', 3], ['d', 3], ['e', 5]]);
  });
});

describe('other rules', () => {
  it('say who would change sides at the cut, and nobody under the rule in force', () => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 1, max: 4 }), (all, cut) => {
        const material = { entries: ENTRIES, sheets: all, comparisons: [], votes: {}, lot: 's' };
        for (const { scoring, inForce, ranking, into, outOf } of whatIf(PLAN, material, cut)) {
          expect(inForce).toBe(scoring === PLAN.scoring);
          if (inForce) expect([into, outOf, ranking]).toEqual([[], [], rankRound(PLAN, material)]);
          for (const entry of into) expect(ranking.find((one) => one.entry === entry)!.rank).toBeLessThanOrEqual(cut);
        }
      }),
    );
  });
});

describe('a results bundle', () => {
  const bundled = (all: BundledRound['sheets']): BundledRound => {
    const material = { entries: ENTRIES, sheets: all, comparisons: [], votes: {}, lot: 'lot' };
    const draws = [{ purpose: 'lot', seed: 'lot' }, { purpose: 'order', seed: 'order' }].map(({ purpose, seed }) => ({ purpose, seed, commitment: createHash('sha256').update(seed).digest('hex') }));
    return { name: 'R', plan: PLAN, ...material, conflicts: 0, pulled: 0, draws, order: drawnOrder('order', ENTRIES), ranking: rankRound(PLAN, material), goneOn: [] };
  };

  it('comes out as published after any marks, and tells every mark, seed and place that was changed', () => {
    const of = (rounds: BundledRound[]) => recomputeBundle({ rounds } as never);
    fc.assert(
      fc.property(sheets, (all) => {
        const round = bundled(all);
        expect(of([round])).toEqual([]);
        // Through JSON and back, as a file does it.
        expect(of([JSON.parse(JSON.stringify(round)) as BundledRound])).toEqual([]);
        const [first] = round.ranking;
        if (first!.score === null) return;
        expect(of([{ ...round, ranking: round.ranking.map((one) => (one === first ? { ...one, rank: 9 } : one)) }])).toMatchObject([{ what: 'rank', published: '9' }]);
        expect(of([{ ...round, draws: round.draws.map((draw) => ({ ...draw, seed: `${draw.seed}!` })) }]).map(({ what }) => what)).toEqual(expect.arrayContaining(['commitment', 'commitment', 'order']));
        expect(of([{ ...round, ranking: round.ranking.slice(1) }]).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('disputed entries', () => {
  it('are those whose sheets lie further apart than the limit, not as far', () => {
    const sheet = (a: number) => ({ marks: { a: String(a), b: '5' } });
    expect([[9, 4], [9, 5], [9]].map((all) => isDisputed({ rubric: RUBRIC, spread: { limit: 24, then: 'panel' } }, all.map(sheet)))).toEqual([true, false, false]);
    expect(isDisputed({ rubric: RUBRIC }, [sheet(0), sheet(10)])).toBe(false);
  });
});

describe('derived columns', () => {
  const facts = { marks: (key: string) => (key === 'a' ? [8, 6] : []), score: 70, rank: 2, answer: (field: string) => (field === 'staff' ? 12 : null) };
  it.each<[string, number | null]>([
    ['mean("a") + 1', 8], ['spread("a") * 2', 4], ['share("a", 7)', 0.5], ['min("a") - max("a")', -2], ['sheets()', 0], ['score() > 60 ? rank() : 0', 2], ['answer("staff") / 0', null], ['answer("none") + 1', null],
    ['mean("b")', null], ['round(answer("staff") / 7, 2)', 1.71], ['-abs(-3)', -3], ['1 < 2 && 2 < 1 || 3 == 3', 1],
  ])('%s is %p', (formula, value) => {
    const column = { key: 'c', name: 'C', formula };
    expect(checkColumns([column], [PLAN])).toBeNull();
    expect(derive(column, facts).value).toBe(value);
  });
  it.each(['', 'a', 'mean("z")', 'mean(1)', 'constructor("a")', 'toString()', '[1]', '"a"', 'a.b', 'mean("a", 2)', '1 ** 2', 'this'])('%s is refused', (formula) => expect(isRefusal(checkColumns([{ key: 'c', name: 'C', formula }], [PLAN]))).toBe(true));
});

describe('a shadow run', () => {
  it('lists every difference of another system, and none of itself', () => {
    fc.assert(
      fc.property(sheets, (all) => {
        const ours = rankRound(PLAN, { entries: ENTRIES, sheets: all, comparisons: [], votes: {}, lot: 's' }).map((one) => ({ ...one, title: `T${one.entry}` }));
        const theirs = ours.map(({ entry, score, rank }, line) => ({ line, entry, score, rank }));
        expect(shadowDifferences(ours, theirs, 2)).toEqual([]);
        expect(shadowDifferences(ours, theirs.map((line) => ({ ...line, rank: line.rank && line.rank + 1 })), 2)).toHaveLength(theirs.filter(({ rank }) => rank !== null).length);
        expect(shadowDifferences(ours, [], 2).map(({ what }) => what)).toEqual(ours.map(() => 'not-there'));
      }),
    );
  });
});
