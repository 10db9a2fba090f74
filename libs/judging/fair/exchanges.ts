import type { Candidates } from '../assignment/candidates.js';
import type { AssignmentProblem } from '../assignment/problem.js';
import { report, type Watch } from '../assignment/watch.js';

const NONE = -1;
/** Judges that one chain is looked for among: a large conference has more, but what helps lies near. */
const MOST_JUDGES = 500;
/** Entries between two reports of progress. */
const OFTEN = 100;

/**
 * Entries that exchange judges: the weakest entry takes a better judge in place of one it has; who is full passes one of
 * his entries on, and so forth, until someone has a place, or the place that the weakest left is taken. Nobody in the
 * chain may end weaker than the weakest was, unless he is no weaker than before.
 */
export class Exchanges {
  private readonly taken: Uint8Array;
  private readonly heldBy: number[][];
  private readonly totals: Float64Array;
  private readonly worth: Float64Array;
  private readonly reachedBy: Int32Array;
  private readonly movedFrom: Int32Array;
  /** The least, over all entries, of what each could have if it were alone. */
  readonly alone: number;
  private readonly best: Float64Array;

  constructor(
    private readonly problem: AssignmentProblem,
    private readonly candidates: Candidates,
    worthOf: (row: number) => number,
    rows: ReadonlySet<number>,
  ) {
    const { needs, places } = problem;
    this.worth = Float64Array.from(candidates.row, worthOf);
    this.taken = new Uint8Array(candidates.row.length);
    this.heldBy = places.map(() => []);
    this.totals = new Float64Array(needs.length);
    this.best = new Float64Array(needs.length);
    this.reachedBy = new Int32Array(places.length);
    this.movedFrom = new Int32Array(places.length);
    candidates.row.forEach((row, at) => rows.has(row) && this.take(at));
    for (let entry = 0; entry < needs.length; entry++) {
      const own = this.worth.slice(candidates.from[entry], candidates.from[entry + 1]).sort();
      this.best[entry] = own.slice(own.length - needs[entry]!).reduce((sum, one) => sum + one, 0);
    }
    this.alone = this.best.reduce((least, one, entry) => (needs[entry] === 0 ? least : Math.min(least, one)), Infinity);
  }

  get chosen(): number[] {
    return this.heldBy.flatMap((held) => held.map((at) => this.candidates.row[at]!));
  }

  /** Raises the weakest, then the next, until nobody can be raised. */
  run(watch: Watch): void {
    const entries = Array.from(this.totals.keys()).filter((entry) => this.problem.needs[entry]! > 0);
    const done = new Set<number>();
    // Few totals change in a chain: the order is made anew once all that were the weakest have been looked at.
    for (let steps = 0; done.size < entries.length; ) {
      const level = entries.filter((entry) => !done.has(entry)).sort((a, b) => this.totals[a]! - this.totals[b]!);
      const below = this.totals[level[Math.floor(level.length / 20)]!]!;
      for (const entry of level) {
        if (this.totals[entry]! > below) break;
        if (steps++ % OFTEN === 0) report(watch, done.size, entries.length);
        if (this.totals[entry] === this.best[entry] || !this.raise(entry)) done.add(entry);
      }
    }
    watch.progress?.(entries.length, entries.length);
  }

  private take(at: number): void {
    this.taken[at] = 1;
    this.heldBy[this.candidates.judge[at]!]!.push(at);
    this.totals[this.candidates.entry[at]!]! += this.worth[at]!;
  }

  private leave(at: number): void {
    const held = this.heldBy[this.candidates.judge[at]!]!;
    this.taken[at] = 0;
    held[held.indexOf(at)] = held.at(-1)!;
    held.pop();
    this.totals[this.candidates.entry[at]!]! -= this.worth[at]!;
  }

  private raise(entry: number): boolean {
    const { from } = this.candidates;
    const own: number[] = [];
    for (let at = from[entry]!; at < from[entry + 1]!; at++) if (this.taken[at] === 1) own.push(at);
    own.sort((a, b) => this.worth[a]! - this.worth[b]!);
    return own.some((left) => this.exchange(entry, left));
  }

  /** Looks for the shortest chain that starts with `entry` leaving the pair `left`. */
  private exchange(entry: number, left: number): boolean {
    const { judge: judgeOf } = this.candidates;
    const { places, least } = this.problem;
    const floor = this.totals[entry]!;
    const freed = judgeOf[left]!;
    const mustRefill = this.heldBy[freed]!.length <= (least?.[freed] ?? 0);
    this.reachedBy.fill(NONE);
    const queue: number[] = [];
    const offer = (who: number, out: number, lowest: number): number => {
      for (let at = this.candidates.from[who]!; at < this.candidates.from[who + 1]!; at++) {
        const judge = judgeOf[at]!;
        if (this.taken[at] === 1 || this.worth[at]! <= lowest || (this.reachedBy[judge] !== NONE && judge !== freed)) continue;
        if (judge === freed && out === left) continue;
        this.reachedBy[judge] = at;
        this.movedFrom[judge] = out;
        if (judge === freed || (!mustRefill && this.heldBy[judge]!.length < places[judge]!)) return judge;
        queue.push(judge);
      }
      return NONE;
    };
    let end = offer(entry, left, this.worth[left]!);
    for (let n = 0; end === NONE && n < Math.min(queue.length, MOST_JUDGES); n++) {
      const chain = this.entriesTo(queue[n]!, left);
      for (const out of this.heldBy[queue[n]!]!) {
        const who = this.candidates.entry[out]!;
        if (chain.has(who)) continue;
        // What it takes must leave it above the floor, or no weaker than it is; worths are whole numbers.
        const enough = Math.min(floor - this.totals[who]! + this.worth[out]!, this.worth[out]! - 0.5);
        end = offer(who, out, enough);
        if (end !== NONE) break;
      }
    }
    if (end === NONE) return false;
    for (let judge = end; ; ) {
      const [to, out] = [this.reachedBy[judge]!, this.movedFrom[judge]!];
      this.leave(out);
      this.take(to);
      if (out === left) return true;
      judge = judgeOf[out]!;
    }
  }

  private entriesTo(judge: number, left: number): Set<number> {
    const entries = new Set<number>();
    for (let at = judge; ; ) {
      const out = this.movedFrom[at]!;
      entries.add(this.candidates.entry[out]!);
      if (out === left) return entries;
      at = this.candidates.judge[out]!;
    }
  }
}
