import fc from 'fast-check';
import { assign } from './assign.js';
import { costOf } from './outcome.js';
import { pairsOf, type AssignmentProblem } from './problem.js';
import { verifyAssignment } from './verify.js';
import { AssignmentStopped } from './watch.js';

/** Of all assignments, found by trying each: the least cost of those that lack the fewest judges, and how many they lack. */
function bruteForce(problem: AssignmentProblem): { lack: number; cost: number } {
  const { needs, places, pairs, least } = problem;
  const all = [...pairs.entry.keys()];
  const best = { lack: Infinity, cost: Infinity };
  const choose = (next: number, chosen: number[], needed: number[], free: number[]): void => {
    if (next === all.length) {
      const idle = free.reduce((sum, n, judge) => sum + Math.max(0, (least?.[judge] ?? 0) - (places[judge]! - n)), 0);
      const lack = needed.reduce((sum, n) => sum + n, 0) * 1000 + idle;
      const cost = costOf(problem, chosen);
      if (lack < best.lack || (lack === best.lack && cost < best.cost)) Object.assign(best, { lack, cost });
      return;
    }
    choose(next + 1, chosen, needed, free);
    const [entry, judge] = [pairs.entry[next]!, pairs.judge[next]!];
    if (needed[entry]! > 0 && free[judge]! > 0) choose(next + 1, [...chosen, next], needed.with(entry, needed[entry]! - 1), free.with(judge, free[judge]! - 1));
  };
  choose(0, [], [...needs], [...places]);
  return best;
}

const problems = fc
  .record({ entries: fc.integer({ min: 1, max: 4 }), judges: fc.integer({ min: 1, max: 3 }), balanceCost: fc.integer({ min: 0, max: 5 }) })
  .chain(({ entries, judges, balanceCost }) =>
    fc
      .record({
        needs: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: entries, maxLength: entries }),
        places: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: judges, maxLength: judges }),
        least: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: judges, maxLength: judges }),
        loads: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: judges, maxLength: judges }),
        costs: fc.array(fc.option(fc.integer({ min: -3, max: 9 }), { freq: 4 }), { minLength: entries * judges, maxLength: entries * judges }),
      })
      .map(({ costs, least, ...rest }): AssignmentProblem => ({ ...rest, ...(least.some((n) => n > 1) && { least: least.map((n, judge) => Math.min(n, rest.places[judge]!)) }), balanceCost, pairs: pairsOf(costs.flatMap((cost, i) => (cost === null ? [] : [{ entry: Math.floor(i / judges), judge: i % judges, cost }]))) })),
  );

const full = (entries: number, judges: number, cost: (entry: number, judge: number) => number) =>
  pairsOf(Array.from({ length: entries * judges }, (_, i) => ({ entry: Math.floor(i / judges), judge: i % judges, cost: cost(Math.floor(i / judges), i % judges) })));

describe('assign', () => {
  it('costs what the best of all assignments costs, with a proof that holds, or is the best that can be done', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = bruteForce(problem);
        const found = assign(problem);
        expect(found.feasible).toBe(best.lack === 0);
        expect(found.cost).toBe(best.cost);
        if (found.feasible) {
          expect(verifyAssignment(problem, found.chosen, found.certificate)).toEqual([]);
          return;
        }
        const { short, idle, witness } = found.shortage;
        const sum = (counts: Iterable<number>) => [...counts].reduce((all, n) => all + n, 0);
        expect(sum(short.values()) * 1000 + sum(idle.values())).toBe(best.lack);
        if (witness) expect(witness.needed - witness.places - witness.pairs).toBe(sum(short.values()));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same answer however the pairs are ordered', () => {
    fc.assert(
      fc.property(problems, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (problem, keys) => {
        const order = [...problem.pairs.entry.keys()].sort((a, b) => keys[a]! - keys[b]!);
        const mixed = { ...problem, pairs: pairsOf(order.map((pair) => ({ entry: problem.pairs.entry[pair]!, judge: problem.pairs.judge[pair]!, cost: problem.pairs.cost[pair]! }))) };
        const found = assign(mixed);
        expect(found.cost).toBe(assign(problem).cost);
        if (found.feasible) expect(verifyAssignment(mixed, found.chosen, found.certificate)).toEqual([]);
      }),
    );
  });

  it('stops when told to, and says how far it was', () => {
    const problem = { needs: [1, 1], places: [1, 1], balanceCost: 0, pairs: full(2, 2, (e, j) => e + j) };
    expect(() => assign(problem, { stop: () => true })).toThrow(AssignmentStopped);
  });

  it('proves nothing that is not so: any other assignment fails under the same prices unless it costs the same', () => {
    fc.assert(
      fc.property(problems, fc.nat(), (problem, n) => {
        const found = assign(problem);
        fc.pre(found.feasible && found.chosen.length > 0);
        const free = [...problem.pairs.entry.keys()].filter((pair) => !found.chosen.includes(pair));
        fc.pre(free.length > 0);
        const swapped = [...found.chosen.slice(1), free[n % free.length]!];
        const failures = verifyAssignment(problem, swapped, found.certificate);
        if (failures.length === 0) expect(costOf(problem, swapped)).toBe(found.cost);
        if (costOf(problem, swapped) > found.cost) expect(failures).not.toEqual([]);
      }),
    );
  });

  it('finds a certificate that was tampered with', () => {
    const problem = { needs: [1, 1], places: [1, 1], balanceCost: 0, pairs: full(2, 2, (e, j) => (e === j ? 1 : 5)) };
    const found = assign(problem);
    if (!found.feasible) throw new Error('It is feasible');
    expect(verifyAssignment(problem, found.chosen, found.certificate)).toEqual([]);
    expect(verifyAssignment(problem, found.chosen, { ...found.certificate, entries: [NaN, 1] })).not.toEqual([]);
    expect(verifyAssignment(problem, found.chosen, { ...found.certificate, judges: [-10, 0] })).not.toEqual([]);
    expect(verifyAssignment(problem, [99], found.certificate)).toEqual([{ what: 'unknown-pair' }]);
  });

  it('names the entries that lack judges, and the judges who do not suffice', () => {
    const pairs = pairsOf([{ entry: 0, judge: 0, cost: 0 }, { entry: 0, judge: 1, cost: 0 }, { entry: 1, judge: 0, cost: 0 }]);
    const found = assign({ needs: [2, 2], places: [2, 2], balanceCost: 1, pairs });
    if (found.feasible) throw new Error('It is not feasible');
    expect([...found.shortage.short]).toEqual([[1, 1]]);
    expect(found.chosen).toHaveLength(3);
    expect(found.shortage.witness).toMatchObject({ entries: [1], judges: [], needed: 2, places: 0, pairs: 1 });
  });

  it('keeps loads even, counting what judges have already', () => {
    const found = assign({ needs: Array(30).fill(5), places: Array(12).fill(30), loads: [10, ...Array(11).fill(0)], balanceCost: 1, pairs: full(30, 12, () => 0) });
    const loads = Array.from({ length: 12 }, (_, judge) => found.chosen.filter((pair) => pair % 12 === judge).length);
    loads[0]! += 10;
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });

  it.each<[string, (entry: number, judge: number) => number]>([
    ['all alike', () => 0],
    ['alike by field', (entry, judge) => (entry % 5 === judge % 5 ? 800 : 1300)],
    ['close together', (entry, judge) => 800 + ((entry * 31 + judge * 17) % 7)],
  ])('is proved where costs are %s', (_, cost) => {
    const problem = { needs: Array<number>(400).fill(3), places: Array<number>(40).fill(36), balanceCost: 20, pairs: full(400, 40, cost) };
    const found = assign(problem);
    if (!found.feasible) throw new Error('It is feasible');
    expect(found.cost).toBe(costOf(problem, found.chosen));
    expect(verifyAssignment(problem, found.chosen, found.certificate)).toEqual([]);
  });

  it('costs on made instances what LEMON’s network simplex finds', () => {
    // The generator of the reference: mulberry32 with seed 7, 2 % conflicts, loads at most half above the mean.
    let state = 7;
    const next = () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return (t ^ (t >>> 14)) >>> 0;
    };
    const [entries, judges, needs] = [1000, 200, 5];
    const list = [];
    for (let entry = 0; entry < entries; entry++)
      for (let judge = 0; judge < judges; judge++) {
        const conflict = next() % 100 < 2;
        const cost = 1000 - (next() % 1000);
        if (!conflict) list.push({ entry, judge, cost });
      }
    const problem = { needs: Array<number>(entries).fill(needs), places: Array<number>(judges).fill(Math.ceil((entries * needs * 3) / (2 * judges))), balanceCost: 100, pairs: pairsOf(list) };
    const found = assign(problem);
    expect(found.feasible && found.cost).toBe(6_081_711);
    expect(found.feasible && verifyAssignment(problem, found.chosen, found.certificate)).toEqual([]);
  });
});
