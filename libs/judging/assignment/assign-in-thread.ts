import { inThread, type ThreadOptions } from '../threads.js';
import type { Proved } from './assign-thread.js';
import type { Assignment, AssignmentProblem } from './problem.js';

/**
 * `assign` in a thread of its own, with its proof checked there. `signal` sets a deadline (`AbortSignal.timeout`) or
 * cancels; the promise is then refused with its reason.
 *
 * @throws Error where the proof does not hold
 */
export async function assignInThread(problem: AssignmentProblem, options: ThreadOptions = {}): Promise<Assignment> {
  const { assignment, failures } = await inThread<Proved>('./assign-thread.js', import.meta.url, problem, options);
  if (failures.length > 0) throw new Error(`The proof of the assignment does not hold: ${JSON.stringify(failures.slice(0, 3))}`);
  return assignment;
}
