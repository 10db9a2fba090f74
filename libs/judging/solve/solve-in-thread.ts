import type { AssignmentProblem } from '../assignment/problem.js';
import { inThread, type ThreadOptions } from '../threads.js';
import type { Otherwise, Solved } from './solve-thread.js';

/** `assignFairly`, or a draw from `randomise`, in a thread of its own; undefined where no assignment gives every entry what it needs. */
export const solveInThread = (problem: AssignmentProblem, otherwise: Otherwise, options: ThreadOptions = {}): Promise<Solved | undefined> => inThread<Solved | undefined>('./solve-thread.js', import.meta.url, { problem, otherwise }, options);
