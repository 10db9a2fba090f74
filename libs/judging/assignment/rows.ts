import type { AssignmentProblem } from './problem.js';

/** All pairs of a problem entry after entry: those of entry e lie from `from[e]` to `from[e + 1]`. */
export interface Rows {
  readonly from: Int32Array;
  readonly judge: Int32Array;
  readonly cost: Float64Array;
  /** The number of each pair in the problem; absent where they lie there in this order already. */
  readonly order?: Int32Array;
}

/** The entry of each row. */
export function entriesOf(from: Int32Array): Int32Array {
  const entry = new Int32Array(from.at(-1)!);
  for (let e = 0; e + 1 < from.length; e++) entry.fill(e, from[e]!, from[e + 1]!);
  return entry;
}

/** Where each pair of the problem lies among the rows. */
export function rowOf({ order }: Rows): (pair: number) => number {
  if (!order) return (pair) => pair;
  const row = new Int32Array(order.length);
  order.forEach((pair, at) => (row[pair] = at));
  return (pair) => row[pair]!;
}

export function rowsOf({ needs, pairs }: AssignmentProblem): Rows {
  const { entry, judge, cost } = pairs;
  const from = new Int32Array(needs.length + 1);
  let sorted = true;
  for (let pair = 0, last = 0; pair < entry.length; pair++) {
    const e = entry[pair]!;
    if (e < last) sorted = false;
    last = e;
    from[e + 1]!++;
  }
  for (let e = 0; e < needs.length; e++) from[e + 1]! += from[e]!;
  if (sorted) return { from, judge, cost };
  const next = from.slice(0, needs.length);
  const order = new Int32Array(entry.length);
  for (let pair = 0; pair < order.length; pair++) order[next[entry[pair]!]!++] = pair;
  return { from, order, judge: order.map((pair) => judge[pair]!), cost: Float64Array.from(order, (pair) => cost[pair]!) };
}
