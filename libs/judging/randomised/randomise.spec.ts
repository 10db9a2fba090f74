import fc from 'fast-check';
import { pairsOf, type AssignmentProblem } from '../assignment/problem.js';
import { seeded } from '../random.js';
import { draw } from './draw.js';
import { randomise } from './randomise.js';

const problems = fc.record({ seed: fc.nat(), entries: fc.integer({ min: 2, max: 12 }), judges: fc.integer({ min: 3, max: 9 }), balanceCost: fc.constantFrom(0, 5) }).map(({ seed, entries, judges, balanceCost }): AssignmentProblem => {
  const random = seeded(seed);
  const list = Array.from({ length: entries * judges }, (_, i) => ({ entry: Math.floor(i / judges), judge: i % judges, cost: Math.floor(random() * 10) }));
  return { needs: Array<number>(entries).fill(2), places: Array<number>(judges).fill(Math.ceil((2.6 * entries) / judges)), balanceCost, pairs: pairsOf(list) };
});

const sums = (of: Int32Array, chances: ArrayLike<number>, size: number) => {
  const total = new Float64Array(size);
  of.forEach((one, pair) => (total[one]! += chances[pair]!));
  return [...total];
};

describe.each(['capped', 'perturbed'] as const)('chances that are %s', (method) => {
  it('keep every limit, and every draw keeps them too', () => {
    fc.assert(
      fc.property(problems, fc.constantFrom(0.75, 0.9, 1), fc.nat(), (problem, cap, seed) => {
        const found = randomise(problem, { cap, method })!;
        const { entry, judge } = problem.pairs;
        expect(Math.max(...found.chances)).toBeLessThanOrEqual(cap + 1e-9);
        sums(entry, found.chances, problem.needs.length).forEach((sum, e) => expect(sum).toBeCloseTo(problem.needs[e]!, 5));
        sums(judge, found.chances, problem.places.length).forEach((sum, j) => expect(sum).toBeLessThanOrEqual(problem.places[j]! + 1e-5));
        const drawn = draw(problem, found.chances, seeded(seed));
        const marks = Array.from(entry.keys(), (pair) => (drawn.includes(pair) ? 1 : 0));
        expect(sums(entry, marks, problem.needs.length)).toEqual(problem.needs);
        sums(judge, marks, problem.places.length).forEach((sum, j) => expect(sum).toBeLessThanOrEqual(problem.places[j]!));
        expect(drawn.every((pair) => found.chances[pair]! > 0)).toBe(true);
        expect(draw(problem, found.chances, seeded(seed))).toEqual(drawn);
      }),
      { numRuns: 60 },
    );
  });
});

it('finds what each entry asks of its judges however far their prices have run, where nothing but the caps tells pairs apart', () => {
  const cost = [5, 7, 3, 9, 9, 8, 5, 5, 0, 2, 3, 0, 1, 4, 2, 8, 4, 1, 3, 7, 2, 7, 9, 4];
  const problem: AssignmentProblem = { needs: Array<number>(8).fill(2), places: [7, 7, 7], balanceCost: 0, pairs: pairsOf(cost.map((one, i) => ({ entry: Math.floor(i / 3), judge: i % 3, cost: one }))) };
  const { chances } = randomise(problem, { cap: 0.9, method: 'perturbed' })!;
  sums(problem.pairs.judge, chances, 3).forEach((sum) => expect(sum).toBeLessThanOrEqual(7 + 1e-5));
  sums(problem.pairs.entry, chances, 8).forEach((sum) => expect(sum).toBeCloseTo(2, 5));
});

describe('a draw', () => {
  it('takes each pair as often as its chance says', () => {
    const problem: AssignmentProblem = { needs: [1, 2, 1], places: [2, 1, 2], balanceCost: 0, pairs: pairsOf(Array.from({ length: 9 }, (_, i) => ({ entry: Math.floor(i / 3), judge: i % 3, cost: 0 }))) };
    const chances = Float64Array.of(0.5, 0.25, 0.25, 0.9, 0.5, 0.6, 0.4, 0.2, 0.4);
    const random = seeded(7);
    const times = new Float64Array(9);
    const draws = 20_000;
    for (let n = 0; n < draws; n++) for (const pair of draw(problem, chances, random)) times[pair]!++;
    // Four standard deviations of a share in 20,000 draws are 0.014 at most.
    times.forEach((n, pair) => expect(Math.abs(n / draws - chances[pair]!)).toBeLessThan(0.015));
  });
});

it('has no chances where the cap leaves too few judges', () => {
  const problem: AssignmentProblem = { needs: [1], places: [1, 1], balanceCost: 0, pairs: pairsOf([{ entry: 0, judge: 0, cost: 0 }, { entry: 0, judge: 1, cost: 0 }]) };
  expect(randomise(problem, { cap: 0.4, method: 'capped' })).toBeUndefined();
  const { spread } = randomise(problem, { cap: 0.5, method: 'perturbed' })!;
  expect(spread.maximum).toBeCloseTo(0.5, 9);
  expect(spread.support).toBe(2);
});
