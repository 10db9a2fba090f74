import { cheapestPairs, longest, type Candidates } from './candidates.js';
import { Flow } from './flow.js';
import { PathSearch } from './path-search.js';
import type { AssignmentProblem } from './problem.js';
import type { Rows } from './rows.js';
import type { Shares } from './shares.js';
import { adjustPrices, evenPrices, rangeOf } from './starting-prices.js';
import { sum } from '../statistics.js';
import { report, type Watch } from './watch.js';

/** Candidates an entry first gets for each judge it needs, and beside those. */
const A_JUDGE = 3;
const BESIDE = 4;
const WIDER = 4;
const TRIES = 4;
/** The spread of costs over what the prices of full judges are raised by. */
const DEARER = 8;
const LITTLE = 0.3;
const PART = 4;
const SMALL = 100;
/** Steps between two reports of progress. */
const OFTEN = 500;

/**
 * The cheapest flow from entries to judges, or undefined where not all can be placed.
 *
 * It is sought among each entry's cheapest pairs only. At its end, one pass over all pairs under the final prices tells
 * whether any other would be cheaper (column generation; Ford and Fulkerson 1958, Gilmore and Gomory 1961); if so, the
 * search goes on from there. Each search starts from prices that nearly balance the loads, and mends the rest by
 * successive shortest paths (Ahuja, Magnanti and Orlin, Network Flows, 1993, section 9.7).
 */
export function cheapestFlow(problem: AssignmentProblem, rows: Rows, shares: Shares, watch: Watch = {}): Flow | undefined {
  const degree = longest(rows.from);
  const need = Math.ceil(problem.needs.reduce((most, n) => Math.max(most, n), 0) / shares.most);
  const prices = evenPrices(problem);
  let most = BESIDE + A_JUDGE * need;
  let flow = settled(problem, rows, shares, prices, most);
  const dearer = Math.ceil(rangeOf(rows.cost) / DEARER);
  let tries = 0;
  for (;;) {
    const stuck = balance(flow, watch);
    const placed = !flow.lacking && stuck.size === 0;
    if (most >= degree) return placed ? flow : undefined;
    prices.set(flow.judgePrices);
    if (!placed) {
      // Others than those who are full must become cheap enough to be candidates; if that does not help, more are looked at.
      if (++tries % TRIES === 0 || flow.lacking) most *= WIDER;
      for (const judge of stuck) prices[judge]! += dearer;
      flow = settled(problem, rows, shares, prices, most, flow.candidates);
      continue;
    }
    const candidates = cheapestPairs(rows, prices, most, flow.candidates);
    if (nothingCheaper(flow, candidates)) return flow;
    flow = new Flow(problem, candidates, shares, prices, had(flow, candidates));
  }
}

/**
 * A flow under prices that leave little to mend. They are found among candidates, and what is cheap changes with them.
 * Where that leaves much (most entries want the same judges), prices are first found for a part of the entries.
 */
function settled(problem: AssignmentProblem, rows: Rows, shares: Shares, prices: Float64Array, most: number, known?: Candidates): Flow {
  const units = sum(problem.needs);
  for (let turn = 0; ; turn++) {
    const first = cheapestPairs(rows, prices, most, known);
    adjustPrices(problem, first, shares, prices);
    const flow = new Flow(problem, cheapestPairs(rows, prices, most, first), shares, prices);
    if (turn > 0 || flow.unbalanced <= units * LITTLE || problem.needs.length < SMALL) return flow;
    prices.set(pricesOfPart(problem, rows, shares));
  }
}

/** Prices of every fourth entry with a fourth of the places. */
function pricesOfPart(problem: AssignmentProblem, { from, judge, cost }: Rows, shares: Shares): Float64Array {
  const entries = Array.from({ length: Math.floor(problem.needs.length / PART) }, (_, n) => n * PART);
  const starts = new Int32Array(entries.length + 1);
  entries.forEach((entry, n) => (starts[n + 1] = starts[n]! + from[entry + 1]! - from[entry]!));
  const rows: Rows = { from: starts, judge: new Int32Array(starts.at(-1)!), cost: new Float64Array(starts.at(-1)!) };
  entries.forEach((entry, n) => {
    rows.judge.set(judge.subarray(from[entry], from[entry + 1]), starts[n]!);
    rows.cost.set(cost.subarray(from[entry], from[entry + 1]), starts[n]!);
  });
  const part: AssignmentProblem = {
    needs: entries.map((entry) => problem.needs[entry]!),
    places: problem.places.map((n) => Math.ceil(n / PART)),
    loads: problem.places.map((_, j) => Math.floor((problem.loads?.[j] ?? 0) / PART)),
    balanceCost: problem.balanceCost * PART,
    pairs: { entry: new Int32Array(0), judge: rows.judge, cost: rows.cost },
  };
  const flow = part.needs.length < SMALL ? oneByOne(part, rows, shares) : cheapestFlow(part, rows, shares);
  return flow?.judgePrices ?? evenPrices(problem);
}

/** A flow made by placing one entry after the other, each in its cheapest way. */
function oneByOne(problem: AssignmentProblem, rows: Rows, shares: Shares): Flow | undefined {
  const flow = new Flow(problem, cheapestPairs(rows, evenPrices(problem), longest(rows.from)), shares, evenPrices(problem).fill(0), undefined, 'one-by-one');
  const search = new PathSearch(flow);
  for (let entry = 0; entry < problem.needs.length; entry++) {
    flow.place(entry);
    search.again();
    for (let went = search.step(); went !== 'balanced'; went = search.step()) if (went === 'stuck') return undefined;
  }
  return flow;
}

/**
 * Balances a flow as far as that goes.
 *
 * @returns the judges among whom too much is left, none where all is balanced
 * @throws AssignmentStopped
 */
export function balance(flow: Flow, watch: Watch): ReadonlySet<number> {
  const search = new PathSearch(flow);
  const units = sum(flow.problem.needs);
  for (let steps = 0; ; steps++) {
    if (steps % OFTEN === 0) report(watch, units - flow.unbalanced, units);
    if (search.step() === 'balanced') return search.stuck;
  }
}

/** Which candidates took something in the flow before. */
function had({ candidates: old, amount }: Flow, candidates: Candidates): Uint8Array {
  const marks = new Uint8Array(candidates.row.length);
  for (let e = 0; e + 1 < candidates.from.length; e++)
    for (let at = old.from[e]!; at < old.from[e + 1]!; at++)
      if (amount[at]! > 0) marks[candidates.row.indexOf(old.row[at]!, candidates.from[e]!)] = 1;
  return marks;
}

/** Whether, of each entry's cheapest pairs under the flow's own prices, those below the entry's price are all taken in full. */
function nothingCheaper({ candidates: old, amount, entryPrice, price, problem, shares }: Flow, candidates: Candidates): boolean {
  for (let e = 0; e + 1 < candidates.from.length; e++) {
    if (problem.needs[e] === 0) continue;
    let open = 0;
    for (let at = candidates.from[e]!; at < candidates.from[e + 1]!; at++) if (candidates.cost[at]! + price[candidates.judge[at]!]! < entryPrice[e]!) open++;
    for (let at = old.from[e]!; at < old.from[e + 1]!; at++) if (amount[at] === shares.most && old.cost[at]! + price[old.judge[at]!]! < entryPrice[e]!) open--;
    if (open > 0) return false;
  }
  return true;
}
