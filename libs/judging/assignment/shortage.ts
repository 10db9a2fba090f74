import { cheapestFlow } from './cheapest-flow.js';
import { WHOLE } from './shares.js';
import { chosenIn, costOf, idleIn } from './outcome.js';
import { outweighing } from './outweighing.js';
import type { Assignment, AssignmentProblem, Witness } from './problem.js';
import { entriesOf, rowsOf, type Rows } from './rows.js';
import type { Watch } from './watch.js';

/**
 * The largest assignment where not every entry can have what it needs, the cheapest among those: entries may also take
 * places that nobody stands behind, at more than anything else costs.
 */
export function largestAssignment(problem: AssignmentProblem, rows: Rows, watch: Watch): Assignment {
  const { needs, places } = problem;
  const most = needs.reduce((max, n) => Math.max(max, n), 0);
  const widened = withNobody(problem, most);
  const widenedRows = rowsOf(widened);
  const flow = cheapestFlow(widened, widenedRows, WHOLE, watch)!;
  const short = new Map<number, number>();
  for (let judge = places.length; judge < flow.sink; judge++)
    for (const at of flow.heldBy[judge]!) short.set(flow.candidates.entry[at]!, (short.get(flow.candidates.entry[at]!) ?? 0) + 1);
  const chosen = chosenIn(flow, widenedRows).filter((pair) => pair < problem.pairs.entry.length);
  const witness = short.size > 0 ? witnessOf(problem, rows, chosen, [...short.keys()]) : undefined;
  return { feasible: false, chosen, cost: costOf(problem, chosen), shortage: { short, idle: idleIn(flow), ...(witness && { witness }) } };
}

/** The problem with `most` judges more who take anything, at a cost that outweighs all others. */
function withNobody(problem: AssignmentProblem, most: number): AssignmentProblem {
  const { needs, places, least, loads, balanceCost, pairs } = problem;
  const added = needs.length * most;
  const size = pairs.entry.length;
  const nobody = Array.from({ length: most }, () => 0);
  const allPlaces = [...places, ...nobody.map(() => needs.length)];
  const outweighs = outweighing({ ...problem, places: allPlaces }, pairs.cost);
  const [entry, judge, cost] = [new Int32Array(size + added), new Int32Array(size + added), new Float64Array(size + added)];
  entry.set(pairs.entry);
  judge.set(pairs.judge);
  cost.set(pairs.cost);
  for (let n = 0; n < added; n++) {
    entry[size + n] = Math.floor(n / most);
    judge[size + n] = places.length + (n % most);
    cost[size + n] = outweighs;
  }
  return {
    needs,
    balanceCost,
    places: allPlaces,
    loads: [...(loads ?? places.map(() => 0)), ...nobody],
    ...(least && { least: [...least, ...nobody] }),
    pairs: { entry, judge, cost },
  };
}

/** What the short entries can reach by passing entries on: judges who are all full, and the entries they hold. */
function witnessOf({ needs, places }: AssignmentProblem, { from, judge: judgeOf, order }: Rows, chosen: readonly number[], short: readonly number[]): Witness {
  const taken = new Set(chosen);
  const entryOf = entriesOf(from);
  const holds: number[][] = places.map(() => []);
  const isTaken = (row: number) => taken.has(order ? order[row]! : row);
  for (let row = 0; row < judgeOf.length; row++) if (isTaken(row)) holds[judgeOf[row]!]!.push(entryOf[row]!);
  const [entries, judges] = [new Set(short), new Set<number>()];
  let pairs = 0;
  // A set that grows while it is walked is walked to its end.
  for (const entry of entries)
    for (let row = from[entry]!; row < from[entry + 1]!; row++) {
      const judge = judgeOf[row]!;
      if (isTaken(row) || judges.has(judge)) continue;
      judges.add(judge);
      for (const other of holds[judge]!) entries.add(other);
    }
  for (const entry of entries) for (let row = from[entry]!; row < from[entry + 1]!; row++) if (!judges.has(judgeOf[row]!)) pairs++;
  const sum = (of: readonly number[], over: Iterable<number>) => [...over].reduce((all, one) => all + of[one]!, 0);
  return { entries: [...entries].sort((a, b) => a - b), judges: [...judges].sort((a, b) => a - b), needed: sum(needs, entries), places: sum(places, judges), pairs };
}
