import { parentPort, workerData } from 'node:worker_threads';
import type { Told } from '../threads.js';
import { resampled, type Resampling, type Tally } from './resample.js';

/** The blocks of one thread: every `step`-th from `first` on. */
export interface Part {
  readonly resampling: Resampling;
  readonly resamples: number;
  readonly first: number;
  readonly step: number;
}

const tell = (told: Told<Tally>) => parentPort!.postMessage(told);
const { resampling, resamples, ...blocks } = workerData as Part;
tell({ found: resampled(resampling, resamples, blocks, (done, of) => tell({ done, of })) });
