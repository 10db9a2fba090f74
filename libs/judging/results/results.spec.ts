import fc from 'fast-check';
import { marksOf, withoutJudges, type Marks } from '../marks.js';
import { normals, seeded } from '../random.js';
import { deviation, mean, median, midranks, normalBelow } from '../statistics.js';
import { meanScores, medianScores, standardisedScores, trimmedScores } from './averages.js';
import { bordaScores } from './borda.js';
import { bradleyTerry, type Comparison } from './bradley-terry.js';
import { crowdBt, expectedGain, learn, nextPair } from './crowd-bt.js';
import { severityModel } from './severity.js';
import { transferableVote } from './transferable-vote.js';

/** Marks as a table, an entry a line; null where a judge gave none. */
const table = (rows: readonly (readonly (number | null)[])[]): Marks =>
  marksOf(rows.length, rows[0]?.length ?? 0, rows.flatMap((row, entry) => row.flatMap((value, judge) => (value === null ? [] : [{ entry, judge, value }]))));

const tables = fc.record({ entries: fc.integer({ min: 1, max: 8 }), judges: fc.integer({ min: 1, max: 5 }) }).chain(({ entries, judges }) => fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { minLength: judges, maxLength: judges }), { minLength: entries, maxLength: entries }).map(table));

describe('averages', () => {
  const marks = table([[1, 2, 9], [4, null, 6], [null, null, null]]);

  it('are of the marks that are there, and null of none', () => {
    expect(meanScores(marks)).toEqual([4, 5, null]);
    expect(medianScores(marks)).toEqual([2, 5, null]);
    expect(trimmedScores(marks, 1, 3)).toEqual([2, 5, null]);
    expect(meanScores(withoutJudges(marks, new Set([2])))).toEqual([1.5, 4, null]);
  });
});

describe.each(['moments', 'robust'] as const)('standardised scores by %s', (by) => {
  it('take away what a judge adds and how far he stretches', () => {
    const fair = [[1, 1], [3, 3], [4, 4], [8, 8]];
    const bent = fair.map(([a, b]) => [a!, 10 + 3 * b!]);
    const { scores, leftAsTheyAre } = standardisedScores(table(bent), by);
    expect(leftAsTheyAre).toEqual([]);
    const order = midranks(scores.map((one) => one!));
    expect(order).toEqual([4, 3, 2, 1]);
    // Each entry's two marks are then the same: its distance from the middle in spreads.
    const middle = by === 'robust' ? median : mean;
    expect(middle(scores.map((one) => one!))).toBeCloseTo(middle(bent.flat()), 9);
  });

  it('leave judges as they are who tell no scale, and say so', () => {
    const { scores, leftAsTheyAre } = standardisedScores(table([[5, 7, null], [5, 8, null], [5, 9, 2]]), by);
    expect(leftAsTheyAre).toEqual([{ judge: 0, why: 'no-spread' }, { judge: 2, why: 'too-few-marks' }]);
    expect(scores.every((score) => Number.isFinite(score))).toBe(true);
  });

  it('are numbers whatever the marks', () => {
    fc.assert(fc.property(tables, (marks) => standardisedScores(marks, by).scores.every((score, entry) => (score === null) === !marks.entry.includes(entry) && !Number.isNaN(score))));
  });
});

describe('severityModel', () => {
  it('is the least-squares fit: what is left adds up to nothing for every entry and every judge', () => {
    fc.assert(
      fc.property(tables, (marks) => {
        const { residuals, severity, scores, panels } = severityModel(marks);
        const off = (of: Int32Array, size: number) => Math.max(0, ...Array.from({ length: size }, (_, one) => Math.abs([...residuals].filter((_, n) => of[n] === one).reduce((sum, left) => sum + left, 0))));
        expect(off(marks.entry, marks.entries)).toBeLessThan(1e-7);
        expect(off(marks.judge, marks.judges)).toBeLessThan(1e-7);
        marks.value.forEach((value, n) => expect(scores[marks.entry[n]!]! - severity[marks.judge[n]!]! + residuals[n]!).toBeCloseTo(value, 7));
        for (const { judges } of panels) {
          const total = [...marks.judge].filter((judge) => judges.includes(judge)).reduce((sum, judge) => sum + severity[judge]!, 0);
          expect(total).toBeCloseTo(0, 6);
        }
      }),
    );
  });

  it('finds the severities that marks without noise were made with, where means are misled', () => {
    // The weak entries met the mild judge, the strong ones the severe one; one entry met both.
    const marks = table([[5, null], [6, null], [7, 3], [null, 5]]);
    const { severity, scores, panels } = severityModel(marks);
    expect(severity[1]! - severity[0]!).toBeCloseTo(4, 9);
    expect(midranks(scores.map((one) => one!))).toEqual([4, 3, 2, 1]);
    expect(midranks(meanScores(marks).map((one) => one!))).not.toEqual([4, 3, 2, 1]);
    expect(panels).toHaveLength(1);
  });

  it('names panels that no mark connects', () => {
    const { panels } = severityModel(table([[5, 6, null], [4, 3, null], [null, null, 9]]));
    expect(panels).toEqual([{ entries: [0, 1], judges: [0, 1] }, { entries: [2], judges: [2] }]);
  });

  it('finds the noise that marks were made with', () => {
    const random = seeded(3);
    const normal = normals(random);
    const made = table(Array.from({ length: 400 }, (_, entry) => Array.from({ length: 12 }, (_, judge) => (random() < 0.5 ? entry / 40 - judge / 6 + 2 * normal() : null))));
    expect(severityModel(made).residualVariance).toBeGreaterThan(3.6);
    expect(severityModel(made).residualVariance).toBeLessThan(4.4);
  });
});

describe('bordaScores', () => {
  it('are the share of the others beaten, ties counting half', () => {
    expect(bordaScores(table([[9, 2], [5, 2], [5, null], [1, null]]))).toEqual([0.75, 0.5, 0.5, 0]);
    expect(bordaScores(table([[9], [null]]))).toEqual([null, null]);
  });
});

describe('bradleyTerry', () => {
  const comparisons = (list: readonly (readonly [number, number])[]): Comparison[] => list.map(([winner, loser]) => ({ judge: 0, winner, loser }));

  it('is the logarithm of the odds where two have met', () => {
    const [a, b] = bradleyTerry(2, comparisons([[0, 1], [0, 1], [0, 1], [1, 0]]), 0);
    expect(a! - b!).toBeCloseTo(Math.log(3), 9);
  });

  it('is most likely: every entry is expected to win as often as it did', () => {
    const pair = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (list) => {
        const prior = 0.5;
        const strength = bradleyTerry(6, comparisons(list), prior);
        // The middling entry's own strength is where wins against it add up.
        const expected = (middling: number) => strength.reduce((sum, own) => sum + 1 / (1 + Math.exp(middling - own)), 0);
        let [low, high] = [-50, 50];
        for (let n = 0; n < 200; n++) [low, high] = expected((low + high) / 2) > 3 ? [(low + high) / 2, high] : [low, (low + high) / 2];
        strength.forEach((own, entry) => {
          const won = prior + list.filter(([winner]) => winner === entry).length;
          const met = list.filter((one) => one.includes(entry)).map(([a, b]) => (a === entry ? b : a));
          const hoped = met.reduce((sum, other) => sum + 1 / (1 + Math.exp(strength[other]! - own)), (2 * prior) / (1 + Math.exp(low - own)));
          expect(hoped).toBeCloseTo(won, 5);
        });
      }),
    );
  });
});

describe('crowdBt', () => {
  it('learns the order and who judges at random', () => {
    const random = seeded(11);
    let known = crowdBt(8, 3);
    for (let n = 0; n < 900; n++) {
      const judge = n % 3;
      const [a, b] = nextPair(known, judge, [0, 1, 2, 3, 4, 5, 6, 7].sort(() => random() - 0.5).slice(0, 3))!;
      const right = judge === 2 ? random() < 0.5 : random() < 0.97;
      const [better, worse] = a < b ? [a, b] : [b, a];
      known = learn(known, right ? { judge, winner: better, loser: worse } : { judge, winner: worse, loser: better });
    }
    expect(midranks([...known.mean])).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const reliability = known.right.map((right, judge) => right / (right + known.wrong[judge]!));
    expect(reliability[2]).toBeLessThan(0.75);
    expect(Math.min(reliability[0]!, reliability[1]!)).toBeGreaterThan(0.85);
  });

  it('expects more of a pair that is open than of one that is settled, and nothing below nothing', () => {
    let known = crowdBt(4, 1);
    for (let n = 0; n < 60; n++) known = learn(known, { judge: 0, winner: 0, loser: 1 });
    expect(expectedGain(known, 0, 2, 3)).toBeGreaterThan(expectedGain(known, 0, 0, 1));
    expect(expectedGain(known, 0, 2, 3)).toBeCloseTo(expectedGain(known, 0, 3, 2), 12);
    expect(expectedGain(known, 0, 0, 1)).toBeGreaterThanOrEqual(0);
    expect(nextPair(known, 0, [2])).toBeUndefined();
  });
});

describe('transferableVote', () => {
  const times = (n: number, ballot: number[]) => Array.from({ length: n }, () => ballot);

  it('counts the textbook’s election of food for a party as it does', () => {
    // Orange, pear, chocolate, strawberry, hamburger: 20 guests, 3 foods, quota 6 (the common illustration of the method).
    const [orange, pear, chocolate, strawberry, sweets] = [0, 1, 2, 3, 4];
    const ballots = [...times(4, [orange]), ...times(2, [pear, orange]), ...times(8, [chocolate, strawberry]), ...times(4, [chocolate, sweets]), ...times(1, [strawberry]), ...times(1, [sweets])];
    const { elected, quota, rounds } = transferableVote(5, 3, ballots, [0, 1, 2, 3, 4]);
    expect(quota).toBe(6);
    expect(elected).toEqual([chocolate, orange, strawberry]);
    expect(rounds[0]).toMatchObject({ elected: [chocolate], excluded: [] });
    expect(rounds[1]!.votes.get(strawberry)).toBe('5');
    expect(rounds[1]!.votes.get(sweets)).toBe('3');
    expect(rounds[1]).toMatchObject({ excluded: [pear] });
    expect(rounds[2]).toMatchObject({ elected: [orange] });
  });

  const elections = fc.record({ candidates: fc.integer({ min: 1, max: 6 }), seats: fc.integer({ min: 1, max: 6 }) }).chain(({ candidates, seats }) => fc.record({ candidates: fc.constant(candidates), seats: fc.constant(seats), ballots: fc.array(fc.shuffledSubarray(Array.from({ length: candidates }, (_, n) => n)), { maxLength: 30 }) }));

  it('fills the seats, and never makes votes of nothing', () => {
    fc.assert(
      fc.property(elections, ({ candidates, seats, ballots }) => {
        const { elected, rounds } = transferableVote(candidates, seats, ballots, Array.from({ length: candidates }, (_, n) => n));
        expect(new Set(elected).size).toBe(Math.min(seats, candidates));
        const totals = rounds.map(({ votes }) => [...votes.values()].reduce((sum, own) => sum + Number(own), 0));
        totals.forEach((total, n) => expect(total).toBeLessThanOrEqual((totals[n - 1] ?? ballots.length) + 1e-9));
      }),
    );
  });

  it('gives a group that is as large as k quotas, and ranks its own first, at least k seats', () => {
    fc.assert(
      fc.property(elections, fc.integer({ min: 1, max: 5 }), ({ candidates, seats, ballots }, size) => {
        fc.pre(size < candidates && seats <= candidates);
        const own = Array.from({ length: size }, (_, n) => n);
        const solid = (ballot: number[]) => own.every((candidate) => ballot.indexOf(candidate) >= 0 && ballot.indexOf(candidate) < size);
        const { elected, quota } = transferableVote(candidates, seats, ballots, Array.from({ length: candidates }, (_, n) => n));
        const due = Math.min(size, Math.floor(ballots.filter(solid).length / quota));
        expect(elected.filter((candidate) => candidate < size).length).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  it('lets lots decide between those who were equal throughout, and says so', () => {
    expect(transferableVote(2, 1, [[0], [1]], [1, 0])).toMatchObject({ elected: [0], drawn: [[0, 1]] });
  });
});

describe('statistics', () => {
  it('are those of the textbook', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(deviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(midranks([5, 9, 5, 1])).toEqual([2.5, 1, 2.5, 4]);
    expect(normalBelow(1.959964)).toBeCloseTo(0.975, 6);
    expect(normalBelow(-1)).toBeCloseTo(0.1586553, 6);
  });
});
