import fc from 'fast-check';
import { pairsOf, type AssignmentProblem } from '../assignment/problem.js';
import { worthOf } from '../randomised/fractional.js';
import { assignFairly } from './fair.js';

/** The most that the worst entry can have, by trying all assignments; undefined where there is none. */
function bruteForce({ needs, places, least, pairs }: AssignmentProblem): number | undefined {
  const worth = worthOf({ needs, places, balanceCost: 0, pairs });
  let best: number | undefined;
  const choose = (pair: number, left: number[], free: number[], totals: number[]): void => {
    if (pair === pairs.entry.length) {
      const holds = left.every((n) => n === 0) && free.every((n, judge) => places[judge]! - n >= (least?.[judge] ?? 0));
      const worst = Math.min(...totals.filter((_, entry) => needs[entry]! > 0));
      if (holds && worst > (best ?? -1)) best = worst;
      return;
    }
    choose(pair + 1, left, free, totals);
    const [entry, judge] = [pairs.entry[pair]!, pairs.judge[pair]!];
    if (left[entry]! > 0 && free[judge]! > 0) choose(pair + 1, left.with(entry, left[entry]! - 1), free.with(judge, free[judge]! - 1), totals.with(entry, totals[entry]! + worth[pair]!));
  };
  choose(0, [...needs], [...places], needs.map(() => 0));
  return best;
}

const problems = fc.record({ entries: fc.integer({ min: 1, max: 4 }), judges: fc.integer({ min: 2, max: 3 }) }).chain(({ entries, judges }) =>
  fc
    .record({
      needs: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: entries, maxLength: entries }),
      places: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: judges, maxLength: judges }),
      least: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: judges, maxLength: judges }),
      costs: fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 6 }), { minLength: entries * judges, maxLength: entries * judges }),
    })
    .map(({ costs, ...rest }): AssignmentProblem => ({ ...rest, balanceCost: 0, pairs: pairsOf(costs.flatMap((cost, i) => (cost === null ? [] : [{ entry: Math.floor(i / judges), judge: i % judges, cost }]))) })),
);

describe('assignFairly', () => {
  it('has nothing to be fair about where nobody needs a judge', async () => {
    expect(await assignFairly({ needs: [0], places: [1], balanceCost: 0, pairs: pairsOf([]) })).toMatchObject({ chosen: [], worst: 0, bound: 0, proven: true });
  });

  it('gives the worst entry the most that any assignment can, and proves it', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const best = bruteForce(problem);
        const found = await assignFairly(problem);
        if (best === undefined) {
          expect(found).toBeUndefined();
          return;
        }
        expect(found).toMatchObject({ worst: best, bound: best, proven: true });
        const load = (judge: number) => found!.chosen.filter((pair) => problem.pairs.judge[pair] === judge).length;
        problem.places.forEach((n, judge) => {
          expect(load(judge)).toBeLessThanOrEqual(n);
          expect(load(judge)).toBeGreaterThanOrEqual(problem.least![judge]!);
        });
        problem.needs.forEach((n, entry) => expect(found!.chosen.filter((pair) => problem.pairs.entry[pair] === entry)).toHaveLength(n));
        expect(found!.plain.worst).toBeLessThanOrEqual(found!.worst);
        expect(found!.plain.cost).toBeLessThanOrEqual(found!.cost);
      }),
      { numRuns: 150 },
    );
  });
});
