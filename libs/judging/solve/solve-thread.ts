import { parentPort, workerData } from 'node:worker_threads';
import type { AssignmentProblem } from '../assignment/problem.js';
import { assignFairly, type FairAssignment } from '../fair/fair.js';
import { draw } from '../randomised/draw.js';
import type { Spread } from '../randomised/fractional.js';
import { randomise } from '../randomised/randomise.js';
import { seeded, seedFrom } from '../random.js';
import type { Told } from '../threads.js';

/** How an assignment is to be found where it is not simply the cheapest: good for the worst served, or by lot. */
export type Otherwise = { readonly method: 'fair'; readonly seconds: number } | { readonly method: 'randomised'; readonly cap: number; readonly seed: string };

export type Solved = ({ readonly method: 'fair' } & FairAssignment) | { readonly method: 'randomised'; readonly chosen: readonly number[]; readonly spread: Spread };

const tell = (told: Told<Solved | undefined>) => parentPort!.postMessage(told);
const { problem, otherwise } = workerData as { problem: AssignmentProblem; otherwise: Otherwise };
const watch = { progress: (done: number, of: number) => tell({ done, of }) };

const byLot = ({ cap, seed }: Extract<Otherwise, { method: 'randomised' }>): Solved | undefined => {
  const found = randomise(problem, { cap, method: 'capped' }, watch);
  return found && { method: 'randomised', chosen: draw(problem, found.chances, seeded(seedFrom(seed))), spread: found.spread };
};

const fairly = async ({ seconds }: Extract<Otherwise, { method: 'fair' }>): Promise<Solved | undefined> => {
  const found = await assignFairly(problem, seconds, watch);
  return found && { method: 'fair', ...found };
};

tell({ found: otherwise.method === 'fair' ? await fairly(otherwise) : byLot(otherwise) });
