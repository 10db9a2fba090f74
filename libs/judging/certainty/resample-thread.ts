import { parentPort, workerData } from 'node:worker_threads';
import type { Told } from '../threads.js';
import { BLOCK, emptyTally, resampleBlock, type Resampling, type Tally } from './resample.js';

/** The blocks of one thread: every `step`-th from `first` on. */
export interface Part {
  readonly resampling: Resampling;
  readonly resamples: number;
  readonly first: number;
  readonly step: number;
}

const tell = (told: Told<Tally>) => parentPort!.postMessage(told);
const { resampling, resamples, first, step } = workerData as Part;
const tally = emptyTally(resampling.entries);
let done = 0;
for (let block = first; block * BLOCK < resamples; block += step) {
  const size = Math.min(BLOCK, resamples - block * BLOCK);
  resampleBlock(resampling, block, size, tally);
  tell({ done: (done += size), of: resamples });
}
tell({ found: tally });
