import type { AssignmentProblem } from '../assignment/problem.js';
import type { FairAssignment } from '../fair/fair.js';
import type { Spread } from '../randomised/fractional.js';
import { inThread, type ThreadOptions } from '../threads.js';

/** How an assignment is to be found where it is not simply the cheapest: good for the worst served, or by lot. */
export type Otherwise = { readonly method: 'fair'; readonly seconds: number } | { readonly method: 'randomised'; readonly cap: number; readonly seed: string };

export interface SolveInput {
  readonly problem: AssignmentProblem;
  readonly otherwise: Otherwise;
}

export type Solved = ({ readonly method: 'fair' } & FairAssignment) | { readonly method: 'randomised'; readonly chosen: readonly number[]; readonly spread: Spread };

/** `assignFairly`, or a draw from `randomise`, in a thread of its own; undefined where no assignment gives every entry what it needs. */
export const solveInThread = (problem: AssignmentProblem, otherwise: Otherwise, options: ThreadOptions = {}): Promise<Solved | undefined> =>
  inThread<Solved | undefined>('./solve-thread.js', import.meta.url, { problem, otherwise } satisfies SolveInput, options);
