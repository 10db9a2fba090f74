import { Decimal } from '#kernel';
import { byEntry, byJudge, type Marks } from '../marks.js';
import { deviation, mean, median } from '../statistics.js';
import { trimmedMean } from './score.js';

/** A score of each entry; null of one that nobody marked. */
export type Scores = readonly (number | null)[];

export const meanScores = (marks: Marks): Scores => byEntry(marks).map((own) => (own.length === 0 ? null : mean(own)));

export const medianScores = (marks: Marks): Scores => byEntry(marks).map((own) => (own.length === 0 ? null : median(own)));

/** Without the `drop` highest and lowest, once there are at least `dropFrom` marks and more than are dropped. */
export const trimmedScores = (marks: Marks, drop: number, dropFrom: number): Scores => byEntry(marks).map((own) => trimmedMean(own.map((mark) => new Decimal(mark)), drop, dropFrom)?.toNumber() ?? null);

export interface Standardised {
  readonly scores: Scores;
  /** Judges whose marks were left as they are, and why. */
  readonly leftAsTheyAre: readonly { readonly judge: number; readonly why: 'too-few-marks' | 'no-spread' }[];
}

const FEWEST = 3;
/** Makes the median distance from the median the standard deviation of normal values: 1 / Φ⁻¹(3/4). */
const TO_DEVIATION = 1.4826022185056018;

/**
 * The mean of marks brought to one scale: of each judge's marks the middle is moved to that of all marks, and their
 * spread stretched to that of all. `robust` measures by medians, so that one odd mark does not move the rest
 * (Hampel 1974). A judge of fewer than three marks, or whose marks do not differ, tells no scale.
 */
export function standardisedScores(marks: Marks, by: 'moments' | 'robust' = 'moments'): Standardised {
  const middle = by === 'robust' ? median : mean;
  const spread = by === 'robust' ? (values: readonly number[]) => TO_DEVIATION * median(values.map((value) => Math.abs(value - median(values)))) : deviation;
  const all = [...marks.value];
  const [allMiddle, allSpread] = [middle(all), spread(all)];
  const leftAsTheyAre: { judge: number; why: 'too-few-marks' | 'no-spread' }[] = [];
  const scales = byJudge(marks).map((own, judge) => {
    const why = own.length < FEWEST ? 'too-few-marks' : spread(own) === 0 ? 'no-spread' : undefined;
    if (why && own.length > 0) leftAsTheyAre.push({ judge, why });
    return why ? undefined : { middle: middle(own), stretch: allSpread / spread(own) };
  });
  const value = marks.value.map((mark, n) => {
    const scale = scales[marks.judge[n]!];
    return scale ? allMiddle + (mark - scale.middle) * scale.stretch : mark;
  });
  return { scores: meanScores({ ...marks, value }), leftAsTheyAre };
}
