import { assign } from '../assignment/assign.js';
import type { AssignmentProblem } from '../assignment/problem.js';
import { report, type Watch } from '../assignment/watch.js';
import { cappedChances } from './capped.js';
import { spreadOf, worthOf, type Chances, type Spread } from './fractional.js';
import { perturbedChances } from './perturbed.js';

export interface Randomisation {
  /** No pair is likelier than that. */
  readonly cap: number;
  /** The best on average under the cap, or such as spreads chances furthest at nearly the same worth. */
  readonly method: 'capped' | 'perturbed';
  /** Which share of the best assignment may be given up for spreading, beyond what the cap costs. */
  readonly loss?: number;
}

export interface Randomised {
  readonly chances: Chances;
  readonly spread: Spread;
  /** How far the gains bend, for `perturbed`. */
  readonly bend?: number;
}

/** Sixteen thousandths of a tenth: what the published comparison of the two methods allowed. */
const LOSS = 0.00017;
const HALVINGS = 10;

/**
 * Chances of every pair under a cap. `perturbed` bends gains as far as it can, from 0 to 1, before more than `loss` is
 * given up. Undefined where no assignment, or none under the cap, gives every entry what it needs.
 */
export function randomise(problem: AssignmentProblem, { cap, method, loss = LOSS }: Randomisation, watch: Watch = {}): Randomised | undefined {
  const best = assign(problem, watch);
  if (!best.feasible) return undefined;
  const worth = worthOf(problem);
  const most = best.chosen.reduce((sum, pair) => sum + worth[pair]!, 0);
  const capped = cappedChances(problem, cap, watch);
  if (!capped) return undefined;
  const plain = { chances: capped, spread: spreadOf(problem, capped, worth, most) };
  if (method === 'capped') return plain;

  let [low, high] = [0, 1];
  let found: Randomised = plain;
  const prices = new Float64Array(problem.places.length);
  for (let n = 0; n < HALVINGS; n++) {
    report(watch, n, HALVINGS);
    const bend = (low + high) / 2;
    const chances = perturbedChances(problem, cap, bend, prices);
    const spread = spreadOf(problem, chances, worth, most);
    if (spread.share >= plain.spread.share - loss) [low, found] = [bend, { chances, spread, bend }];
    else high = bend;
  }
  return found;
}
