import type { AssignmentProblem, Certificate } from './problem.js';

const NONE = -1;

/**
 * A flow that grows by one cheapest path at a time. Reduced cost of a pair = its cost + the judge's price - the entry's
 * price: not below 0 for a pair that is free, not above 0 for one that is taken; that keeps every path's steps from
 * being negative, so that Dijkstra's method finds the cheapest one.
 */
export class PathSearch {
  private readonly from: Int32Array;
  private readonly order: Int32Array;
  private readonly judgeOf: Int32Array;
  private readonly cost: Float64Array;
  private readonly taken: Uint8Array;
  private readonly load: Int32Array;
  private readonly held: Int32Array;
  private readonly heldBy: number[][];
  private readonly entryPrice: Float64Array;
  private readonly judgePrice: Float64Array;

  /** Of the last search: how far each judge and entry is, whether he is settled, and the pair by which it was reached. */
  private readonly far: Float64Array;
  private readonly entryFar: Float64Array;
  private readonly settled: Uint8Array;
  private readonly by: Int32Array;
  private readonly leaving: Int32Array;
  private seen: number[] = [];

  constructor(private readonly problem: AssignmentProblem) {
    const { needs, places, pairs, loads } = problem;
    this.from = new Int32Array(needs.length + 1);
    for (const entry of pairs.entry) this.from[entry + 1]!++;
    for (let e = 0; e < needs.length; e++) this.from[e + 1]! += this.from[e]!;
    this.order = byEntryAndCost(problem, this.from);
    this.judgeOf = this.order.map((pair) => pairs.judge[pair]!);
    this.cost = Float64Array.from(this.order, (pair) => pairs.cost[pair]!);
    this.taken = new Uint8Array(this.order.length);
    this.load = Int32Array.from(places, (_, judge) => loads?.[judge] ?? 0);
    this.held = new Int32Array(places.length);
    this.heldBy = places.map(() => []);
    this.entryPrice = new Float64Array(needs.length);
    for (let e = 0; e < needs.length; e++) this.entryPrice[e] = this.cost[this.from[e]!] ?? 0;
    this.judgePrice = new Float64Array(places.length);
    for (let j = 0; j < places.length; j++) this.judgePrice[j] = problem.balanceCost * this.load[j]!;
    for (let e = 0; e < needs.length; e++) this.entryPrice[e] = this.cheapestOf(e);
    this.far = new Float64Array(places.length);
    this.entryFar = new Float64Array(needs.length);
    this.settled = new Uint8Array(places.length);
    this.by = new Int32Array(places.length);
    this.leaving = new Int32Array(needs.length);
  }

  /** Gives `entry` one more judge along the cheapest path; false when there is none. */
  place(entry: number): boolean {
    this.far.fill(Infinity);
    this.settled.fill(0);
    this.entryFar.fill(Infinity);
    this.seen = [entry];
    this.entryFar[entry] = 0;
    this.leaving[entry] = NONE;
    let [end, least] = [NONE, Infinity];
    this.relax(entry, least);
    for (let judge = this.nearest(); judge !== NONE && this.far[judge]! < least; judge = this.nearest()) {
      this.settled[judge] = 1;
      if (this.held[judge]! < this.problem.places[judge]!) {
        const total = this.far[judge]! + this.problem.balanceCost * this.load[judge]! - this.judgePrice[judge]!;
        if (total < least) [end, least] = [judge, total];
      }
      for (const at of this.heldBy[judge]!) {
        const other = this.problem.pairs.entry[this.order[at]!]!;
        const reached = this.far[judge]! - this.reduced(other, at);
        if (reached >= this.entryFar[other]!) continue;
        if (this.entryFar[other] === Infinity) this.seen.push(other);
        this.entryFar[other] = reached;
        this.leaving[other] = at;
        this.relax(other, least);
      }
    }
    if (end === NONE) return false;
    this.raisePrices(least);
    this.shift(end);
    return true;
  }

  chosen(): number[] {
    return [...this.order.keys()].filter((at) => this.taken[at] === 1).map((at) => this.order[at]!).sort((a, b) => a - b);
  }

  certificate(): Certificate {
    return { judges: [...this.judgePrice], entries: [...this.entryPrice] };
  }

  /** After a search that failed: what it could reach. */
  reachedEntries = (): readonly number[] => this.seen;
  reachedJudges = (): number[] => [...this.settled.keys()].filter((judge) => this.settled[judge] === 1);

  /** Offers every free judge of `entry` the way through it; its pairs are by cost, so that the scan stops early. */
  private relax(entry: number, least: number): void {
    const start = this.entryFar[entry]! - this.entryPrice[entry]!;
    const end = this.from[entry + 1]!;
    for (let at = this.from[entry]!; at < end; at++) {
      const step = start + this.cost[at]!;
      if (step + this.lowestPrice >= least) return;
      if (this.taken[at] === 1) continue;
      const judge = this.judgeOf[at]!;
      const reached = step + this.judgePrice[judge]!;
      if (this.settled[judge] === 1 || reached >= this.far[judge]!) continue;
      this.far[judge] = reached;
      this.by[judge] = at;
    }
  }

  private lowestPrice = 0;

  private nearest(): number {
    let [nearest, least] = [NONE, Infinity];
    for (let judge = 0; judge < this.far.length; judge++)
      if (this.settled[judge] === 0 && this.far[judge]! < least) [nearest, least] = [judge, this.far[judge]!];
    return nearest;
  }

  private reduced(entry: number, at: number): number {
    return this.cost[at]! + this.judgePrice[this.judgeOf[at]!]! - this.entryPrice[entry]!;
  }

  private cheapestOf(entry: number): number {
    let least = Infinity;
    for (let at = this.from[entry]!; at < this.from[entry + 1]!; at++) least = Math.min(least, this.cost[at]! + this.judgePrice[this.judgeOf[at]!]!);
    return least === Infinity ? 0 : least;
  }

  private raisePrices(least: number): void {
    for (let judge = 0; judge < this.far.length; judge++) if (this.far[judge]! < least) this.judgePrice[judge]! += least - this.far[judge]!;
    for (const entry of this.seen) if (this.entryFar[entry]! < least) this.entryPrice[entry]! += least - this.entryFar[entry]!;
    this.lowestPrice = this.judgePrice.reduce((low, price) => Math.min(low, price), Infinity);
  }

  /** Walks the path back from its last judge: each entry on it takes the judge ahead and leaves the one behind. */
  private shift(last: number): void {
    this.load[last]!++;
    this.held[last]!++;
    for (let judge = last; ; ) {
      const taken = this.by[judge]!;
      this.taken[taken] = 1;
      this.heldBy[judge]!.push(taken);
      const left = this.leaving[this.problem.pairs.entry[this.order[taken]!]!]!;
      if (left === NONE) return;
      this.taken[left] = 0;
      judge = this.judgeOf[left]!;
      this.heldBy[judge]!.splice(this.heldBy[judge]!.indexOf(left), 1);
    }
  }
}

/** The pairs' numbers, entry after entry, each entry's by cost. */
function byEntryAndCost({ pairs, needs }: AssignmentProblem, from: Int32Array): Int32Array {
  const next = from.slice(0, needs.length);
  const order = new Int32Array(pairs.entry.length);
  for (const [pair, entry] of pairs.entry.entries()) order[next[entry]!++] = pair;
  for (let e = 0; e < needs.length; e++) order.subarray(from[e]!, from[e + 1]!).sort((a, b) => pairs.cost[a]! - pairs.cost[b]! || a - b);
  return order;
}
