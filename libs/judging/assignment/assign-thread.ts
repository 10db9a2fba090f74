import { parentPort, workerData } from 'node:worker_threads';
import type { Told } from '../threads.js';
import { assign } from './assign.js';
import type { Assignment, AssignmentProblem } from './problem.js';
import { verifyAssignment, type Failure } from './verify.js';

export interface Proved {
  readonly assignment: Assignment;
  readonly failures: readonly Failure[];
}

const tell = (told: Told<Proved>) => parentPort!.postMessage(told);
const problem = workerData as AssignmentProblem;
const assignment = assign(problem, { progress: (done, of) => tell({ done, of }) });
tell({ found: { assignment, failures: assignment.feasible ? verifyAssignment(problem, assignment.chosen, assignment.certificate) : [] } });
