import type { AssignmentProblem } from '../assignment/problem.js';
import { rowsOf, type Rows } from '../assignment/rows.js';
import { worthOf, type Chances } from './fractional.js';
import { solveSymmetric } from '../linear/solve-symmetric.js';

const MOST_STEPS = 100;
/** How far from what he takes a judge's expected load may stay. */
const CLOSE = 1e-9;
/** What a pair of no worth is taken to be worth where the bend of its gain is needed, as a share of the most. */
const WORTHLESS = 1e-4;

/**
 * Perturbed Maximization (Xu, Zhang, Yuan, Fang, "A One-Size-Fits-All Approach to Improving Randomness in Paper
 * Assignment", NeurIPS 2023) with f(x) = x - bend · x²: the chances that make the sum of worth · f(chance) the greatest,
 * none above `cap`. The more it bends, the further chances spread.
 *
 * Solved by its dual in the judges' prices, by damped Newton steps: it is convex with a gradient that bends in places
 * only (Qi and Sun, "A nonsmooth version of Newton's method", 1993). There must be chances that fit.
 *
 * @param prices where judges' prices start, and as what they end
 */
export function perturbedChances(problem: AssignmentProblem, cap: number, bend: number, prices: Float64Array = new Float64Array(problem.places.length)): Chances {
  const dual = new Dual(problem, cap, bend);
  let value = dual.at(prices);
  for (let [step, damping] = [0, 1e-6]; step < MOST_STEPS && damping < 1e12; step++) {
    const over = dual.load.map((load, judge) => load - problem.places[judge]!);
    const active = Array.from(prices.keys()).filter((judge) => prices[judge]! > 0 || over[judge]! > 0);
    if (active.every((judge) => Math.abs(over[judge]!) < CLOSE)) break;
    const curvature = dual.curvature(active);
    for (;;) {
      const way = solveSymmetric(curvature, Float64Array.from(active, (judge) => over[judge]!), damping);
      const next = prices.slice();
      active.forEach((judge, n) => (next[judge] = Math.max(0, prices[judge]! + way[n]!)));
      const tried = dual.at(next);
      const promised = active.reduce((sum, judge) => sum + over[judge]! * (next[judge]! - prices[judge]!), 0);
      if (tried <= value - 1e-4 * promised) {
        prices.set(next);
        value = tried;
        damping = Math.max(1e-9, damping / 10);
        break;
      }
      // Nearer to the steepest way down, and shorter (Levenberg 1944).
      damping *= 10;
      if (damping > 1e12) break;
    }
  }
  dual.at(prices);
  const chances = new Float64Array(dual.chances.length);
  dual.chances.forEach((chance, row) => (chances[dual.rows.order ? dual.rows.order[row]! : row] = chance));
  return chances;
}

/** The dual at judges' prices: each entry's own price follows from them. */
class Dual {
  readonly rows: Rows;
  /** Row after row. */
  readonly chances: Float64Array;
  readonly load: Float64Array;
  private readonly gain: Float64Array;
  private readonly curve: Float64Array;
  private readonly entryPrice: Float64Array;

  constructor(
    private readonly problem: AssignmentProblem,
    private readonly cap: number,
    bend: number,
  ) {
    const worth = worthOf(problem);
    const most = worth.reduce((max, one) => Math.max(max, one), 0) || 1;
    this.rows = rowsOf({ ...problem, pairs: { ...problem.pairs, cost: worth } });
    this.gain = this.rows.cost.map((one) => one / most);
    this.curve = this.gain.map((one) => 2 * Math.max(bend, 1e-6) * Math.max(one, WORTHLESS));
    this.chances = new Float64Array(this.gain.length);
    this.load = new Float64Array(problem.places.length);
    this.entryPrice = new Float64Array(problem.needs.length);
  }

  /** The dual's value; the chances and loads are those of these prices then. */
  at(prices: Float64Array): number {
    const { rows, chances, load, gain, curve } = this;
    load.fill(0);
    let value = prices.reduce((sum, price, judge) => sum + price * this.problem.places[judge]!, 0);
    for (let entry = 0; entry < this.entryPrice.length; entry++) {
      const own = this.priceOf(entry, prices);
      for (let row = rows.from[entry]!; row < rows.from[entry + 1]!; row++) {
        const judge = rows.judge[row]!;
        const net = gain[row]! - prices[judge]!;
        const chance = Math.min(this.cap, Math.max(0, (net - own) / curve[row]!));
        chances[row] = chance;
        load[judge]! += chance;
        value += chance * net - (curve[row]! * chance * chance) / 2;
      }
    }
    return value;
  }

  /** How fast the loads of these judges fall as their prices rise. */
  curvature(judges: readonly number[]): Float64Array[] {
    const place = new Int32Array(this.load.length).fill(-1);
    judges.forEach((judge, n) => (place[judge] = n));
    const matrix = judges.map(() => new Float64Array(judges.length));
    const { rows, chances, curve, cap } = this;
    for (let entry = 0; entry < this.entryPrice.length; entry++) {
      const inside: number[] = [];
      for (let row = rows.from[entry]!; row < rows.from[entry + 1]!; row++) if (chances[row]! > 0 && chances[row]! < cap) inside.push(row);
      const all = inside.reduce((sum, row) => sum + 1 / curve[row]!, 0);
      for (const row of inside) {
        const at = place[rows.judge[row]!]!;
        if (at < 0) continue;
        const line = matrix[at]!;
        line[at]! += 1 / curve[row]!;
        for (const other of inside) {
          const to = place[rows.judge[other]!]!;
          if (to >= 0) line[to]! -= 1 / (curve[row]! * curve[other]! * all);
        }
      }
    }
    return matrix;
  }

  /** Where the chances of `entry` add up to what it needs: Newton's method on a falling line of straight pieces, kept between bounds. */
  private priceOf(entry: number, prices: Float64Array): number {
    const { rows, gain, curve, cap } = this;
    // At the lowest of these every chance is at the cap, at the highest none is above 0.
    let [low, high] = [Infinity, -Infinity];
    for (let row = rows.from[entry]!; row < rows.from[entry + 1]!; row++) {
      const net = gain[row]! - prices[rows.judge[row]!]!;
      low = Math.min(low, net - cap * curve[row]!);
      high = Math.max(high, net);
    }
    let price = Math.min(high, Math.max(low, this.entryPrice[entry]!));
    for (let step = 0; step < 200; step++) {
      let [over, slope] = [-this.problem.needs[entry]!, 0];
      for (let row = rows.from[entry]!; row < rows.from[entry + 1]!; row++) {
        const chance = (gain[row]! - prices[rows.judge[row]!]! - price) / curve[row]!;
        if (chance >= cap) over += cap;
        else if (chance > 0) {
          over += chance;
          slope += 1 / curve[row]!;
        }
      }
      if (Math.abs(over) < 1e-13) break;
      if (over > 0) low = price;
      else high = price;
      let next = slope > 0 ? price + over / slope : (low + high) / 2;
      if (!(next > low && next < high)) next = (low + high) / 2;
      if (next === price) break;
      price = next;
    }
    return (this.entryPrice[entry] = price);
  }
}
