import fc from 'fast-check';
import { assign, type AssignmentProblem } from './assign.js';

/** The least cost over all assignments, found by trying each; undefined when there is none. */
function bruteForce({ entries, judges, reviewsPerEntry, maxPerJudge, balanceCost, allowed }: AssignmentProblem): number | undefined {
  const cost = new Map(allowed.map(({ entry, judge, cost }) => [`${entry} ${judge}`, cost]));
  const load = new Array<number>(judges).fill(0);
  let best: number | undefined;
  const choose = (entry: number, from: number, chosen: number, sum: number): void => {
    if (entry === entries) {
      best = Math.min(best ?? Infinity, sum);
      return;
    }
    if (chosen === reviewsPerEntry) return choose(entry + 1, 0, 0, sum);
    for (let judge = from; judge < judges; judge++) {
      const pair = cost.get(`${entry} ${judge}`);
      if (pair === undefined || load[judge]! >= maxPerJudge) continue;
      const step = pair + balanceCost * load[judge]!;
      load[judge]!++;
      choose(entry, judge + 1, chosen + 1, sum + step);
      load[judge]!--;
    }
  };
  choose(0, 0, 0, 0);
  return best;
}

const problems = fc
  .record({ entries: fc.integer({ min: 1, max: 4 }), judges: fc.integer({ min: 1, max: 4 }), reviewsPerEntry: fc.integer({ min: 1, max: 2 }), maxPerJudge: fc.integer({ min: 1, max: 4 }), balanceCost: fc.integer({ min: 0, max: 5 }) })
  .chain((sizes) =>
    fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 4 }), { minLength: sizes.entries * sizes.judges, maxLength: sizes.entries * sizes.judges }).map((costs) => ({
      ...sizes,
      allowed: costs.flatMap((cost, i) => (cost === null ? [] : [{ entry: Math.floor(i / sizes.judges), judge: i % sizes.judges, cost }])),
    })),
  );

describe('assign', () => {
  it('costs what the best of all assignments costs, or says that there is none', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = bruteForce(problem);
        const found = assign(problem);
        expect(found.feasible).toBe(best !== undefined);
        if (found.feasible) expect(found.cost).toBe(best);
        const allowed = new Set(problem.allowed.map(({ entry, judge }) => `${entry} ${judge}`));
        for (const { entry, judge } of found.pairs) expect(allowed.has(`${entry} ${judge}`)).toBe(true);
        for (let judge = 0; judge < problem.judges; judge++) expect(found.pairs.filter((pair) => pair.judge === judge).length).toBeLessThanOrEqual(problem.maxPerJudge);
      }),
      { numRuns: 500 },
    );
  });

  it('names the entries that lack judges', () => {
    const found = assign({ entries: 2, judges: 2, reviewsPerEntry: 2, maxPerJudge: 2, balanceCost: 1, allowed: [{ entry: 0, judge: 0, cost: 0 }, { entry: 0, judge: 1, cost: 0 }, { entry: 1, judge: 0, cost: 0 }] });
    expect(found.feasible).toBe(false);
    if (!found.feasible) expect([...found.short]).toEqual([[1, 1]]);
  });

  it('keeps loads even', () => {
    const allowed = Array.from({ length: 30 * 12 }, (_, i) => ({ entry: Math.floor(i / 12), judge: i % 12, cost: 0 }));
    const found = assign({ entries: 30, judges: 12, reviewsPerEntry: 5, maxPerJudge: 30, balanceCost: 1, allowed });
    const loads = Array.from({ length: 12 }, (_, judge) => found.pairs.filter((pair) => pair.judge === judge).length);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });
});
