import fc from 'fast-check';
import { assign } from '../assignment/assign.js';
import { costOf } from '../assignment/outcome.js';
import { pairsOf } from '../assignment/problem.js';
import { assignShaped, ShapeRefused, type ShapedProblem } from './shaped.js';

const FIELDS = ['a', 'b'];
const problems = fc.record({ entries: fc.integer({ min: 1, max: 3 }), judges: fc.integer({ min: 2, max: 4 }), balanceCost: fc.integer({ min: 0, max: 4 }) }).chain(({ entries, judges, balanceCost }) =>
  fc
    .record({
      needs: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: entries, maxLength: entries }),
      places: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: judges, maxLength: judges }),
      costs: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: entries * judges, maxLength: entries * judges }),
      asked: fc.array(fc.subarray(FIELDS), { minLength: entries, maxLength: entries }),
      fields: fc.array(fc.subarray(FIELDS), { minLength: judges, maxLength: judges }),
      organisations: fc.array(fc.constantFrom('x', 'y', undefined), { minLength: judges, maxLength: judges }),
      forbidden: fc.array(fc.nat({ max: entries * judges - 1 }), { maxLength: 1 }),
    })
    .map(({ costs, ...rest }): ShapedProblem => ({ ...rest, balanceCost, pairs: pairsOf(costs.map((cost, i) => ({ entry: Math.floor(i / judges), judge: i % judges, cost }))) })),
);

/** The least cost of all assignments of the shape, by trying each; undefined where there is none. */
function bruteForce(problem: ShapedProblem): number | undefined {
  const { needs, places, pairs, asked, fields, organisations, forbidden } = problem;
  let best: number | undefined;
  for (let set = 0; set < 2 ** pairs.entry.length; set++) {
    const chosen = [...pairs.entry.keys()].filter((pair) => (set >> pair) & 1);
    const ofEntry = needs.map((_, entry) => chosen.filter((pair) => pairs.entry[pair] === entry).map((pair) => pairs.judge[pair]!));
    const holds =
      !chosen.some((pair) => forbidden!.includes(pair)) &&
      ofEntry.every((judges, entry) => judges.length === needs[entry] && asked![entry]!.every((field) => judges.some((judge) => fields![judge]!.includes(field)))) &&
      ofEntry.every((judges) => ['x', 'y'].every((house) => judges.filter((judge) => organisations![judge] === house).length <= 1)) &&
      places.every((n, judge) => chosen.filter((pair) => pairs.judge[pair] === judge).length <= n);
    if (holds) best = Math.min(best ?? Infinity, costOf(problem, chosen));
  }
  return best;
}

describe('assignShaped', () => {
  it('costs what the best of all assignments of the shape costs, or says what is lacking', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const best = bruteForce(problem);
        const found = await assignShaped(problem, 30);
        expect(found.proven).toBe(true);
        if (best === undefined) {
          expect(found.lacks).not.toEqual([]);
          return;
        }
        expect(found).toMatchObject({ cost: best, bound: best, lacks: [] });
      }),
      { numRuns: 60 },
    );
  });

  const plain = { needs: [2, 2], places: [2, 2, 2], balanceCost: 1, pairs: pairsOf(Array.from({ length: 6 }, (_, i) => ({ entry: Math.floor(i / 3), judge: i % 3, cost: i }))) };

  it('is the plain assignment where no shape is asked', async () => {
    expect((await assignShaped(plain, 30)).cost).toBe(assign(plain).cost);
  });

  it('gives reviews of several kinds to different judges', async () => {
    const kinds = [{ name: 'technical', needs: [1, 1], judges: [0, 1] }, { name: 'business', needs: [1, 1], judges: [1, 2] }];
    const { chosen, lacks } = await assignShaped({ ...plain, kinds, least: [0, 2, 0] }, 30);
    expect(lacks).toEqual([]);
    for (const entry of [0, 1]) {
      const own = chosen.filter(({ pair }) => plain.pairs.entry[pair] === entry);
      expect(own.map(({ kind }) => kind).sort()).toEqual(['business', 'technical']);
      expect(new Set(own.map(({ pair }) => plain.pairs.judge[pair]))).toHaveProperty('size', 2);
      for (const { pair, kind } of own) expect(kinds.find(({ name }) => name === kind)!.judges).toContain(plain.pairs.judge[pair]);
    }
    expect(chosen.filter(({ pair }) => plain.pairs.judge[pair] === 1)).toHaveLength(2);
  });

  it('names the field, the reviews and the load that can’t be had', async () => {
    const { lacks } = await assignShaped({ ...plain, places: [2, 1, 0], least: [0, 0, 1], asked: [['chemistry'], []], fields: [[], [], []] }, 30);
    expect(lacks).toContainEqual({ what: 'field', entry: 0, field: 'chemistry' });
    expect(lacks).toContainEqual({ what: 'load', judge: 2, count: 1 });
    expect(lacks.filter(({ what }) => what === 'reviews')).toHaveLength(1);
  });

  it.each([
    ['pinned-and-forbidden', { pinned: [0], forbidden: [0] }],
    ['more-pins-than-needs', { needs: [1, 1], pinned: [0, 1] }],
    ['more-pins-than-places', { places: [0, 2, 2], pinned: [0] }],
    ['pins-of-one-organisation', { organisations: ['x', 'x', undefined], pinned: [0, 1] }],
  ])('refuses %s', async (why, asked) => {
    await expect(assignShaped({ ...plain, ...asked }, 30)).rejects.toThrow(ShapeRefused);
    await expect(assignShaped({ ...plain, ...asked }, 30)).rejects.toMatchObject({ why });
  });
});
