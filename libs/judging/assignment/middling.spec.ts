import fc from 'fast-check';
import { minimise } from '../linear/linear-program.js';
import { seeded } from '../random.js';
import { assign } from './assign.js';
import { costOf } from './outcome.js';
import { pairsOf, type AssignmentProblem } from './problem.js';
import { StandingAssignment } from './standing.js';
import { verifyAssignment } from './verify.js';

type Kind = 'uniform' | 'popular' | 'levels' | 'topics';

/** Instances large enough that most pairs are no candidates at first, of kinds that differ in who wants whom. */
function made(kind: Kind, seed: number, { entries = 60, judges = 45, reviews = 3, slack = 1.3, balanceCost = 0 } = {}): AssignmentProblem {
  const random = seeded(seed);
  const quality = Array.from({ length: judges }, () => Math.floor(random() * 500));
  const cost = (entry: number, judge: number) => {
    if (kind === 'popular') return quality[judge]! + Math.floor(random() * 20);
    if (kind === 'levels') return [0, 500, 750, 750, 1000][Math.floor(random() * 5)]!;
    if (kind === 'topics') return (entry % 6 === judge % 6 ? 100 : 800) + Math.floor(random() * 50);
    return Math.floor(random() * 1000);
  };
  const list = [];
  for (let entry = 0; entry < entries; entry++) for (let judge = 0; judge < judges; judge++) if (random() > 0.05) list.push({ entry, judge, cost: cost(entry, judge) });
  return { needs: Array<number>(entries).fill(reviews), places: Array<number>(judges).fill(Math.ceil((slack * entries * reviews) / judges)), balanceCost, pairs: pairsOf(list) };
}

/** The least cost as HiGHS finds it: a flow needs no whole variables, its corners are whole. */
async function byHighs({ needs, places, least, loads, balanceCost, pairs }: AssignmentProblem): Promise<number> {
  const size = pairs.entry.length;
  const steps = places.flatMap((n, judge) => Array.from({ length: n }, (_, k) => ({ judge, cost: balanceCost * ((loads?.[judge] ?? 0) + k) })));
  const of = (column: Int32Array, one: number) => [...column.keys()].filter((pair) => column[pair] === one).map((pair) => [pair, 1] as const);
  const rows = [
    ...needs.map((n, entry) => ({ low: n, high: n, terms: of(pairs.entry, entry) })),
    ...places.map((_, judge) => ({ low: 0, high: 0, terms: [...of(pairs.judge, judge), ...steps.flatMap((step, k) => (step.judge === judge ? [[size + k, -1] as const] : []))] })),
    ...(least ?? []).map((n, judge) => ({ low: n, high: Infinity, terms: of(pairs.judge, judge) })),
  ];
  const costs = [...pairs.cost, ...steps.map(({ cost }) => cost)];
  return Math.round((await minimise({ costs, most: costs.map(() => 1), whole: costs.map(() => false), rows }, 60)).cost);
}

const instances = fc.record({ kind: fc.constantFrom<Kind>('uniform', 'popular', 'levels', 'topics'), seed: fc.nat(), balanceCost: fc.constantFrom(0, 7, 100), slack: fc.constantFrom(1, 1.3, 2) });

describe('assign on middling instances', () => {
  it('costs what HiGHS finds, with a proof that holds', async () => {
    await fc.assert(
      fc.asyncProperty(instances, fc.boolean(), async ({ kind, seed, ...rest }, withLeast) => {
        const problem: AssignmentProblem = { ...made(kind, seed, rest), ...(withLeast && { least: Array<number>(45).fill(2) }) };
        const found = assign(problem);
        if (!found.feasible) throw new Error('It is feasible');
        expect(found.cost).toBe(await byHighs(problem));
        expect(verifyAssignment(problem, found.chosen, found.certificate)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is proved where prices are first found for a part of the entries', () => {
    for (const kind of ['popular', 'levels'] as const) {
      const problem = made(kind, 3, { entries: 600, judges: 120, reviews: 5, balanceCost: 20 });
      const found = assign(problem);
      if (!found.feasible) throw new Error('It is feasible');
      expect(verifyAssignment(problem, found.chosen, found.certificate)).toEqual([]);
    }
  });
});

describe('StandingAssignment', () => {
  const changes = fc.record({ judgesGone: fc.array(fc.integer({ min: 0, max: 44 }), { maxLength: 2 }), entriesGone: fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 2 }), picks: fc.array(fc.nat(), { maxLength: 3 }) });

  it('makes the fewest new pairs, then the cheapest, change after change, and proves it', () => {
    fc.assert(
      fc.property(instances, fc.array(changes, { minLength: 1, maxLength: 4 }), fc.boolean(), ({ kind, seed, ...rest }, list, mixed) => {
        const sorted = made(kind, seed, { ...rest, slack: 2 });
        const order = [...sorted.pairs.entry.keys()].sort((a, b) => ((a * 7919) % 1013) - ((b * 7919) % 1013));
        const problem = mixed ? { ...sorted, pairs: pairsOf(order.map((pair) => ({ entry: sorted.pairs.entry[pair]!, judge: sorted.pairs.judge[pair]!, cost: sorted.pairs.cost[pair]! }))) } : sorted;
        const first = assign(problem);
        if (!first.feasible) throw new Error('It is feasible');
        const standing = new StandingAssignment(problem, first.chosen);
        expect(standing.chosen).toEqual(first.chosen);
        const gone = { judges: new Set<number>(), entries: new Set<number>(), pairs: new Set<number>() };
        for (const { picks, ...change } of list) {
          const before = standing.chosen;
          const pairsGone = picks.map((pick) => before[pick % before.length]!);
          const { added, dropped, cost } = standing.change({ ...change, pairsGone });
          change.judgesGone.forEach((one) => gone.judges.add(one));
          change.entriesGone.forEach((one) => gone.entries.add(one));
          pairsGone.forEach((one) => gone.pairs.add(one));
          const now = standing.chosen;
          expect(now).toEqual([...before.filter((pair) => !dropped.includes(pair)), ...added].sort((a, b) => a - b));
          expect(cost).toBe(costOf(problem, now));
          expect(now.every((pair) => !gone.pairs.has(pair) && !gone.judges.has(problem.pairs.judge[pair]!) && !gone.entries.has(problem.pairs.entry[pair]!))).toBe(true);
          // The certificate is of the rows, in their order.
          const rows = mixed ? [...problem.pairs.entry.keys()].sort((a, b) => problem.pairs.entry[a]! - problem.pairs.entry[b]! || a - b) : undefined;
          const chosen = rows ? rows.flatMap((pair, row) => (now.includes(pair) ? [row] : [])) : now;
          expect(verifyAssignment(standing.problem, chosen, standing.certificate)).toEqual([]);
          // From scratch: the same number of new pairs, at the same cost.
          const left = [...problem.pairs.entry.keys()].filter((pair) => !gone.pairs.has(pair) && !gone.judges.has(problem.pairs.judge[pair]!));
          const again = assign({
            ...problem,
            needs: problem.needs.map((n, entry) => (gone.entries.has(entry) ? 0 : n)),
            pairs: pairsOf(left.map((pair) => ({ entry: problem.pairs.entry[pair]!, judge: problem.pairs.judge[pair]!, cost: problem.pairs.cost[pair]! + (before.includes(pair) ? 0 : 10_000_000) }))),
          });
          expect(again.chosen.filter((n) => !before.includes(left[n]!))).toHaveLength(added.length);
          expect(costOf(problem, again.chosen.map((n) => left[n]!))).toBe(cost);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives what can be given where not all can be replaced, and goes on from there', () => {
    const problem: AssignmentProblem = { needs: [1, 1], places: [1, 1], balanceCost: 0, pairs: pairsOf([{ entry: 0, judge: 0, cost: 1 }, { entry: 0, judge: 1, cost: 5 }, { entry: 1, judge: 1, cost: 1 }]) };
    const standing = new StandingAssignment(problem, [0, 2]);
    const changed = standing.change({ judgesGone: [0] });
    expect([...changed.shortage!.short.values()]).toEqual([1]);
    expect(standing.chosen).toEqual([2]);
    expect(standing.change({ entriesGone: [1] })).toMatchObject({ added: [], dropped: [2], cost: 0 });
  });
});
