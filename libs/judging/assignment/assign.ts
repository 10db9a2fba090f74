import { cheapestFlow } from './cheapest-flow.js';
import { WHOLE } from './shares.js';
import { certificateOf, chosenIn, costOf, idleIn } from './outcome.js';
import type { Assignment, AssignmentProblem } from './problem.js';
import { rowsOf } from './rows.js';
import { largestAssignment } from './shortage.js';
import type { Watch } from './watch.js';

/**
 * The cheapest assignment of the judges that entries need, with the prices that prove it; where there is none, the
 * largest, and why. Costs are whole numbers. The same input gives the same answer.
 *
 * @throws AssignmentStopped where `watch` says to stop
 */
export function assign(problem: AssignmentProblem, watch: Watch = {}): Assignment {
  const rows = rowsOf(problem);
  const flow = cheapestFlow(problem, rows, WHOLE, watch);
  const idle = flow && idleIn(flow);
  if (!flow || idle!.size > 0) return largestAssignment(problem, rows, watch);
  const chosen = chosenIn(flow, rows);
  watch.progress?.(chosen.length, chosen.length);
  return { feasible: true, chosen, cost: costOf(problem, chosen), certificate: certificateOf(flow, rows) };
}
