import { cheapestFlow } from '../assignment/cheapest-flow.js';
import type { AssignmentProblem } from '../assignment/problem.js';
import { rowsOf } from '../assignment/rows.js';
import type { Watch } from '../assignment/watch.js';
import type { Chances } from './fractional.js';

/** Chances are whole millionths. */
const PARTS = 1_000_000;

/**
 * The chances of the best assignment on average in which no pair is likelier than `cap` (Jecmen, Zhang, Liu, Shah,
 * Conitzer, Fang, "Mitigating manipulation in peer review via randomized reviewer assignments", NeurIPS 2020): a linear
 * programme, solved as a flow of millionths. Undefined where the cap leaves entries without enough judges.
 */
export function cappedChances(problem: AssignmentProblem, cap: number, watch: Watch = {}): Chances | undefined {
  const rows = rowsOf(problem);
  const parts = (n: number) => n * PARTS;
  const flow = cheapestFlow({ ...problem, needs: problem.needs.map(parts), places: problem.places.map(parts) }, rows, { unit: PARTS, most: Math.min(PARTS, Math.round(cap * PARTS)) }, watch);
  if (!flow) return undefined;
  const chances = new Float64Array(problem.pairs.entry.length);
  flow.amount.forEach((amount, at) => {
    const row = flow.candidates.row[at]!;
    chances[rows.order ? rows.order[row]! : row] = amount / PARTS;
  });
  return chances;
}
