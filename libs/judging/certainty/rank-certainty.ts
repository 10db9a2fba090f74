import { availableParallelism } from 'node:os';
import { countsBy } from '../columns.js';
import type { Marks } from '../marks.js';
import { severityModel } from '../results/severity.js';
import { inThread, type ThreadOptions } from '../threads.js';
import { emptyTally, resampled, type Noise, type Resampling, type Tally } from './resample.js';
import type { Part } from './resample-thread.js';

export interface Cut {
  /** How many places there are above it. */
  readonly places: number;
  readonly resamples?: number;
  readonly seed?: number;
  /** What is drawn again: judges with all they marked, or the noise of the severity model. */
  readonly by?: 'judges' | 'severity';
  readonly threads?: number;
}

export interface RankCertainty {
  /** Of each entry: the ranks that it has in 95 of 100 resamples; null of one that nobody marked. */
  readonly intervals: readonly (readonly [best: number, worst: number] | null)[];
  /** Of each entry: how likely it belongs above the cut. */
  readonly above: readonly (number | null)[];
  /** How many of those above the cut would be expected to stay there, as a share. */
  readonly stability: number;
  readonly resamples: number;
}

/** Fewer than that are done faster than a thread starts. */
const WORTH_A_THREAD = 2_000_000;

/** How certain ranks are, by resampling. Entries without marks take no part. The same seed gives the same answer, however many threads there are. */
export async function rankCertainty(marks: Marks, { places, resamples = 10_000, seed = 1, by = 'judges', threads = availableParallelism() }: Cut, options: ThreadOptions = {}): Promise<RankCertainty> {
  const marked = [...new Set(marks.entry)].sort((a, b) => a - b);
  const number = new Map(marked.map((entry, n) => [entry, n]));
  const own: Marks = { ...marks, entries: marked.length, entry: marks.entry.map((entry) => number.get(entry)!) };
  const resampling: Resampling = { noise: by === 'judges' ? { by, marks: own } : severityNoise(own), entries: marked.length, cut: places, seed };
  const tally = await tallied(resampling, resamples, own.value.length * resamples < WORTH_A_THREAD ? 1 : threads, options);

  const above = Array.from(tally.above, (times) => times / resamples);
  const of = <T>(values: readonly T[]): (T | null)[] => Array.from({ length: marks.entries }, (_, entry) => (number.has(entry) ? values[number.get(entry)!]! : null));
  const first = above.toSorted((a, b) => b - a).slice(0, places);
  return { intervals: of(marked.map((_, n) => interval(tally, n, resamples))), above: of(above), stability: first.length === 0 ? 1 : first.reduce((sum, one) => sum + one, 0) / first.length, resamples };
}

/** What the severity model leaves of doubt in each entry's score: the residual variance over its marks. */
function severityNoise(marks: Marks): Noise {
  const { scores, residualVariance } = severityModel(marks);
  const count = countsBy(marks.entry, marks.entries);
  return { by: 'severity', scores: Float64Array.from(scores, (one) => one!), errors: Float64Array.from(count, (n) => Math.sqrt((Number.isNaN(residualVariance) ? 0 : residualVariance) / n)) };
}

async function tallied(resampling: Resampling, resamples: number, threads: number, { progress, signal }: ThreadOptions): Promise<Tally> {
  if (threads === 1) return resampled(resampling, resamples, { first: 0, step: 1 }, progress);
  const done = new Array<number>(threads).fill(0);
  const parts = done.map((_, first): Part => ({ resampling, resamples, first, step: threads }));
  const report = (first: number) => (own: number) => {
    done[first] = own;
    progress?.(done.reduce((all, one) => all + one, 0), resamples);
  };
  const tallies = await Promise.all(parts.map((part) => inThread<Tally>('./resample-thread.js', import.meta.url, part, { signal, progress: report(part.first) })));
  const sum = emptyTally(resampling.entries);
  for (const { above, ranks } of tallies) {
    above.forEach((times, n) => (sum.above[n]! += times));
    ranks.forEach((times, n) => (sum.ranks[n]! += times));
  }
  return sum;
}

/** The ranks between which all but 2.5 % at each end lie. */
function interval({ ranks, bucket, buckets }: Tally, entry: number, resamples: number): readonly [number, number] {
  const own = ranks.subarray(entry * buckets, (entry + 1) * buckets);
  const at = (share: number): number => {
    let seen = 0;
    for (let n = 0; n < buckets; n++) if ((seen += own[n]!) >= share * resamples) return n;
    return buckets - 1;
  };
  return [at(0.025) * bucket + 1, Math.min(ranks.length / buckets, (at(0.975) + 1) * bucket)];
}
