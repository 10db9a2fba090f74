import type { AssignmentProblem } from './problem.js';
import type { PairIndex } from './pair-index.js';

const MOST_ROUNDS = 40;
/** Full steps at first, then smaller ones, so that prices that swing come to rest. */
const damping = (round: number): number => 1 / (1 + round / 8);

/**
 * Prices from which little is left to mend: each round every entry takes its cheapest judges, and each judge's price
 * goes where his next place costs as much at the load he would then have (a tâtonnement with Newton's step: one unit
 * of price moves about entries / spread of costs of his entries elsewhere). Whole numbers.
 */
export function startingPrices({ needs, places, loads, balanceCost }: AssignmentProblem, index: PairIndex): Float64Array {
  // What all prices have in common moves nobody: they start from what an even load costs.
  const units = needs.reduce((sum, n) => sum + n, 0) + (loads ?? []).reduce((sum, n) => sum + n, 0);
  const prices = new Float64Array(places.length).fill(Math.round((balanceCost * units) / Math.max(1, places.length)));
  const slope = needs.length / Math.max(1, index.spread);
  const load = new Int32Array(places.length);
  const best = new Float64Array(needs.reduce((most, n) => Math.max(most, n), 0));
  const judges = new Int32Array(best.length);
  for (let round = 0, moved = true; round < MOST_ROUNDS && moved; round++) {
    load.fill(0);
    for (let entry = 0; entry < needs.length; entry++) {
      const taken = cheapest(index, prices, entry, needs[entry]!, best, judges);
      for (let n = 0; n < taken; n++) load[judges[n]!]!++;
    }
    moved = false;
    for (let judge = 0; judge < places.length; judge++) {
      const wanted = balanceCost * ((loads?.[judge] ?? 0) + load[judge]!);
      const even = (wanted - prices[judge]!) / (1 + balanceCost * slope);
      const crowded = Math.max(0, load[judge]! - places[judge]!) / slope;
      const change = Math.round(damping(round) * Math.max(even, crowded));
      if (change !== 0) moved = true;
      prices[judge]! += change;
    }
  }
  return prices;
}

/** Puts the `needs` judges of least cost and price for `entry` into `judges`, cheapest first; returns how many there are. */
export function cheapest({ from, judgeOf, cost }: PairIndex, prices: Float64Array, entry: number, needs: number, best: Float64Array, judges: Int32Array, at: Int32Array = judges): number {
  let count = 0;
  for (let pair = from[entry]!; pair < from[entry + 1]!; pair++) {
    const total = cost[pair]! + prices[judgeOf[pair]!]!;
    if (count === needs && (needs === 0 || total >= best[count - 1]!)) continue;
    let place = count < needs ? count++ : count - 1;
    for (; place > 0 && best[place - 1]! > total; place--) {
      best[place] = best[place - 1]!;
      judges[place] = judges[place - 1]!;
      if (at !== judges) at[place] = at[place - 1]!;
    }
    best[place] = total;
    judges[place] = judgeOf[pair]!;
    if (at !== judges) at[place] = pair;
  }
  return count;
}
