import type { Marks } from '../marks.js';
import { normals, seeded, type Random } from '../random.js';

/** What is drawn again: the judges, each with all he marked; or the noise that the severity model leaves. */
export type Noise =
  | { readonly by: 'judges'; readonly marks: Marks }
  | { readonly by: 'severity'; readonly scores: Float64Array; readonly errors: Float64Array };

export interface Resampling {
  readonly noise: Noise;
  readonly entries: number;
  /** How many places are above the cut. */
  readonly cut: number;
  readonly seed: number;
}

/** What blocks of resamples add up to. */
export interface Tally {
  /** How often each entry came out above the cut. */
  readonly above: Float64Array;
  /** How often each entry had each rank, entry after entry, `bucket` ranks together. */
  readonly ranks: Uint32Array;
  readonly bucket: number;
  readonly buckets: number;
}

const BLOCK = 250;
/** Ranks that are told apart; of more entries several share one. */
const FINEST = 2000;
/** Scores are sorted as whole numbers with the entry's number behind. */
const FINE = 2 ** 37;

export function emptyTally(entries: number): Tally {
  const bucket = Math.ceil(entries / FINEST);
  const buckets = Math.ceil(entries / bucket);
  return { above: new Float64Array(entries), ranks: new Uint32Array(entries * buckets), bucket, buckets };
}

/** The sum of every `step`-th block from `first` on. */
export function resampled(resampling: Resampling, resamples: number, { first, step }: { readonly first: number; readonly step: number }, progress?: (done: number, of: number) => void): Tally {
  const tally = emptyTally(resampling.entries);
  for (let [block, done] = [first, 0]; block * BLOCK < resamples; block += step) {
    const size = Math.min(BLOCK, resamples - block * BLOCK);
    resampleBlock(resampling, block, size, tally);
    done += size;
    progress?.(done, resamples);
  }
  return tally;
}

/**
 * Adds a block of resamples to a tally. Each block has random numbers of its own, so that the sum does not depend on who
 * works which. Equal scores share the better rank.
 */
function resampleBlock({ noise, entries, cut, seed }: Resampling, block: number, resamples: number, tally: Tally): void {
  const random = seeded(seed + Math.imul(block + 1, 0x9e3779b1));
  const { above, ranks, bucket, buckets } = tally;
  const score = new Float64Array(entries);
  const keys = new Float64Array(entries);
  const draw = noise.by === 'judges' ? judgesDrawer(noise.marks, random) : noiseDrawer(noise.scores, noise.errors, random);
  for (let n = 0; n < resamples; n++) {
    draw(score);
    let [low, high] = [Infinity, -Infinity];
    for (let e = 0; e < entries; e++) {
      if (score[e]! < low) low = score[e]!;
      if (score[e]! > high) high = score[e]!;
    }
    const scale = high > low ? (FINE - 1) / (high - low) : 0;
    for (let e = 0; e < entries; e++) keys[e] = Math.round((high - score[e]!) * scale) * 65536 + e;
    keys.sort();
    for (let k = 0, rank = 0, last = -1; k < entries; k++) {
      const place = Math.floor(keys[k]! / 65536);
      const e = keys[k]! - place * 65536;
      if (place !== last) [rank, last] = [k, place];
      ranks[e * buckets + (bucket === 1 ? rank : Math.floor(rank / bucket))]!++;
      if (rank < cut) above[e]!++;
    }
  }
}

/** Every judge gets a random weight, all of his marks with him (the Bayesian bootstrap of Rubin 1981: no entry ever loses all its marks). */
function judgesDrawer({ entries, judges, entry, judge, value }: Marks, random: Random): (score: Float64Array) => void {
  const weight = new Float64Array(judges);
  const total = new Float64Array(entries);
  return (score) => {
    for (let j = 0; j < judges; j++) weight[j] = -Math.log(1 - random());
    score.fill(0);
    total.fill(0);
    for (let n = 0; n < value.length; n++) {
      const own = weight[judge[n]!]!;
      score[entry[n]!]! += own * value[n]!;
      total[entry[n]!]! += own;
    }
    for (let e = 0; e < entries; e++) score[e]! /= total[e]!;
  };
}

/** Every entry's score with normal noise. */
function noiseDrawer(scores: Float64Array, errors: Float64Array, random: Random): (score: Float64Array) => void {
  const normal = normals(random);
  return (score) => {
    for (let e = 0; e < scores.length; e++) score[e] = scores[e]! + errors[e]! * normal();
  };
}
