import type { Flow } from './flow.js';

const NONE = -1;
const BY_SINK = -2;
/** Searches between two looks for the lowest price. */
const SELDOM = 16;

/**
 * Balances a flow, one cheapest path after another. Prices that are right keep every step of a path from being negative,
 * so that Dijkstra's method over the judges finds it.
 */
export class PathSearch {
  private readonly sink: number;
  private lowestPrice: number;
  /** The nearest node with too few units, as far as the search knows, and how near it is. */
  private end = NONE;
  private bound = Infinity;

  /** Of the last search: how far each node and entry is, and what it was reached by. */
  private readonly far: Float64Array;
  private readonly entryFar: Float64Array;
  private readonly settled: Uint8Array;
  private readonly by: Int32Array;
  private readonly leaving: Int32Array;
  private reached: number[] = [];
  private open: number[] = [];
  private seen: number[] = [];
  private next = 0;
  private searches = 0;

  constructor(private readonly flow: Flow) {
    this.sink = flow.sink;
    this.far = new Float64Array(this.sink + 1).fill(Infinity);
    this.entryFar = new Float64Array(flow.entryPrice.length).fill(Infinity);
    this.settled = new Uint8Array(this.sink + 1);
    this.by = new Int32Array(this.sink + 1);
    this.leaving = new Int32Array(flow.entryPrice.length);
    this.lowestPrice = this.lowest();
  }

  /** Judges among whom units went round that nobody could take. */
  readonly stuck = new Set<number>();

  /** Balances what it can of the first node that has too many. `stuck` when nobody can take it: it is then left as it was. */
  step(): 'moved' | 'balanced' | 'stuck' {
    const start = this.firstSurplus();
    if (start === NONE) return 'balanced';
    const end = this.search(start);
    if (end === NONE) {
      for (const node of this.reached) if (node !== this.sink) this.stuck.add(node);
      this.next++;
      return 'stuck';
    }
    this.shift(start, end);
    return 'moved';
  }

  /** Looks at these judges again: entries were placed with them. */
  again(): void {
    this.next = 0;
  }

  private firstSurplus(): number {
    for (; this.next < this.sink; this.next++) if (this.flow.surplus(this.next) > 0) return this.next;
    return this.next === this.sink && this.flow.surplusOfSink > 0 ? this.sink : NONE;
  }

  /** The nearest node with too few units; prices are raised by how near each node was. */
  private search(start: number): number {
    this.forget();
    this.bound = Infinity;
    this.reach(start, 0, NONE);
    for (let node = this.nearest(); node !== NONE; node = this.nearest()) {
      if (this.far[node]! >= this.bound) {
        this.raisePrices(this.bound);
        return this.end;
      }
      this.settled[node] = 1;
      if (node === this.sink) this.fromSink();
      else this.fromJudge(node);
    }
    return NONE;
  }

  private forget(): void {
    for (const node of this.reached) {
      this.far[node] = Infinity;
      this.settled[node] = 0;
    }
    for (const entry of this.seen) this.entryFar[entry] = Infinity;
    this.reached = [];
    this.open = [];
    this.seen = [];
  }

  private reach(node: number, far: number, by: number): void {
    if (this.far[node] === Infinity) {
      this.reached.push(node);
      this.open.push(node);
    }
    this.far[node] = far;
    this.by[node] = by;
    if (far < this.bound && this.flow.surplus(node) < 0) [this.bound, this.end] = [far, node];
  }

  private fromSink(): void {
    const { units, price } = this.flow;
    const start = this.far[this.sink]! - price[this.sink]!;
    for (let judge = 0; judge < this.sink; judge++) {
      if (units[judge] === 0 || this.settled[judge] === 1) continue;
      const reached = start + price[judge]! - this.flow.marginal(judge, units[judge]! - 1);
      if (reached < this.far[judge]!) this.reach(judge, reached, BY_SINK);
    }
  }

  private fromJudge(judge: number): void {
    const { units, price, entryPrice, problem } = this.flow;
    const { entry: entryOf, cost } = this.flow.candidates;
    const far = this.far[judge]! - price[judge]!;
    if (units[judge]! < problem.places[judge]! && this.settled[this.sink] === 0) {
      const reached = far + this.flow.marginal(judge, units[judge]!) + price[this.sink]!;
      if (reached < this.far[this.sink]!) this.reach(this.sink, reached, judge);
    }
    for (const at of this.flow.heldBy[judge]!) {
      const entry = entryOf[at]!;
      const reached = far - cost[at]! + entryPrice[entry]!;
      if (reached >= this.entryFar[entry]! || reached >= this.bound) continue;
      if (this.entryFar[entry] === Infinity) this.seen.push(entry);
      this.entryFar[entry] = reached;
      this.leaving[entry] = at;
      this.relax(entry);
    }
  }

  /** Offers every judge of `entry` who has room for it the way through it. */
  private relax(entry: number): void {
    const { from, judge: judgeOf, cost } = this.flow.candidates;
    const { price, amount } = this.flow;
    const { most } = this.flow.shares;
    const start = this.entryFar[entry]! - this.flow.entryPrice[entry]!;
    const limit = this.bound - this.lowestPrice;
    if (start + this.flow.leastFree[entry]! >= limit) return;
    const end = from[entry + 1]!;
    for (let at = from[entry]!; at < end; at++) {
      const step = start + cost[at]!;
      if (step >= limit) continue;
      const judge = judgeOf[at]!;
      const reached = step + price[judge]!;
      if (reached >= this.far[judge]! || amount[at] === most || this.settled[judge] === 1) continue;
      this.reach(judge, reached, at);
    }
  }

  /** Takes the nearest open node; few are open at a time, so that looking through them beats a heap. */
  private nearest(): number {
    const { far, open } = this;
    if (open.length === 0) return NONE;
    let least = 0;
    for (let n = 1; n < open.length; n++) if (far[open[n]!]! < far[open[least]!]!) least = n;
    const node = open[least]!;
    open[least] = open.at(-1)!;
    open.pop();
    return node;
  }

  private raisePrices(least: number): void {
    const { price, entryPrice } = this.flow;
    for (const node of this.reached) if (this.far[node]! < least) price[node]! += least - this.far[node]!;
    for (const entry of this.seen) if (this.entryFar[entry]! < least) entryPrice[entry]! += least - this.entryFar[entry]!;
    // Prices only rise: an old lowest one is a bound still.
    if (this.searches++ % SELDOM === 0) this.lowestPrice = this.lowest();
  }

  private lowest(): number {
    const { price } = this.flow;
    let low = Infinity;
    for (let judge = 0; judge < this.sink; judge++) if (price[judge]! < low) low = price[judge]!;
    return low;
  }

  /** Walks the path back from its end to its start twice: to see how much can go, and to move it. */
  private shift(start: number, end: number): void {
    const { flow } = this;
    const { most } = flow.shares;
    let amount = Math.min(flow.surplus(start), -flow.surplus(end));
    this.walk(start, end, {
      paid: (judge) => (amount = Math.min(amount, this.room(judge))),
      unpaid: (judge) => (amount = Math.min(amount, this.part(judge))),
      moved: (to, left) => (amount = Math.min(amount, most - flow.amount[to]!, flow.amount[left]!)),
    });
    if (start === this.sink) flow.surplusOfSink -= amount;
    if (end === this.sink) flow.surplusOfSink += amount;
    this.walk(start, end, {
      paid: (judge) => (flow.units[judge]! += amount),
      unpaid: (judge) => (flow.units[judge]! -= amount),
      moved: (to, left) => {
        flow.give(to, amount);
        flow.leave(left, amount);
      },
    });
  }

  private walk(start: number, end: number, step: { readonly paid: (judge: number) => void; readonly unpaid: (judge: number) => void; readonly moved: (to: number, left: number) => void }): void {
    for (let node = end; node !== start; ) {
      const by = this.by[node]!;
      if (node === this.sink) {
        step.paid(by);
        node = by;
      } else if (by === BY_SINK) {
        step.unpaid(node);
        node = this.sink;
      } else {
        const left = this.leaving[this.flow.candidates.entry[by]!]!;
        step.moved(by, left);
        node = this.flow.candidates.judge[left]!;
      }
    }
  }

  /** Units that cost the same as the next one. */
  private room(judge: number): number {
    const { unit } = this.flow.shares;
    return Math.min(this.flow.problem.places[judge]! - this.flow.units[judge]!, unit - (this.flow.units[judge]! % unit));
  }

  /** Units that cost the same as the last one. */
  private part(judge: number): number {
    const { unit } = this.flow.shares;
    return this.flow.units[judge]! % unit || unit;
  }
}
