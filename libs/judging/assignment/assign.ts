import { PathSearch } from './path-search.js';
import type { Assignment, AssignmentProblem } from './problem.js';

/** Steps between two reports of progress. */
const OFTEN = 500;

/**
 * The cheapest assignment of the judges that entries need: a min-cost flow. Each entry first takes its cheapest judges
 * under prices that nearly balance the loads; what is left unbalanced is mended by successive shortest paths (Ahuja,
 * Magnanti and Orlin, Network Flows, 1993, section 9.7), each found by Dijkstra's method over the judges. The prices at
 * the end are the certificate. Costs are whole numbers. The same input gives the same answer.
 *
 * @param progress told now and then how many units are balanced, of how many
 */
export function assign(problem: AssignmentProblem, progress: (done: number, of: number) => void = () => undefined): Assignment {
  const search = new PathSearch(problem);
  const units = problem.needs.reduce((sum, n) => sum + n, 0);
  for (let steps = 0; search.step(); steps++) if (steps % OFTEN === 0) progress(units - search.unbalanced, units);
  progress(units, units);
  const chosen = search.chosen();
  if (search.short.size > 0) return { feasible: false, chosen, short: search.short, witness: { entries: [...search.stuck.entries], judges: [...search.stuck.judges] } };
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
