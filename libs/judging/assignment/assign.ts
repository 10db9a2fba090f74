import { PathSearch } from './path-search.js';
import type { Assignment, AssignmentProblem } from './problem.js';

/**
 * The cheapest assignment of the judges that entries need: a min-cost flow by successive shortest paths with prices
 * (Ahuja, Magnanti and Orlin, Network Flows, 1993, section 9.7), each path found by Dijkstra's method over the judges.
 * The prices at the end are the certificate. The same input gives the same answer.
 *
 * @param progress told now and then how many places are filled, of how many
 */
export function assign(problem: AssignmentProblem, progress: (done: number, of: number) => void = () => undefined): Assignment {
  const search = new PathSearch(problem);
  const wanted = problem.needs.reduce((sum, n) => sum + n, 0);
  const short = new Map<number, number>();
  const stuck = { entries: new Set<number>(), judges: new Set<number>() };
  let done = 0;
  for (const [entry, needs] of problem.needs.entries())
    for (let n = 0; n < needs; n++) {
      if (search.place(entry)) {
        if (++done % 1000 === 0) progress(done, wanted);
        continue;
      }
      short.set(entry, needs - n);
      for (const e of search.reachedEntries()) stuck.entries.add(e);
      for (const j of search.reachedJudges()) stuck.judges.add(j);
      // No path from here now means that there will be none later: the flow only grows.
      break;
    }
  progress(done, wanted);
  const chosen = search.chosen();
  if (short.size > 0) return { feasible: false, chosen, short, witness: { entries: [...stuck.entries], judges: [...stuck.judges] } };
  return { feasible: true, chosen, cost: costOf(problem, chosen), certificate: search.certificate() };
}

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
