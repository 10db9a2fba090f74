export const sum = (values: Iterable<number>): number => {
  let all = 0;
  for (const value of values) all += value;
  return all;
};

/** NaN of none. */
export const mean = (values: ArrayLike<number> & Iterable<number>): number => sum(values) / values.length;

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

/** The square root of the mean square distance from the mean, with n - 1 below; NaN of fewer than two. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1));
}

/** Pearson's correlation; NaN where either does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const product = sum(a.map((value, n) => (value - ma) * (b[n]! - mb)));
  return product / Math.sqrt(sum(a.map((value) => (value - ma) ** 2)) * sum(b.map((value) => (value - mb) ** 2)));
}

/** Ranks from 1, the greatest first; equal values share the mean of their ranks. */
export function midranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
  const ranks = new Array<number>(values.length);
  for (let n = 0; n < order.length; ) {
    let end = n;
    while (end < order.length && values[order[end]!] === values[order[n]!]) end++;
    for (let k = n; k < end; k++) ranks[order[k]!] = (n + 1 + end) / 2;
    n = end;
  }
  return ranks;
}

/** The share of a standard normal distribution below z (Abramowitz and Stegun 1964, 7.1.26 by way of erf; off by 1.5e-7 at most). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(z) * Math.SQRT1_2);
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp((-z * z) / 2);
  return z >= 0 ? 1 - tail / 2 : tail / 2;
}
