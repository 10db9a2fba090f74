import { parentPort, workerData } from 'node:worker_threads';
import { assignFairly } from '../fair/fair.js';
import { draw } from '../randomised/draw.js';
import { randomise } from '../randomised/randomise.js';
import { seeded, seedFrom } from '../random.js';
import type { Told } from '../threads.js';
import type { Otherwise, Solved, SolveInput } from './solve-in-thread.js';

const tell = (told: Told<Solved | undefined>) => parentPort!.postMessage(told);
const { problem, otherwise } = workerData as SolveInput;
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
