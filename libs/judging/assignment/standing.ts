import { assign } from './assign.js';
import { balance } from './cheapest-flow.js';
import { Flow } from './flow.js';
import { certificateOf, idleIn } from './outcome.js';
import { outweighing } from './outweighing.js';
import type { AssignmentProblem, Certificate, Shortage } from './problem.js';
import { entriesOf, rowOf, rowsOf, type Rows } from './rows.js';
import { WHOLE } from './shares.js';

/** What happens to an assignment that stands; pairs by their numbers in the problem. */
export interface Change {
  readonly judgesGone?: readonly number[];
  readonly entriesGone?: readonly number[];
  readonly pairsGone?: readonly number[];
}

export interface Changed {
  /** Pairs that were not there before. */
  readonly added: readonly number[];
  /** Pairs that were there before and are not now. */
  readonly dropped: readonly number[];
  readonly cost: number;
  /** Where not everybody could be replaced; from then on entries need no more than they have. */
  readonly shortage?: Shortage;
}

/** What a pair costs that must not be: a sum that no other comes near. */
const FORBIDDEN = 2 ** 52;

/**
 * An assignment that is kept while judges leave, entries are withdrawn and conflicts appear. Each change makes as few
 * new pairs as can be, and of those assignments finds the cheapest. It works on the pairs that stay, which are the
 * cheapest as far as they go, so that only what was lost is looked for.
 */
export class StandingAssignment {
  private readonly rows: Rows;
  private readonly rowAt: (pair: number) => number;
  private readonly entryOf: Int32Array;
  /** The rows of judge j lie in `ofJudge` from `judgeFrom[j]` to `judgeFrom[j + 1]`. */
  private readonly ofJudge: Int32Array;
  private readonly judgeFrom: Int32Array;
  private readonly gone: Uint8Array;
  /** Which rows the assignment had before the last change. */
  private readonly kept: Uint8Array;
  private readonly problemNow: Omit<AssignmentProblem, 'needs' | 'places' | 'least'> & { readonly needs: number[]; readonly places: number[]; readonly least?: number[] };
  private readonly isNew: number;
  private readonly cheapest: number;
  private flow!: Flow;
  private moved: number[] = [];

  /** Of an assignment that holds: `chosen` gives every entry what it needs. */
  constructor(original: AssignmentProblem, chosen: readonly number[]) {
    const { needs, places, least, ...rest } = original;
    this.rows = rowsOf(original);
    this.rowAt = rowOf(this.rows);
    this.entryOf = entriesOf(this.rows.from);
    [this.judgeFrom, this.ofJudge] = byJudge(this.rows, places.length);
    this.gone = new Uint8Array(this.entryOf.length);
    this.kept = new Uint8Array(this.entryOf.length);
    this.problemNow = { ...rest, needs: [...needs], places: [...places], ...(least && { least: [...least] }) };
    this.isNew = outweighing(original, original.pairs.cost);
    this.cheapest = original.pairs.cost.reduce((least, cost) => Math.min(least, cost), Infinity);
    this.stand(chosen.map(this.rowAt));
  }

  /** The pairs as they are now. */
  get chosen(): number[] {
    return this.numbers(this.flow.heldBy.flat()).sort((a, b) => a - b);
  }

  /** What the last change left to be solved, pairs row after row, at costs under which a new pair outweighs all that could be saved. */
  get problem(): AssignmentProblem {
    const { entry, judge, cost } = this.flow.candidates;
    return { ...this.problemNow, pairs: { entry, judge, cost } };
  }

  /** Proves for `problem` that the last change was the best one. */
  get certificate(): Certificate {
    return certificateOf(this.flow, { ...this.rows, cost: this.flow.candidates.cost });
  }

  change({ judgesGone = [], entriesGone = [], pairsGone = [] }: Change): Changed {
    const { flow, kept, entryOf, rows, problemNow } = this;
    const { cost } = flow.candidates;
    for (const at of this.moved) {
      kept[at] = flow.amount[at]!;
      if (this.gone[at] === 0) cost[at] = rows.cost[at]! + (kept[at] === 1 ? 0 : this.isNew);
      flow.leastFree[entryOf[at]!] = this.isNew + this.cheapest;
    }
    this.moved = flow.moved = [];
    const displaced: number[] = [];
    const forbid = (at: number) => {
      if (flow.amount[at] === 1) {
        displaced.push(entryOf[at]!);
        flow.leave(at, 1);
      }
      this.gone[at] = 1;
      cost[at] = FORBIDDEN;
    };
    for (const entry of entriesGone) {
      problemNow.needs[entry] = 0;
      for (let at = rows.from[entry]!; at < rows.from[entry + 1]!; at++) if (flow.amount[at] === 1) flow.leave(at, 1);
    }
    for (const judge of judgesGone) {
      problemNow.places[judge] = 0;
      if (problemNow.least) problemNow.least[judge] = 0;
      this.ofJudge.subarray(this.judgeFrom[judge], this.judgeFrom[judge + 1]).forEach(forbid);
      flow.unpay(judge);
    }
    pairsGone.map(this.rowAt).forEach(forbid);
    for (const entry of displaced) if (problemNow.needs[entry]! > 0) flow.placeOneMore(entry);
    if (flow.lacking || balance(flow, {}).size > 0 || idleIn(flow).size > 0) return this.startAgain();
    const moved = [...new Set(this.moved)];
    const added = moved.filter((at) => flow.amount[at] === 1 && kept[at] === 0);
    if (added.some((at) => this.gone[at] === 1)) return this.startAgain();
    return { added: this.numbers(added), dropped: this.numbers(moved.filter((at) => flow.amount[at] === 0 && kept[at] === 1)), cost: this.cost() };
  }

  /** Where not all can be replaced, the largest assignment of the pairs that are left. */
  private startAgain(): Changed {
    const { candidates } = this.flow;
    const left = Array.from(this.gone.keys()).filter((at) => this.gone[at] === 0);
    const pairs = { entry: Int32Array.from(left, (at) => this.entryOf[at]!), judge: Int32Array.from(left, (at) => this.rows.judge[at]!), cost: Float64Array.from(left, (at) => candidates.cost[at]!) };
    const found = assign({ ...this.problemNow, pairs });
    const chosen = found.chosen.map((n) => left[n]!);
    const old = Array.from(this.kept.keys()).filter((at) => this.kept[at] === 1);
    const now = new Set(chosen);
    const told = { added: this.numbers(chosen.filter((at) => this.kept[at] === 0)), dropped: this.numbers(old.filter((at) => !now.has(at))) };
    this.problemNow.needs.fill(0);
    for (const at of chosen) this.problemNow.needs[this.entryOf[at]!]!++;
    this.stand(chosen);
    return { ...told, cost: this.cost(), ...(!found.feasible && { shortage: found.shortage }) };
  }

  private stand(chosen: readonly number[]): void {
    const { rows, kept } = this;
    kept.fill(0);
    for (const at of chosen) kept[at] = 1;
    const [cost, row] = [new Float64Array(kept.length), new Int32Array(kept.length)];
    for (let at = 0; at < cost.length; at++) {
      row[at] = at;
      cost[at] = this.gone[at] === 1 ? FORBIDDEN : rows.cost[at]! + (kept[at] === 1 ? 0 : this.isNew);
    }
    const { places, loads, balanceCost } = this.problemNow;
    const load = places.map((_, judge) => loads?.[judge] ?? 0);
    for (const at of chosen) load[rows.judge[at]!]!++;
    const candidates = { from: rows.from, row, entry: this.entryOf, judge: rows.judge, cost };
    this.flow = new Flow(this.problemNow, candidates, WHOLE, Float64Array.from(load, (n) => n * balanceCost));
    this.flow.leastFree.fill(this.isNew + this.cheapest);
    this.moved = [];
  }

  private cost(): number {
    const { loads, balanceCost } = this.problemNow;
    let sum = 0;
    for (let judge = 0; judge < this.flow.sink; judge++) {
      const held = this.flow.heldBy[judge]!;
      for (let n = 0; n < held.length; n++) sum += this.rows.cost[held[n]!]! + balanceCost * ((loads?.[judge] ?? 0) + n);
    }
    return sum;
  }

  private numbers(rows: readonly number[]): number[] {
    const { order } = this.rows;
    return order ? rows.map((at) => order[at]!) : [...rows];
  }
}

function byJudge({ judge }: Rows, judges: number): [Int32Array, Int32Array] {
  const from = new Int32Array(judges + 1);
  for (let at = 0; at < judge.length; at++) from[judge[at]! + 1]!++;
  for (let j = 0; j < judges; j++) from[j + 1]! += from[j]!;
  const next = from.slice(0, judges);
  const rows = new Int32Array(judge.length);
  for (let at = 0; at < judge.length; at++) rows[next[judge[at]!]!++] = at;
  return [from, rows];
}
