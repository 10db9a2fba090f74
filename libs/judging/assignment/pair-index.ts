import type { AssignmentProblem } from './problem.js';

/** The pairs of a problem entry after entry, each entry's by cost; entry e's lie from `from[e]` to `from[e + 1]`. */
export interface PairIndex {
  readonly from: Int32Array;
  readonly entryOf: Int32Array;
  readonly judgeOf: Int32Array;
  readonly cost: Float64Array;
  /** The number of each pair in the problem. */
  readonly order: Int32Array;
  /** The dearest cost less the cheapest. */
  readonly spread: number;
}

export function indexPairs({ needs, pairs }: AssignmentProblem): PairIndex {
  const from = new Int32Array(needs.length + 1);
  for (const entry of pairs.entry) from[entry + 1]!++;
  for (let e = 0; e < needs.length; e++) from[e + 1]! += from[e]!;
  const next = from.slice(0, needs.length);
  const order = new Int32Array(pairs.entry.length);
  let [low, high] = [Infinity, -Infinity];
  for (let pair = 0; pair < order.length; pair++) {
    order[next[pairs.entry[pair]!]!++] = pair;
    low = Math.min(low, pairs.cost[pair]!);
    high = Math.max(high, pairs.cost[pair]!);
  }
  for (let e = 0; e < needs.length; e++) order.subarray(from[e]!, from[e + 1]!).sort((a, b) => pairs.cost[a]! - pairs.cost[b]! || a - b);
  return { from, order, entryOf: order.map((pair) => pairs.entry[pair]!), judgeOf: order.map((pair) => pairs.judge[pair]!), cost: Float64Array.from(order, (pair) => pairs.cost[pair]!), spread: order.length === 0 ? 0 : high - low };
}
