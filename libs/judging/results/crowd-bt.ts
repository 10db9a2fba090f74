import type { Comparison } from './bradley-terry.js';

/**
 * What a pairwise round knows so far, after Chen, Bennett, Collins-Thompson and Horvitz, "Pairwise ranking aggregation in
 * a crowdsourced setting", WSDM 2013: each entry's strength is normal, each judge's chance of judging as the strengths
 * say is a beta distribution; both are learned from every comparison, by matching moments.
 */
export interface CrowdBt {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Of each judge: for and against his being right. */
  readonly right: Float64Array;
  readonly wrong: Float64Array;
}

/** How judges are taken to be before they compare: right ten times of eleven. */
const RIGHT = 10;
const WRONG = 1;
const LEAST_VARIANCE = 1e-4;

export const crowdBt = (entries: number, judges: number): CrowdBt => ({
  mean: new Float64Array(entries),
  variance: new Float64Array(entries).fill(1),
  right: new Float64Array(judges).fill(RIGHT),
  wrong: new Float64Array(judges).fill(WRONG),
});

/** What is known after one more comparison. */
export function learn(known: CrowdBt, comparison: Comparison): CrowdBt {
  const { judge, winner, loser } = comparison;
  const [mean, variance, right, wrong] = [known.mean.slice(), known.variance.slice(), known.right.slice(), known.wrong.slice()];
  const after = updated(known, comparison);
  [mean[winner], mean[loser], variance[winner], variance[loser]] = [after.meanOfWinner, after.meanOfLoser, after.varianceOfWinner, after.varianceOfLoser];
  [right[judge], wrong[judge]] = [after.right, after.wrong];
  return { mean, variance, right, wrong };
}

/** How much a judge's comparison of two entries can be expected to tell about them, in nats. */
export function expectedGain(known: CrowdBt, judge: number, a: number, b: number): number {
  const reliability = known.right[judge]! / (known.right[judge]! + known.wrong[judge]!);
  const gain = (winner: number, loser: number) => {
    const after = updated(known, { judge, winner, loser });
    return (
      betweenNormals(after.meanOfWinner, after.varianceOfWinner, known.mean[winner]!, known.variance[winner]!) +
      betweenNormals(after.meanOfLoser, after.varianceOfLoser, known.mean[loser]!, known.variance[loser]!)
    );
  };
  const aAbove = chanceAbove(known, a, b);
  const aWins = aAbove * reliability + (1 - aAbove) * (1 - reliability);
  return aWins * gain(a, b) + (1 - aWins) * gain(b, a);
}

/** The pair of `choice` that a judge's comparison can be expected to tell most about; the first of equal ones. Undefined of fewer than two. */
export function nextPair(known: CrowdBt, judge: number, choice: readonly number[]): readonly [number, number] | undefined {
  let best: { pair: readonly [number, number]; gain: number } | undefined;
  choice.forEach((a, n) => {
    for (const b of choice.slice(n + 1)) {
      const gain = expectedGain(known, judge, a, b);
      if (!best || gain > best.gain) best = { pair: [a, b], gain };
    }
  });
  return best?.pair;
}

/** The chance that a is stronger than b, by the strengths' means and to the second order by their variances. */
function chanceAbove({ mean, variance }: CrowdBt, a: number, b: number): number {
  const p = 1 / (1 + Math.exp(mean[b]! - mean[a]!));
  return Math.min(1, Math.max(0, p + 0.5 * p * (1 - p) * (1 - 2 * p) * (variance[a]! + variance[b]!)));
}

function updated(known: CrowdBt, { judge, winner, loser }: Comparison) {
  const { mean, variance } = known;
  const [r, w] = [known.right[judge]!, known.wrong[judge]!];
  const [up, down] = [Math.exp(mean[winner]!), Math.exp(mean[loser]!)];
  const asSaid = (r * up) / (r * up + w * down) - up / (up + down);
  const bend = (r * up * w * down) / (r * up + w * down) ** 2 - (up * down) / (up + down) ** 2;
  const narrower = (before: number) => before * Math.max(LEAST_VARIANCE, 1 + before * bend);

  // How likely this outcome was, and what it says of the judge: the first two moments of his reliability, matched.
  const c1 = up / (up + down) + (0.5 * (variance[winner]! + variance[loser]!) * (up * down * (down - up))) / (up + down) ** 3;
  const c2 = 1 - c1;
  const c = (c1 * r + c2 * w) / (r + w);
  const first = (c1 * (r + 1) * r + c2 * r * w) / (c * (r + w + 1) * (r + w));
  const second = (c1 * (r + 2) * (r + 1) * r + c2 * (r + 1) * r * w) / (c * (r + w + 2) * (r + w + 1) * (r + w));
  const size = (first - second) / (second - first * first);
  return {
    ...{ meanOfWinner: mean[winner]! + variance[winner]! * asSaid, meanOfLoser: mean[loser]! - variance[loser]! * asSaid },
    ...{ varianceOfWinner: narrower(variance[winner]!), varianceOfLoser: narrower(variance[loser]!) },
    ...{ right: first * size, wrong: (1 - first) * size },
  };
}

/** The Kullback–Leibler divergence of two normal distributions. */
const betweenNormals = (mean: number, variance: number, mean0: number, variance0: number): number => ((mean - mean0) ** 2 + variance) / (2 * variance0) - 0.5 + 0.5 * Math.log(variance0 / variance);
