import { parentPort, workerData } from 'node:worker_threads';
import { assign } from './assign.js';
import type { Assignment, AssignmentProblem } from './problem.js';
import { verifyAssignment, type Failure } from './verify.js';

/** What the thread tells: how far it is, and at the end what it found, with what a check of the proof found amiss. */
export type Told = { readonly done: number; readonly of: number } | { readonly found: Assignment; readonly failures: readonly Failure[] };

const tell = (told: Told) => parentPort!.postMessage(told);
const problem = workerData as AssignmentProblem;
const found = assign(problem, { progress: (done, of) => tell({ done, of }) });
tell({ found, failures: found.feasible ? verifyAssignment(problem, found.chosen, found.certificate) : [] });
