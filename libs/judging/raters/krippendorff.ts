import type { Marks } from '../marks.js';

export type Level = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha: 1 - observed / expected disagreement, over all pairs of marks of the same entry, with missing
 * marks as they are (Krippendorff, "Computing Krippendorff's alpha-reliability", 2011). 1 is full agreement, 0 what
 * chance gives; NaN where all marks are equal or no entry has two.
 */
export function krippendorffAlpha({ entries, entry, value }: Marks, level: Level): number {
  const values = [...new Set(value)].sort((a, b) => a - b);
  const place = new Map(values.map((one, n) => [one, n]));
  const size = values.length;
  const counts = Array.from({ length: entries }, () => new Map<number, number>());
  value.forEach((one, n) => {
    const own = counts[entry[n]!]!;
    own.set(place.get(one)!, (own.get(place.get(one)!) ?? 0) + 1);
  });
  const total = new Float64Array(size);
  const paired = counts.filter((own) => [...own.values()].reduce((sum, n) => sum + n, 0) > 1);
  for (const own of paired) for (const [c, n] of own) total[c]! += n;
  const apart = distances(values, total, level);
  let [observed, expected] = [0, 0];
  for (const own of paired) {
    const marks = [...own.values()].reduce((sum, n) => sum + n, 0);
    for (const [c, n] of own) for (const [k, m] of own) observed += (n * (c === k ? m - 1 : m) * apart(c, k)) / (marks - 1);
  }
  const all = total.reduce((sum, n) => sum + n, 0);
  for (let c = 0; c < size; c++) for (let k = 0; k < size; k++) expected += (total[c]! * total[k]! * apart(c, k)) / (all - 1);
  return expected === 0 ? NaN : 1 - observed / expected;
}

/** How far apart two values are, squared: whether they differ, how many marks lie from one to the other, or by how much they differ. */
function distances(values: readonly number[], total: Float64Array, level: Level): (c: number, k: number) => number {
  if (level === 'nominal') return (c, k) => (c === k ? 0 : 1);
  if (level === 'interval') return (c, k) => (values[c]! - values[k]!) ** 2;
  const upTo = [0];
  total.forEach((n, c) => upTo.push(upTo[c]! + n));
  return (c, k) => {
    const [low, high] = [Math.min(c, k), Math.max(c, k)];
    return c === k ? 0 : (upTo[high + 1]! - upTo[low]! - (total[low]! + total[high]!) / 2) ** 2;
  };
}
