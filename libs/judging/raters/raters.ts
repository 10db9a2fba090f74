import { indicesBy } from '../columns.js';
import type { Marks } from '../marks.js';
import { severityModel } from '../results/severity.js';
import { correlation, mean } from '../statistics.js';
import { intraclass, type Intraclass } from './intraclass.js';
import { krippendorffAlpha, type Level } from './krippendorff.js';

export interface JudgeStatistics {
  readonly judge: number;
  readonly marks: number;
  /** How much lower he marks than the mean of his panel; by the additive model. */
  readonly severity: number;
  /** How far his marks lie from what quality and severity say, on average: the root of the mean square. */
  readonly noise: number;
  /** How his marks go with the mean of the others' of the same entries; null of fewer than three, or where either does not vary. */
  readonly consistency: number | null;
}

export interface PanelStatistics {
  readonly judges: readonly JudgeStatistics[];
  readonly entries: number;
  readonly marks: number;
  /** Krippendorff's alpha at three levels of measurement; null where it can't be told. */
  readonly alpha: Readonly<Record<Level, number | null>>;
  /** Over the entries that every judge marked; absent of fewer than two. */
  readonly intraclass?: Intraclass;
}

const FEWEST = 3;

/** Severity and consistency of each judge, and how far all agree, each with the number of marks behind it. */
export function panelStatistics(marks: Marks): PanelStatistics {
  const { severity, residuals } = severityModel(marks);
  const ofEntry = indicesBy(marks.entry, marks.entries).map((own) => own.map((n) => ({ judge: marks.judge[n]!, value: marks.value[n]! })));
  const ofJudge = indicesBy(marks.judge, marks.judges);
  const seats = [...new Set(marks.judge)].sort((a, b) => a - b);
  const judges = seats.map((judge): JudgeStatistics => {
    const own = ofJudge[judge]!;
    const pairs = own.flatMap((n) => {
      const others = ofEntry[marks.entry[n]!]!.filter((one) => one.judge !== judge);
      return others.length === 0 ? [] : [{ his: marks.value[n]!, theirs: mean(others.map(({ value }) => value)) }];
    });
    const r = correlation(pairs.map(({ his }) => his), pairs.map(({ theirs }) => theirs));
    return { judge, marks: own.length, severity: severity[judge]!, noise: Math.sqrt(mean(own.map((n) => residuals[n]! ** 2))), consistency: pairs.length < FEWEST || Number.isNaN(r) ? null : r };
  });
  const table = ofEntry.filter((own) => own.length === seats.length).map((own) => own.toSorted((a, b) => a.judge - b.judge).map(({ value }) => value));
  const alpha = (level: Level) => {
    const value = krippendorffAlpha(marks, level);
    return Number.isNaN(value) ? null : value;
  };
  const agreement = intraclass(table);
  return {
    ...{ judges, entries: ofEntry.filter((own) => own.length > 0).length, marks: marks.value.length },
    alpha: { nominal: alpha('nominal'), ordinal: alpha('ordinal'), interval: alpha('interval') },
    ...(agreement && { intraclass: agreement }),
  };
}
