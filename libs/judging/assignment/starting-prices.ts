import type { Candidates } from './candidates.js';
import { Choice } from './choice.js';
import type { Shares } from './shares.js';
import type { AssignmentProblem } from './problem.js';

const MOST_ROUNDS = 20;
const FASTER = 1.3;
const SLOWER = 0.5;

/** What all judges' places cost where loads are even: prices to start from where nothing better is known. */
export function evenPrices({ needs, places, loads, balanceCost }: AssignmentProblem): Float64Array {
  const units = needs.reduce((sum, n) => sum + n, 0) + (loads ?? []).reduce((sum, n) => sum + n, 0);
  return new Float64Array(places.length).fill(Math.round((balanceCost * units) / Math.max(1, places.length)));
}

/**
 * Moves `prices` to where little is left to mend: each round every entry takes its cheapest judges, and each judge's
 * price goes towards what his next place costs at the load he would then have (a tâtonnement). How far depends on
 * himself alone: further while he keeps going one way, less far when he turns back (Riedmiller and Braun's Rprop, 1993),
 * so that costs that lie close together don't make prices swing. Whole numbers.
 */
export function adjustPrices({ needs, places, loads, balanceCost }: AssignmentProblem, candidates: Candidates, { unit, most }: Shares, prices: Float64Array): void {
  const spread = rangeOf(candidates.cost);
  const step = new Float64Array(places.length).fill(Math.max(1, spread / 64));
  const way = new Int8Array(places.length);
  const load = new Int32Array(places.length);
  const choice = new Choice(needs, most);
  for (let round = 0, moved = true; round < MOST_ROUNDS && moved; round++) {
    load.fill(0);
    for (let entry = 0; entry < needs.length; entry++) {
      const need = needs[entry]!;
      const taken = choice.cheapest(candidates, prices, load, entry, need);
      for (let n = 0; n < taken; n++) load[choice.judges[n]!]! += Math.min(most, need - n * most);
    }
    moved = false;
    for (let judge = 0; judge < places.length; judge++) {
      const wanted = balanceCost * ((loads?.[judge] ?? 0) + Math.floor(load[judge]! / unit)) - prices[judge]!;
      const over = load[judge]! > places[judge]!;
      const distance = over ? Math.max(wanted, spread) : wanted;
      // Between what his last place cost and what the next would, a price is right.
      if (distance >= 0 && distance <= balanceCost && !over) continue;
      const turned = Math.sign(distance) !== way[judge]! && way[judge] !== 0;
      way[judge] = Math.sign(distance);
      step[judge] = Math.max(0.5, step[judge]! * (turned ? SLOWER : FASTER));
      const change = Math.sign(distance) * Math.round(Math.min(step[judge]!, Math.abs(distance)));
      if (change !== 0) moved = true;
      prices[judge]! += change;
    }
  }
}

/** The dearest cost less the cheapest; 0 of none. */
export const rangeOf = (cost: Float64Array): number => {
  let [low, high] = [Infinity, -Infinity];
  for (const one of cost) {
    if (one < low) low = one;
    if (one > high) high = one;
  }
  return high < low ? 0 : high - low;
};
