import { countsBy } from '../columns.js';
import type { Marks } from '../marks.js';
import { severityModel } from '../results/severity.js';
import { normalBelow } from '../statistics.js';

export interface NextReview {
  readonly entry: number;
  readonly judge: number;
  /** How much likelier, on average, the entry is then placed rightly. */
  readonly gain: number;
}

/** Points at which an outcome that is not known yet is tried, each as likely as the others. */
const OUTCOMES = 41;

/**
 * Which further review (entry, judge) would help the cut most: by the severity model an entry's score is normal about
 * what it has now, with variance σ² / n; one more review of a judge whose own noise is σⱼ² makes it narrower, and where
 * it ends is known only in its spread. What is gained is how much surer it then is, on average, on which side of the cut
 * the entry belongs (the knowledge gradient of Frazier, Powell and Dayanik 2008, for one cut).
 *
 * @param may pairs that are allowed; those who marked the entry already are left out
 * @returns the best first, one an entry
 */
export function nextReviews(marks: Marks, places: number, may: (entry: number, judge: number) => boolean = () => true): NextReview[] {
  const { scores, residualVariance, residuals } = severityModel(marks);
  if (Number.isNaN(residualVariance) || residualVariance === 0) return [];
  const seen = new Set(Array.from(marks.entry, (entry, n) => entry * marks.judges + marks.judge[n]!));
  const count = countsBy(marks.entry, marks.entries);
  const judges = noiseOf(marks, residuals, residualVariance);
  const ranked = scores.filter((score) => score !== null).sort((a, b) => b - a);
  if (places >= ranked.length || places < 1) return [];
  const line = (ranked[places - 1]! + ranked[places]!) / 2;
  const surest = (score: number, variance: number) => {
    const above = normalBelow((score - line) / Math.sqrt(variance));
    return Math.max(above, 1 - above);
  };
  const found: NextReview[] = [];
  scores.forEach((score, entry) => {
    if (score === null) return;
    const judge = judges.find(({ judge: one }) => may(entry, one) && !seen.has(entry * marks.judges + one));
    if (!judge) return;
    const before = residualVariance / count[entry]!;
    const after = 1 / (1 / before + 1 / judge.variance);
    const spread = Math.sqrt(before - after);
    let expected = 0;
    for (const z of QUANTILES) expected += surest(score + spread * z, after) / OUTCOMES;
    found.push({ entry, judge: judge.judge, gain: Math.max(0, expected - surest(score, before)) });
  });
  return found.sort((a, b) => b.gain - a.gain || a.entry - b.entry);
}

/** Judges by their own noise, the least first; drawn towards that of all where a judge has few marks. */
function noiseOf({ judge, judges }: Marks, residuals: Float64Array, all: number): { judge: number; variance: number }[] {
  const own = Array.from({ length: judges }, () => ({ square: 0, count: 0 }));
  judge.forEach((j, n) => {
    own[j]!.square += residuals[n]! ** 2;
    own[j]!.count++;
  });
  const few = 10;
  return own.map(({ square, count }, j) => ({ judge: j, variance: (square + few * all) / (count + few) })).sort((a, b) => a.variance - b.variance);
}

/** The middles of equally likely parts of a standard normal distribution, by halving. */
const QUANTILES = Array.from({ length: OUTCOMES }, (_, n) => {
  let [low, high] = [-6, 6];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < (n + 0.5) / OUTCOMES) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
});
