import { assign } from '../assignment/assign.js';
import { cheapestPairs } from '../assignment/candidates.js';
import { costOf } from '../assignment/outcome.js';
import type { AssignmentProblem } from '../assignment/problem.js';
import { rowOf, rowsOf } from '../assignment/rows.js';
import type { Watch } from '../assignment/watch.js';
import { worthOf } from '../randomised/fractional.js';
import { bestWorst } from './best-worst.js';
import { Exchanges } from './exchanges.js';

/** How good an assignment is for all together, and for the entry that it is worst for. */
export interface Objectives {
  readonly cost: number;
  /** The sum of what all pairs are worth. */
  readonly worth: number;
  /** What the pairs of the worst entry are worth together. */
  readonly worst: number;
}

export interface FairAssignment extends Objectives {
  readonly chosen: readonly number[];
  /** No assignment gives its worst entry more than that. */
  readonly bound: number;
  /** Whether the worst entry's worth is proven to be the greatest there is. */
  readonly proven: boolean;
  /** Beside it, the assignment that is the cheapest for all together. */
  readonly plain: Objectives;
}

/** Shares of the entries, the weakest first, that are tried alone for a bound. */
const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
/** Candidates an entry may move among. */
const CHOICE = 64;
/** Where no entry needs a judge. */
const NOTHING: Objectives = { cost: 0, worth: 0, worst: 0 };
/** Pairs up to which the exact bound is looked for. */
const CONTEST_SIZE = 40_000;

/**
 * An assignment that is good for its weakest entry: the worst entry's worth is made as great as can be, then the next
 * worst's, and so on, as PeerReview4All (Stelmakh, Shah, Singh 2019), FairFlow and FairIR (Kobren, Saha, McCallum 2019)
 * and FairSequence (Payan and Zick 2022) aim at. From the cheapest assignment entries exchange judges in chains, the
 * weakest first, as long as nobody is left weaker than it. Whether its worst entry could do better is bounded: by what
 * each entry, and the weakest of them together, could have if they were alone, and at the size of a contest exactly.
 *
 * @param seconds how long the exact bound may be looked for
 * @returns undefined where no assignment gives every entry what it needs
 */
export async function assignFairly(problem: AssignmentProblem, seconds = 60, watch: Watch = {}): Promise<FairAssignment | undefined> {
  const plain = assign(problem, watch);
  if (!plain.feasible) return undefined;
  const worth = worthOf(problem);
  if (plain.chosen.length === 0) return { chosen: [], ...NOTHING, bound: 0, proven: true, plain: NOTHING };
  const rows = rowsOf(problem);
  const inOrder = (pair: number) => (rows.order ? rows.order[pair]! : pair);
  const place = rowOf(rows);
  const exchanges = new Exchanges(problem, cheapestPairs(rows, Float64Array.from(plain.certificate.judges), CHOICE, heldAlone(rows, plain.chosen, place)), (row) => worth[inOrder(row)]!, new Set(plain.chosen.map(place)));
  exchanges.run(watch);
  const chosen = exchanges.chosen.map(inOrder).sort((a, b) => a - b);
  const reached = objectives(problem, chosen, worth);
  let bound = Math.min(exchanges.alone, servedAlone(problem, worth, chosen, watch));
  let [best, proven] = [chosen, reached.worst >= bound];
  if (!proven && worth.length <= CONTEST_SIZE) {
    const exact = await bestWorst(problem, worth, chosen, reached.worst, seconds);
    bound = Math.min(bound, exact.bound);
    if (exact.chosen) best = exact.chosen;
    proven = objectives(problem, best, worth).worst >= bound;
  }
  return { chosen: best, ...objectives(problem, best, worth), bound, proven, plain: objectives(problem, plain.chosen, worth) };
}

/**
 * What the worst entry could have at most, by what some of the weakest entries have on average in the best assignment of
 * these alone: whatever is done for all, one of them has no more.
 */
function servedAlone(problem: AssignmentProblem, worth: Float64Array, chosen: readonly number[], { stop }: Watch): number {
  const totals = new Float64Array(problem.needs.length);
  for (const pair of chosen) totals[problem.pairs.entry[pair]!]! += worth[pair]!;
  const entries = [...totals.keys()].filter((entry) => problem.needs[entry]! > 0).sort((a, b) => totals[a]! - totals[b]!);
  const { least: _, ...free } = problem;
  const bounds = SHARES.map((share) => {
    const weakest = new Set(entries.slice(0, Math.ceil(entries.length * share)));
    const best = assign({ ...free, balanceCost: 0, needs: problem.needs.map((n, entry) => (weakest.has(entry) ? n : 0)) }, stop && { stop });
    return Math.floor(best.chosen.reduce((sum, pair) => sum + worth[pair]!, 0) / weakest.size);
  });
  return Math.min(...bounds);
}

function objectives(problem: AssignmentProblem, chosen: readonly number[], worth: Float64Array): Objectives {
  const totals = new Float64Array(problem.needs.length);
  for (const pair of chosen) totals[problem.pairs.entry[pair]!]! += worth[pair]!;
  const asked = totals.filter((_, entry) => problem.needs[entry]! > 0);
  return { cost: costOf(problem, chosen), worth: totals.reduce((sum, one) => sum + one, 0), worst: asked.reduce((least, one) => Math.min(least, one), Infinity) };
}

/** The pairs that an assignment takes, as candidates. */
function heldAlone({ judge, cost, from }: { from: Int32Array; judge: Int32Array; cost: Float64Array }, chosen: readonly number[], place: (pair: number) => number) {
  const row = Int32Array.from(chosen, place).sort();
  const starts = new Int32Array(from.length);
  let n = 0;
  for (let e = 0; e + 1 < from.length; e++) {
    while (n < row.length && row[n]! < from[e + 1]!) n++;
    starts[e + 1] = n;
  }
  return { from: starts, row, entry: new Int32Array(0), judge: row.map((one) => judge[one]!), cost: Float64Array.from(row, (one) => cost[one]!) };
}
