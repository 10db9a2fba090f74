import type { Flow } from './flow.js';
import type { AssignmentProblem, Certificate } from './problem.js';
import type { Rows } from './rows.js';

/** What the chosen pairs cost together, the extra cost of loads included. */
export function costOf({ pairs, loads, balanceCost, places }: AssignmentProblem, chosen: Iterable<number>): number {
  const load = places.map((_, judge) => loads?.[judge] ?? 0);
  let cost = 0;
  for (const pair of chosen) {
    const judge = pairs.judge[pair]!;
    cost += pairs.cost[pair]! + balanceCost * load[judge]!;
    load[judge]!++;
  }
  return cost;
}

/** The pairs that a flow takes, by their numbers in the problem. */
export function chosenIn({ candidates, amount }: Flow, { order }: Rows): number[] {
  const chosen: number[] = [];
  for (let at = 0; at < amount.length; at++) if (amount[at]! > 0) chosen.push(order ? order[candidates.row[at]!]! : candidates.row[at]!);
  return chosen.sort((a, b) => a - b);
}

/** How many entries each judge lacks of his least load. */
export function idleIn({ held, problem, shares }: Flow): Map<number, number> {
  const lacks = (problem.least ?? []).map((least, judge) => [judge, least - Math.floor(held[judge]! / shares.unit)] as const);
  return new Map(lacks.filter(([, lack]) => lack > 0));
}

/** The prices of a flow, counted from the sink's. */
export function certificateOf({ price, entryPrice, sink, judgePrices, problem }: Flow, { from, judge, cost }: Rows): Certificate {
  const judges = [...judgePrices];
  const cheapestFor = (entry: number): number => {
    let least = Infinity;
    for (let row = from[entry]!; row < from[entry + 1]!; row++) least = Math.min(least, cost[row]! + judges[judge[row]!]!);
    return least === Infinity ? 0 : least;
  };
  return { judges, entries: Array.from(entryPrice, (one, entry) => (problem.needs[entry] === 0 ? cheapestFor(entry) : one - price[sink]!)) };
}
