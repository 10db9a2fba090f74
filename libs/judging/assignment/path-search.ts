import { indexPairs, type PairIndex } from './pair-index.js';
import type { AssignmentProblem, Certificate } from './problem.js';
import { cheapest, startingPrices } from './starting-prices.js';

const NONE = -1;
const BY_SINK = -2;

/**
 * A flow whose prices are right and whose nodes are not yet balanced; it is balanced by one cheapest path at a time.
 * The nodes are the judges and the sink behind them; `units` are the places of a judge that are paid for, `held` the
 * entries that he has. Reduced cost of a pair = its cost + the judge's price - the entry's price: never below 0 for a
 * free pair, never above 0 for a taken one; of a judge's next unit = what it costs - his price + the sink's, never below
 * 0, and of his last one never above. That keeps every step of a path from being negative.
 */
export class PathSearch {
  private readonly index: PairIndex;
  private readonly taken: Uint8Array;
  private readonly heldBy: number[][];
  private readonly units: Int32Array;
  private readonly entryPrice: Float64Array;
  /** Of the judges, and last of the sink. */
  private readonly price: Float64Array;
  private readonly sink: number;
  private surplusOfSink = 0;
  private lowestPrice = 0;
  /** How near the nearest node with too few units is, as far as the search knows. */
  private bound = Infinity;

  /** Of the last search: how far each node and entry is, and what it was reached by. */
  private readonly far: Float64Array;
  private readonly entryFar: Float64Array;
  private readonly settled: Uint8Array;
  private readonly by: Int32Array;
  private readonly leaving: Int32Array;
  private seen: number[] = [];

  readonly short = new Map<number, number>();

  constructor(private readonly problem: AssignmentProblem) {
    const { needs, places } = problem;
    this.sink = places.length;
    this.index = indexPairs(problem);
    this.taken = new Uint8Array(this.index.order.length);
    this.heldBy = places.map(() => []);
    this.price = new Float64Array(places.length + 1);
    this.price.set(startingPrices(problem, this.index));
    this.entryPrice = new Float64Array(needs.length);
    this.units = new Int32Array(places.length);
    this.far = new Float64Array(places.length + 1);
    this.entryFar = new Float64Array(needs.length).fill(Infinity);
    this.settled = new Uint8Array(places.length + 1);
    this.by = new Int32Array(places.length + 1);
    this.leaving = new Int32Array(needs.length);
    this.takeCheapest();
    this.payUnits();
    this.lowestPrice = this.price.subarray(0, this.sink).reduce((low, price) => Math.min(low, price), Infinity);
  }

  /** How many units stand where they can't stay. */
  get unbalanced(): number {
    let sum = Math.max(0, this.surplusOfSink);
    for (let judge = 0; judge < this.sink; judge++) sum += Math.max(0, this.surplus(judge));
    return sum;
  }

  /** Balances one unit of the first node that has too many; false when all are balanced. A unit that can't go anywhere is given up. */
  step(): boolean {
    const start = this.firstSurplus();
    if (start === NONE) return false;
    const end = this.search(start);
    if (end === NONE) this.giveUp(start);
    else this.shift(start, end);
    return true;
  }

  chosen(): number[] {
    const chosen: number[] = [];
    for (let at = 0; at < this.taken.length; at++) if (this.taken[at] === 1) chosen.push(this.index.order[at]!);
    return chosen.sort((a, b) => a - b);
  }

  certificate(): Certificate {
    const sink = this.price[this.sink]!;
    for (let entry = 0; entry < this.entryPrice.length; entry++) if (this.problem.needs[entry] === 0) this.entryPrice[entry] = this.cheapestFor(entry);
    return { judges: [...this.price.subarray(0, this.sink)].map((price) => price - sink), entries: [...this.entryPrice].map((price) => price - sink) };
  }

  private cheapestFor(entry: number): number {
    let least = Infinity;
    for (let at = this.index.from[entry]!; at < this.index.from[entry + 1]!; at++) least = Math.min(least, this.index.cost[at]! + this.price[this.index.judgeOf[at]!]!);
    return least === Infinity ? this.price[this.sink]! : least;
  }

  /** What the unit that was given up last could reach. */
  readonly stuck = { entries: new Set<number>(), judges: new Set<number>() };

  private takeCheapest(): void {
    const { needs } = this.problem;
    const most = needs.reduce((sum, n) => Math.max(sum, n), 0);
    const [best, judges, pairs, load] = [new Float64Array(most), new Int32Array(most), new Int32Array(most), new Int32Array(this.sink)];
    for (let entry = 0; entry < needs.length; entry++) {
      const count = cheapest(this.index, this.price, load, entry, needs[entry]!, best, judges, pairs);
      if (count < needs[entry]!) {
        this.short.set(entry, needs[entry]! - count);
        this.stuck.entries.add(entry);
        for (let n = 0; n < count; n++) this.stuck.judges.add(judges[n]!);
      }
      for (let n = 0; n < count; n++) {
        this.take(pairs[n]!);
        load[judges[n]!]!++;
      }
      this.entryPrice[entry] = count > 0 ? best[count - 1]! : 0;
    }
  }

  /** Of the numbers of units that a judge's price allows, the one nearest to what he holds. */
  private payUnits(): void {
    const { places, balanceCost, loads } = this.problem;
    for (let judge = 0; judge < this.sink; judge++) {
      const [own, price, held] = [loads?.[judge] ?? 0, this.price[judge]!, this.heldBy[judge]!.length];
      let [least, most] = [0, places[judge]!];
      if (balanceCost > 0) [least, most] = [Math.ceil(price / balanceCost) - own, Math.floor(price / balanceCost) + 1 - own];
      else if (price > 0) least = places[judge]!;
      else if (price < 0) most = 0;
      const clip = (n: number) => Math.min(places[judge]!, Math.max(0, n));
      this.units[judge] = Math.min(clip(most), Math.max(clip(least), held));
      this.surplusOfSink += this.units[judge]! - held;
    }
  }

  private surplus = (judge: number): number => this.heldBy[judge]!.length - this.units[judge]!;

  private next = 0;

  private firstSurplus(): number {
    for (; this.next < this.sink; this.next++) if (this.surplus(this.next) > 0) return this.next;
    return this.surplusOfSink > 0 ? this.sink : NONE;
  }

  private take(at: number): void {
    this.taken[at] = 1;
    this.heldBy[this.index.judgeOf[at]!]!.push(at);
  }

  private leave(at: number): void {
    const held = this.heldBy[this.index.judgeOf[at]!]!;
    this.taken[at] = 0;
    held[held.indexOf(at)] = held.at(-1)!;
    held.pop();
  }

  /** The nearest node with too few units, by Dijkstra's method; prices are raised by how near each node was. */
  private search(start: number): number {
    this.far.fill(Infinity);
    this.settled.fill(0);
    for (const entry of this.seen) this.entryFar[entry] = Infinity;
    this.seen = [];
    this.far[start] = 0;
    this.by[start] = NONE;
    this.bound = Infinity;
    for (let node = this.nearest(); node !== NONE; node = this.nearest()) {
      if (this.lacks(node)) {
        this.raisePrices(this.far[node]!);
        return node;
      }
      this.settled[node] = 1;
      if (node === this.sink) this.fromSink();
      else this.fromJudge(node);
    }
    return NONE;
  }

  private lacks = (node: number): boolean => (node === this.sink ? this.surplusOfSink < 0 : this.surplus(node) < 0);

  private reach(node: number, far: number, by: number): void {
    this.far[node] = far;
    this.by[node] = by;
    if (far < this.bound && this.lacks(node)) this.bound = far;
  }

  private fromSink(): void {
    const { balanceCost, loads } = this.problem;
    for (let judge = 0; judge < this.sink; judge++) {
      if (this.units[judge] === 0 || this.settled[judge] === 1) continue;
      const reached = this.far[this.sink]! + this.price[judge]! - this.price[this.sink]! - balanceCost * ((loads?.[judge] ?? 0) + this.units[judge]! - 1);
      if (reached < this.far[judge]!) this.reach(judge, reached, BY_SINK);
    }
  }

  private fromJudge(judge: number): void {
    const { balanceCost, loads, places } = this.problem;
    const { entryOf, cost } = this.index;
    const [far, price] = [this.far[judge]!, this.price[judge]!];
    if (this.units[judge]! < places[judge]! && this.settled[this.sink] === 0) {
      const reached = far + balanceCost * ((loads?.[judge] ?? 0) + this.units[judge]!) - price + this.price[this.sink]!;
      if (reached < this.far[this.sink]!) this.reach(this.sink, reached, judge);
    }
    for (const at of this.heldBy[judge]!) {
      const entry = entryOf[at]!;
      const reached = far - (cost[at]! + price - this.entryPrice[entry]!);
      if (reached >= this.entryFar[entry]! || reached >= this.bound) continue;
      if (this.entryFar[entry] === Infinity) this.seen.push(entry);
      this.entryFar[entry] = reached;
      this.leaving[entry] = at;
      this.relax(entry);
    }
  }

  /** Offers every free judge of `entry` the way through it; its pairs are by cost, so that the scan stops early. */
  private relax(entry: number): void {
    const { from, judgeOf, cost } = this.index;
    const start = this.entryFar[entry]! - this.entryPrice[entry]!;
    const end = from[entry + 1]!;
    for (let at = from[entry]!; at < end; at++) {
      const step = start + cost[at]!;
      if (step + this.lowestPrice >= this.bound) return;
      const judge = judgeOf[at]!;
      const reached = step + this.price[judge]!;
      if (reached >= this.far[judge]! || this.taken[at] === 1 || this.settled[judge] === 1) continue;
      this.reach(judge, reached, at);
    }
  }

  private nearest(): number {
    let [nearest, least] = [NONE, Infinity];
    for (let node = 0; node <= this.sink; node++)
      if (this.far[node]! < least && this.settled[node] === 0) [nearest, least] = [node, this.far[node]!];
    return nearest;
  }

  private raisePrices(least: number): void {
    for (let node = 0; node <= this.sink; node++) if (this.far[node]! < least) this.price[node]! += least - this.far[node]!;
    for (const entry of this.seen) if (this.entryFar[entry]! < least) this.entryPrice[entry]! += least - this.entryFar[entry]!;
    this.lowestPrice = this.price.subarray(0, this.sink).reduce((low, price) => Math.min(low, price), Infinity);
  }

  /** Walks the path back from its end to its start, a unit from each node to the next. */
  private shift(start: number, end: number): void {
    if (start === this.sink) this.surplusOfSink--;
    if (end === this.sink) this.surplusOfSink++;
    for (let node = end; node !== start; ) {
      const by = this.by[node]!;
      if (node === this.sink) {
        this.units[by]!++;
        node = by;
      } else if (by === BY_SINK) {
        this.units[node]!--;
        node = this.sink;
      } else {
        const left = this.leaving[this.index.entryOf[by]!]!;
        this.take(by);
        this.leave(left);
        node = this.index.judgeOf[left]!;
      }
    }
  }

  /** Nobody can take this unit: one of the entries of an overfull judge goes short of a judge. */
  private giveUp(start: number): void {
    if (start === this.sink) throw new Error('Units are paid for that nobody holds');
    for (const entry of this.seen) this.stuck.entries.add(entry);
    for (let node = 0; node < this.sink; node++) if (this.settled[node] === 1) this.stuck.judges.add(node);
    const at = this.heldBy[start]!.at(-1)!;
    const entry = this.index.entryOf[at]!;
    this.leave(at);
    this.surplusOfSink++;
    this.short.set(entry, (this.short.get(entry) ?? 0) + 1);
  }
}
