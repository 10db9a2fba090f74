import { seeded } from '../random.js';
import { mean } from '../statistics.js';

/** How one judge's total of an entry differs from the mean of the others', and whether the entry is of his side. */
export interface Difference {
  readonly judge: string;
  readonly entry: string;
  readonly own: boolean;
  readonly difference: number;
}

export interface Side {
  readonly count: number;
  readonly mean: number;
}

export interface JudgeOwnSide {
  readonly judge: string;
  readonly own: Side;
  readonly other: Side;
  readonly gap: number;
  /** How often chance alone gives such a gap or a greater one. */
  readonly p: number;
  /** The same, corrected for how many judges were tested. */
  readonly corrected: number;
}

export interface OwnSide {
  readonly own: Side;
  readonly other: Side;
  /** How much higher judges mark their own side: the mean difference there less that elsewhere. */
  readonly gap: number;
  /** In which 95 of 100 resamples of the judges lie. */
  readonly interval: readonly [number, number];
  /** How often chance alone gives such a gap or a greater one, over all judges together. */
  readonly p: number;
  readonly judges: readonly JudgeOwnSide[];
  /** Judges whose corrected p is below 0.05. */
  readonly standOut: readonly string[];
}

const RESAMPLES = 10_000;
const UNLIKELY = 0.05;

/**
 * Whether judges mark their own side higher. Each judge is tested by permutations: which of his entries are of his own
 * side is shuffled, and the gap counted that comes of it (Fisher 1935; one more counted for the data themselves, Phipson
 * and Smyth 2010). The p-values are corrected for the number of judges by Holm's method (1979). Judges who never met
 * their own side are counted in `other` only.
 */
export function ownSide(differences: readonly Difference[], seed = 1): OwnSide {
  const random = seeded(seed);
  const judges = [...Map.groupBy(differences, ({ judge }) => judge)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([judge, list]) => ({ judge, ...split(list) }));
  const tested = judges.filter(({ own, other }) => own.length > 0 && other.length > 0);
  const gap = gapOf(judges);

  const shuffledGaps = new Float64Array(RESAMPLES);
  const ownCount = tested.reduce((sum, { own }) => sum + own.length, 0);
  const ps = tested.map(({ own, other }) => {
    const values = Float64Array.from([...own, ...other]);
    const observed = mean(own) - mean(other);
    let asGreat = 0;
    for (let n = 0; n < RESAMPLES; n++) {
      const drawn = meanOfDrawn(values, own.length, random);
      const rest = (values.reduce((sum, one) => sum + one, 0) - drawn * own.length) / other.length;
      shuffledGaps[n]! += ((drawn - rest) * own.length) / ownCount;
      if (drawn - rest >= observed - 1e-12) asGreat++;
    }
    return (asGreat + 1) / (RESAMPLES + 1);
  });
  const corrected = holm(ps);
  const weighted = tested.reduce((sum, { own, other }) => sum + ((mean(own) - mean(other)) * own.length) / ownCount, 0);
  const results = tested.map(({ judge, own, other }, n) => ({ judge, own: side(own), other: side(other), gap: mean(own) - mean(other), p: ps[n]!, corrected: corrected[n]! }));
  return {
    ...{ own: side(judges.flatMap(({ own }) => own)), other: side(judges.flatMap(({ other }) => other)), gap },
    interval: intervalOf(judges, random),
    p: (shuffledGaps.filter((one) => one >= weighted - 1e-12).length + 1) / (RESAMPLES + 1),
    judges: results,
    standOut: results.filter((one) => one.corrected < UNLIKELY).map(({ judge }) => judge),
  };
}

interface Sides {
  readonly own: readonly number[];
  readonly other: readonly number[];
}

const split = (list: readonly Difference[]): Sides => ({ own: list.filter(({ own }) => own).map(({ difference }) => difference), other: list.filter(({ own }) => !own).map(({ difference }) => difference) });

const side = (values: readonly number[]): Side => ({ count: values.length, mean: mean(values) });

const gapOf = (judges: readonly Sides[]): number => mean(judges.flatMap(({ own }) => own)) - mean(judges.flatMap(({ other }) => other));

/** The gap's percentile interval over judges drawn again, each with all he marked. */
function intervalOf(judges: readonly Sides[], random: () => number): readonly [number, number] {
  const totals = judges.map(({ own, other }) => [own.length, own.reduce((sum, one) => sum + one, 0), other.length, other.reduce((sum, one) => sum + one, 0)] as const);
  const gaps: number[] = [];
  for (let n = 0; n < RESAMPLES; n++) {
    let [ownCount, own, otherCount, other] = [0, 0, 0, 0];
    for (let k = 0; k < totals.length; k++) {
      const one = totals[Math.floor(random() * totals.length)]!;
      ownCount += one[0];
      own += one[1];
      otherCount += one[2];
      other += one[3];
    }
    if (ownCount > 0 && otherCount > 0) gaps.push(own / ownCount - other / otherCount);
  }
  gaps.sort((a, b) => a - b);
  return [gaps[Math.floor(0.025 * gaps.length)] ?? NaN, gaps[Math.ceil(0.975 * gaps.length) - 1] ?? NaN];
}

/** The mean of `count` values drawn without putting back; the values end in another order. */
function meanOfDrawn(values: Float64Array, count: number, random: () => number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) {
    const at = n + Math.floor(random() * (values.length - n));
    [values[n], values[at]] = [values[at]!, values[n]!];
    sum += values[n]!;
  }
  return sum / count;
}

/** p-values made to hold for all of them together: the smallest times their number, the next times one less, never falling. */
export function holm(ps: readonly number[]): number[] {
  const order = [...ps.keys()].sort((a, b) => ps[a]! - ps[b]!);
  const corrected = new Array<number>(ps.length);
  let least = 0;
  order.forEach((at, n) => {
    least = Math.max(least, Math.min(1, ps[at]! * (ps.length - n)));
    corrected[at] = least;
  });
  return corrected;
}
