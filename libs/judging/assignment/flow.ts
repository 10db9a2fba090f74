import type { Candidates } from './candidates.js';
import { Choice } from './choice.js';
import { outweighing } from './outweighing.js';
import type { AssignmentProblem } from './problem.js';
import type { Shares } from './shares.js';

/**
 * A flow whose prices are right and whose nodes are not yet balanced. The nodes are the judges and the sink behind them;
 * `units` are the places of a judge that are paid for, `held` what entries take of them. Reduced cost of a pair = its
 * cost + the judge's price - the entry's price: never below 0 for a pair with room, never above 0 for a taken one; of a
 * judge's next unit = what it costs - his price + the sink's, never below 0, and of his last one never above.
 */
export class Flow {
  /** What each candidate takes. */
  readonly amount: Int32Array;
  /** The candidates that take something of each judge. */
  readonly heldBy: number[][];
  readonly held: Int32Array;
  readonly units: Int32Array;
  readonly entryPrice: Float64Array;
  /** Of the judges, and last of the sink. */
  readonly price: Float64Array;
  readonly sink: number;
  surplusOfSink = 0;
  /** Whether some entry has too few candidates for what it needs. */
  lacking = false;
  /** What an entry's pairs that take nothing cost at least, as far as that is known. */
  readonly leastFree: Float64Array;
  /** Where it is wanted, a list of the candidates that were given or left. */
  moved?: number[] | undefined;
  /** More than any assignment costs: what a judge's least load is worth. */
  private readonly huge: number;
  private readonly choice: Choice;

  constructor(
    readonly problem: AssignmentProblem,
    readonly candidates: Candidates,
    readonly shares: Shares,
    prices: Float64Array,
    had?: Uint8Array,
    placing: 'all-at-once' | 'one-by-one' = 'all-at-once',
  ) {
    const { needs, places } = problem;
    this.sink = places.length;
    this.amount = new Int32Array(candidates.row.length);
    this.heldBy = places.map(() => []);
    this.held = new Int32Array(this.sink);
    this.units = new Int32Array(this.sink);
    this.entryPrice = new Float64Array(needs.length);
    this.leastFree = new Float64Array(needs.length).fill(-Infinity);
    this.price = new Float64Array(this.sink + 1);
    this.price.set(prices);
    this.huge = problem.least ? outweighing(problem, candidates.cost) : 0;
    this.choice = new Choice(needs, shares.most);
    if (placing === 'all-at-once') for (let entry = 0; entry < needs.length; entry++) this.place(entry, had);
    this.payUnits();
  }

  /** What the unit after the first `k` of a judge costs. */
  marginal(judge: number, k: number): number {
    const { balanceCost, loads, least } = this.problem;
    const { unit } = this.shares;
    const place = unit === 1 ? k : Math.floor(k / unit);
    return balanceCost * ((loads?.[judge] ?? 0) + place) - (least && place < least[judge]! ? this.huge : 0);
  }

  /** The judges' prices, counted from the sink's. */
  get judgePrices(): Float64Array {
    return this.price.subarray(0, this.sink).map((price) => price - this.price[this.sink]!);
  }

  surplus(node: number): number {
    return node === this.sink ? this.surplusOfSink : this.held[node]! - this.units[node]!;
  }

  /** How many units stand where they can't stay. */
  get unbalanced(): number {
    let sum = 0;
    for (let node = 0; node <= this.sink; node++) sum += Math.max(0, this.surplus(node));
    return sum;
  }

  give(at: number, amount: number): void {
    this.moved?.push(at);
    const judge = this.candidates.judge[at]!;
    if (this.amount[at] === 0) this.heldBy[judge]!.push(at);
    this.amount[at]! += amount;
    this.held[judge]! += amount;
    this.surplusOfSink -= amount;
  }

  leave(at: number, amount: number): void {
    this.moved?.push(at);
    const judge = this.candidates.judge[at]!;
    this.amount[at]! -= amount;
    this.leastFree[this.candidates.entry[at]!] = -Infinity;
    this.held[judge]! -= amount;
    this.surplusOfSink += amount;
    if (this.amount[at]! > 0) return;
    const held = this.heldBy[judge]!;
    held[held.indexOf(at)] = held.at(-1)!;
    held.pop();
  }

  /** Gives `entry` the cheapest judges under the prices as they are; those may then have too many. */
  place(entry: number, had?: Uint8Array): void {
    const { most } = this.shares;
    const need = this.problem.needs[entry]!;
    const count = this.choice.cheapest(this.candidates, this.price, this.held, entry, need, had);
    for (let n = 0; n < count; n++) this.give(this.choice.at[n]!, Math.min(most, need - n * most));
    if (count * most < need) this.lacking = true;
    this.entryPrice[entry] = count > 0 ? this.choice.total[count - 1]! : 0;
  }

  /** Gives `entry`, beside what it has, the cheapest other judge. */
  placeOneMore(entry: number): void {
    const { from, judge, cost } = this.candidates;
    let [best, least] = [-1, Infinity];
    for (let at = from[entry]!; at < from[entry + 1]!; at++) {
      const total = cost[at]! + this.price[judge[at]!]!;
      if (total < least && this.amount[at] === 0) [best, least] = [at, total];
    }
    if (best === -1) {
      this.lacking = true;
      return;
    }
    this.give(best, 1);
    this.entryPrice[entry] = least;
  }

  /** Takes back all places of a judge that are paid for. */
  unpay(judge: number): void {
    this.surplusOfSink -= this.units[judge]!;
    this.units[judge] = 0;
  }

  /** Of the numbers of units that a judge's price allows, the one nearest to what he holds. */
  private payUnits(): void {
    const { places, balanceCost, loads, least } = this.problem;
    const { unit } = this.shares;
    for (let judge = 0; judge < this.sink; judge++) {
      const [own, price, held] = [loads?.[judge] ?? 0, this.price[judge]!, this.held[judge]!];
      let [low, high] = [0, places[judge]!];
      if (balanceCost > 0) [low, high] = [(Math.ceil(price / balanceCost) - own) * unit, (Math.floor(price / balanceCost) + 1 - own) * unit];
      else if (price > 0) low = places[judge]!;
      else if (price < 0) high = 0;
      const clip = (n: number) => Math.min(places[judge]!, Math.max((least?.[judge] ?? 0) * unit, n));
      this.units[judge] = Math.min(clip(high), Math.max(clip(low), held));
      this.surplusOfSink += this.units[judge]!;
    }
  }
}
