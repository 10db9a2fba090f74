import { entriesOf, type Rows } from './rows.js';

/**
 * The pairs that a search looks at, entry after entry: those of entry e lie from `from[e]` to `from[e + 1]`. Where these
 * are each entry's cheapest few under some prices, most searches never miss the rest.
 */
export interface Candidates {
  readonly from: Int32Array;
  /** Where each pair lies among the rows. */
  readonly row: Int32Array;
  readonly entry: Int32Array;
  readonly judge: Int32Array;
  readonly cost: Float64Array;
}

/** How many entries to pass over between two first looks, so that of equal pairs each entry sees others first. */
const STRIDE = 0.6180339887498949;

/** Each entry's `most` cheapest pairs under `prices`, the cheapest first, and whatever of `kept` is not among them. */
export function cheapestPairs({ from, judge, cost }: Rows, prices: Float64Array, most: number, kept?: Candidates): Candidates {
  const entries = from.length - 1;
  const size = (e: number) => Math.min(most, from[e + 1]! - from[e]!) + (kept ? kept.from[e + 1]! - kept.from[e]! : 0);
  let room = 0;
  for (let e = 0; e < entries; e++) room += size(e);
  const row = new Int32Array(room);
  const starts = new Int32Array(entries + 1);
  const key = new Float64Array(most);
  const at = new Int32Array(most);
  // Which of an entry's pairs are in already, by the entry that they were put in for.
  const put = new Int32Array(kept ? longest(from) : 0).fill(-1);
  let end = 0;
  for (let e = 0; e < entries; e++) {
    const [first, last] = [from[e]!, from[e + 1]!];
    const middle = first + Math.floor((((e + 1) * STRIDE) % 1) * (last - first));
    let count = scan(judge, cost, prices, middle, last, key, at, 0);
    count = scan(judge, cost, prices, first, middle, key, at, count);
    for (let n = 0; n < count; n++) {
      row[end++] = at[n]!;
      if (kept) put[at[n]! - first] = e;
    }
    if (kept) for (let n = kept.from[e]!; n < kept.from[e + 1]!; n++) if (put[kept.row[n]! - first] !== e) row[end++] = kept.row[n]!;
    starts[e + 1] = end;
  }
  return columns(starts, row.subarray(0, end), judge, cost);
}

function columns(from: Int32Array, row: Int32Array, judges: Int32Array, costs: Float64Array): Candidates {
  const [judge, cost] = [new Int32Array(row.length), new Float64Array(row.length)];
  for (let n = 0; n < row.length; n++) {
    judge[n] = judges[row[n]!]!;
    cost[n] = costs[row[n]!]!;
  }
  return { from, row, entry: entriesOf(from), judge, cost };
}

/** Keeps the cheapest rows from `first` to `last` in `at`, sorted by key, beside the `count` that are there; returns how many there are then. */
function scan(judge: Int32Array, cost: Float64Array, prices: Float64Array, first: number, last: number, key: Float64Array, at: Int32Array, count: number): number {
  const most = key.length;
  let worst = count === most ? key[most - 1]! : Infinity;
  for (let row = first; row < last; row++) {
    const total = cost[row]! + prices[judge[row]!]!;
    if (total >= worst) continue;
    let place = count < most ? count++ : most - 1;
    for (; place > 0 && key[place - 1]! > total; place--) {
      key[place] = key[place - 1]!;
      at[place] = at[place - 1]!;
    }
    key[place] = total;
    at[place] = row;
    if (count === most) worst = key[most - 1]!;
  }
  return count;
}

/** The most pairs that any entry has. */
export function longest(from: Int32Array): number {
  let most = 0;
  for (let e = 0; e + 1 < from.length; e++) most = Math.max(most, from[e + 1]! - from[e]!);
  return most;
}
