import { parentPort, workerData } from 'node:worker_threads';
import type { Told } from '../threads.js';
import { assign } from './assign.js';
import type { Proved } from './assign-in-thread.js';
import type { AssignmentProblem } from './problem.js';
import { verifyAssignment } from './verify.js';

const tell = (told: Told<Proved>) => parentPort!.postMessage(told);
const problem = workerData as AssignmentProblem;
const assignment = assign(problem, { progress: (done, of) => tell({ done, of }) });
tell({ found: { assignment, failures: assignment.feasible ? verifyAssignment(problem, assignment.chosen, assignment.certificate) : [] } });
