import type { AssignmentProblem } from './problem.js';
import type { PairIndex } from './pair-index.js';

const MOST_ROUNDS = 60;
const FASTER = 1.3;
const SLOWER = 0.5;

/**
 * Prices from which little is left to mend: each round every entry takes its cheapest judges, and each judge's price
 * goes towards what his next place costs at the load he would then have (a tâtonnement). How far depends on himself
 * alone: further while he keeps going one way, less far when he turns back (Riedmiller and Braun's Rprop, 1993), so
 * that costs that lie close together don't make prices swing. Whole numbers.
 */
export function startingPrices({ needs, places, loads, balanceCost }: AssignmentProblem, index: PairIndex): Float64Array {
  // What all prices have in common moves nobody: they start from what an even load costs.
  const units = needs.reduce((sum, n) => sum + n, 0) + (loads ?? []).reduce((sum, n) => sum + n, 0);
  const prices = new Float64Array(places.length).fill(Math.round((balanceCost * units) / Math.max(1, places.length)));
  const step = new Float64Array(places.length).fill(Math.max(1, index.spread / 64));
  const way = new Int8Array(places.length);
  const load = new Int32Array(places.length);
  const best = new Float64Array(needs.reduce((most, n) => Math.max(most, n), 0));
  const judges = new Int32Array(best.length);
  for (let round = 0, moved = true; round < MOST_ROUNDS && moved; round++) {
    load.fill(0);
    for (let entry = 0; entry < needs.length; entry++) {
      const taken = cheapest(index, prices, load, entry, needs[entry]!, best, judges);
      for (let n = 0; n < taken; n++) load[judges[n]!]!++;
    }
    moved = false;
    for (let judge = 0; judge < places.length; judge++) {
      const wanted = balanceCost * ((loads?.[judge] ?? 0) + load[judge]!) - prices[judge]!;
      const distance = load[judge]! > places[judge]! ? Math.max(wanted, index.spread) : wanted;
      // Between what his last place cost and what the next would, a price is right.
      if (distance >= 0 && distance <= balanceCost && load[judge]! <= places[judge]!) continue;
      const turned = Math.sign(distance) !== way[judge]! && way[judge] !== 0;
      way[judge] = Math.sign(distance);
      step[judge] = Math.max(0.5, step[judge]! * (turned ? SLOWER : FASTER));
      const change = Math.sign(distance) * Math.round(Math.min(step[judge]!, Math.abs(distance)));
      if (change !== 0) moved = true;
      prices[judge]! += change;
    }
  }
  return prices;
}

/**
 * Puts the `needs` judges of least cost and price for `entry` into `judges`, cheapest first, and their pairs into `at`;
 * of equally cheap ones those with the least load, so that equal costs spread by themselves. Returns how many there are.
 */
export function cheapest({ from, judgeOf, cost }: PairIndex, prices: Float64Array, load: Int32Array, entry: number, needs: number, best: Float64Array, judges: Int32Array, at?: Int32Array): number {
  if (needs === 0) return 0;
  let count = 0;
  const before = (total: number, judge: number, place: number) => total < best[place]! || (total === best[place]! && load[judge]! < load[judges[place]!]!);
  for (let pair = from[entry]!; pair < from[entry + 1]!; pair++) {
    const judge = judgeOf[pair]!;
    const total = cost[pair]! + prices[judge]!;
    if (count === needs && !before(total, judge, count - 1)) continue;
    let place = count < needs ? count++ : count - 1;
    for (; place > 0 && before(total, judge, place - 1); place--) {
      best[place] = best[place - 1]!;
      judges[place] = judges[place - 1]!;
      if (at) at[place] = at[place - 1]!;
    }
    best[place] = total;
    judges[place] = judge;
    if (at) at[place] = pair;
  }
  return count;
}
