import type { AssignmentProblem } from '../assignment/problem.js';

/** How likely each pair of a problem is to be drawn. Every entry's add up to what it needs, no judge's to more than he takes. */
export type Chances = Float64Array;

/** What tells randomised assignments apart (Xu and others, NeurIPS 2023, section 5). */
export interface Spread {
  /** What the pairs drawn are worth on average, as a share of the best assignment. */
  readonly share: number;
  /** The largest chance of any pair. */
  readonly maximum: number;
  /** The largest chance of each entry's pairs, on average over entries. */
  readonly meanMaximum: number;
  /** The sum of -p ln p over all pairs. */
  readonly entropy: number;
  /** How many pairs may be drawn at all: those of a chance of a millionth or more. */
  readonly support: number;
}

const POSSIBLE = 1e-6;

/** @param best what the best assignment is worth, in `worth` */
export function spreadOf({ needs, pairs }: AssignmentProblem, chances: Chances, worth: Float64Array, best: number): Spread {
  const most = new Float64Array(needs.length);
  let [value, maximum, entropy, support] = [0, 0, 0, 0];
  chances.forEach((chance, pair) => {
    if (chance > most[pairs.entry[pair]!]!) most[pairs.entry[pair]!] = chance;
    value += chance * worth[pair]!;
    maximum = Math.max(maximum, chance);
    if (chance > 0) entropy -= chance * Math.log(chance);
    if (chance >= POSSIBLE) support++;
  });
  return { share: best === 0 ? 1 : value / best, maximum, meanMaximum: most.reduce((sum, one) => sum + one, 0) / Math.max(1, needs.length), entropy, support };
}

/** What pairs are worth: how much cheaper each is than the dearest there is. */
export function worthOf({ pairs }: AssignmentProblem): Float64Array {
  const dearest = pairs.cost.reduce((most, cost) => Math.max(most, cost), -Infinity);
  return pairs.cost.map((cost) => dearest - cost);
}
