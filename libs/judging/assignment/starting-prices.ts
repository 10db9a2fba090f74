import type { Candidates } from './candidates.js';
import type { Shares } from './flow.js';
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
  const spread = spreadOf(candidates.cost);
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

const spreadOf = (cost: Float64Array): number => {
  let [low, high] = [Infinity, -Infinity];
  for (const one of cost) {
    if (one < low) low = one;
    if (one > high) high = one;
  }
  return high < low ? 0 : high - low;
};

/** The cheapest judges of one entry after another. */
export class Choice {
  /** Cheapest first: what each costs with his price, who he is, and which candidate. */
  readonly total: Float64Array;
  readonly judges: Int32Array;
  readonly at: Int32Array;

  constructor(
    needs: readonly number[],
    private readonly most: number,
  ) {
    const size = Math.ceil(needs.reduce((max, n) => Math.max(max, n), 0) / most);
    this.total = new Float64Array(size);
    this.judges = new Int32Array(size);
    this.at = new Int32Array(size);
  }

  /**
   * Finds as many as `need` asks for; of equally cheap ones those that `entry` had, then those with the least load, so
   * that equal costs spread by themselves. Returns how many there are.
   */
  cheapest({ from, judge: judgeOf, cost }: Candidates, prices: Float64Array, load: Int32Array, entry: number, need: number, had?: Uint8Array): number {
    const { total, judges, at } = this;
    const wanted = Math.ceil(need / this.most);
    if (wanted === 0) return 0;
    let count = 0;
    const end = from[entry + 1]!;
    for (let pair = from[entry]!; pair < end; pair++) {
      const judge = judgeOf[pair]!;
      const sum = cost[pair]! + prices[judge]!;
      if (count === wanted && sum > total[count - 1]!) continue;
      if (count === wanted && !this.before(sum, pair, judge, count - 1, load, had)) continue;
      let place = count < wanted ? count++ : count - 1;
      for (; place > 0 && this.before(sum, pair, judge, place - 1, load, had); place--) {
        total[place] = total[place - 1]!;
        judges[place] = judges[place - 1]!;
        at[place] = at[place - 1]!;
      }
      total[place] = sum;
      judges[place] = judge;
      at[place] = pair;
    }
    return count;
  }

  private before(sum: number, pair: number, judge: number, place: number, load: Int32Array, had: Uint8Array | undefined): boolean {
    if (sum !== this.total[place]!) return sum < this.total[place]!;
    if (had && had[pair] !== had[this.at[place]!]) return had[pair] === 1;
    return load[judge]! < load[this.judges[place]!]!;
  }
}
