import { countsBy } from '../columns.js';
import type { Marks } from '../marks.js';
import { normals, seeded } from '../random.js';
import { severityModel } from '../results/severity.js';
import { deviation, mean } from '../statistics.js';

/** Where the marks' differences come from. */
export interface VarianceParts {
  /** Between entries: what is to be found. */
  readonly entries: number;
  /** Between judges: how differently severe they are. */
  readonly judges: number;
  /** What neither explains. */
  readonly noise: number;
}

/** How much certainty so many reviews an entry buy. */
export interface Bought {
  readonly reviews: number;
  /** How much of the scores' variance is the entries' own (the reliability of the mean). */
  readonly reliability: number;
  /** Which share of those who belong above the cut gets there. */
  readonly rightAbove: number;
}

/**
 * Where the differences come from, by the additive model: the variance of its scores less their own doubt, that of its
 * severities less theirs, and that of what is left (method of moments; Searle, Casella, McCulloch, Variance Components,
 * 1992, chapter 4). Nothing is below 0.
 */
export function varianceParts(marks: Marks): VarianceParts {
  const { scores, severity, residualVariance } = severityModel(marks);
  const noise = Number.isNaN(residualVariance) ? 0 : residualVariance;
  const own = (values: readonly (number | null)[], counts: Int32Array): number => {
    const known = values.flatMap((value, n) => (value === null ? [] : [{ value, doubt: noise / counts[n]! }]));
    if (known.length < 2) return 0;
    return Math.max(0, deviation(known.map(({ value }) => value)) ** 2 - mean(known.map(({ doubt }) => doubt)));
  };
  return { entries: own(scores, countsBy(marks.entry, marks.entries)), judges: own(severity, countsBy(marks.judge, marks.judges)), noise };
}

/**
 * How many reviews an entry buy how much certainty, by an edition's own variance: made entries are marked by so many
 * made judges, drawn anew for each, and the cut is compared with the true one.
 *
 * @param corrected whether severities are taken out, as the severity model does
 */
export function reviewsFor(parts: VarianceParts, { entries, places, most = 10, rounds = 200, seed = 1, corrected = false }: { entries: number; places: number; most?: number; rounds?: number; seed?: number; corrected?: boolean }): Bought[] {
  const normal = normals(seeded(seed));
  const doubt = parts.noise + (corrected ? 0 : parts.judges);
  return Array.from({ length: most }, (_, n) => {
    const reviews = n + 1;
    let right = 0;
    for (let round = 0; round < rounds; round++) {
      const truth = Float64Array.from({ length: entries }, () => Math.sqrt(parts.entries) * normal());
      const seen = truth.map((one) => one + Math.sqrt(doubt / reviews) * normal());
      const first = (of: Float64Array) => new Set([...of.keys()].sort((a, b) => of[b]! - of[a]!).slice(0, places));
      const really = first(truth);
      right += [...first(seen)].filter((entry) => really.has(entry)).length / places;
    }
    const all = parts.entries + doubt / reviews;
    return { reviews, reliability: all === 0 ? 1 : parts.entries / all, rightAbove: right / rounds };
  });
}
