import { daysAfter, daysBetween, monthsAfter, refusalType } from '#kernel';
import type { Counted, Figure } from '../rules/figure.js';

/** Records that came and went between two cuts: `bucket` n is after the cut n - 1 and until the cut n. */
export interface Moved {
  readonly source: string;
  readonly sort: string;
  readonly bucket: number;
  readonly came: number;
  readonly cameAmount: number;
  readonly went: number;
  readonly wentAmount: number;
}

/** How a figure stands to the year before: in percent or times, or in words where a number would mislead. */
export type Change =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'times'; readonly times: number; readonly percent: number }
  | { readonly kind: 'from-zero' | 'none' | 'no-base' };

export interface Measured {
  readonly value: number;
  /** Of a stock: what began to count in the year of the day and still does. */
  readonly fresh: number;
  /** The same a year earlier; null: nothing was stated. */
  readonly before: number | null;
  readonly change: Change;
  /** Each year's end, or its whole; of the day's year until the day. */
  readonly series: readonly { readonly year: string; readonly value: number }[];
}

const YEARS = 20;

export const tooManyRecords = refusalType('figure:too-many-records', 'invalid', '记录超过 {most} 条，一张表装不下；请按园区或载体、日期缩小范围，或用接口逐页读取。', 'There are more than {most} records, too many for one table; narrow them by place or day, or read them page by page through the API.');

const newYearsEve = (year: number): string => `${year}-12-31`;
const yearOf = (day: string): number => Number(day.slice(0, 4));
export const yearBefore = (day: string): string => monthsAfter(day, -12);

/** The days on which a report of a day looks at what there was: it, the year before, and the ends of twenty years. */
export const cutsOf = (day: string): string[] => [...new Set([...Array.from({ length: YEARS + 1 }, (_, n) => newYearsEve(yearOf(day) - YEARS - 1 + n)), yearBefore(day), day])].sort();

/** Whether a figure counts records of a source and sort. */
export const counts = ({ from }: Figure) => {
  const sorts = new Map(from.map(({ source, sorts: some }) => [source, some && new Set(some)] as const));
  return ({ source, sort }: Pick<Moved, 'source' | 'sort'>): boolean => sorts.has(source) && (sorts.get(source)?.has(sort) ?? true);
};

/** What a figure comes to at cuts and between them. */
export class Readings {
  private readonly came: number[];
  private readonly stock: number[];
  private readonly records: number[];

  constructor(
    readonly figure: Figure,
    moved: readonly Moved[],
    private readonly cuts: readonly string[],
  ) {
    const own = moved.filter(counts(figure));
    const sums = (of: (one: Moved) => number) => {
      const sum = cuts.map(() => 0);
      for (const one of own) if (one.bucket < sum.length) sum[one.bucket]! += of(one);
      for (let n = 1; n < sum.length; n++) sum[n]! += sum[n - 1]!;
      return sum;
    };
    const amounts = figure.measure === 'amount';
    this.came = sums((one) => (amounts ? one.cameAmount : one.came));
    this.stock = sums((one) => (amounts ? one.cameAmount - one.wentAmount : one.came - one.went));
    this.records = sums(({ came }) => came);
  }

  /** What counts on a cut's day. */
  on(day: string): number {
    return this.stock[this.at(day)]!;
  }

  /** What came after one cut's day until another's. */
  between(after: string, until: string): number {
    return this.came[this.at(until)]! - this.came[this.at(after)]!;
  }

  /** Whether there is any record after one cut's day until another's. */
  known(after: string, until: string): boolean {
    return this.records[this.at(until)]! > this.records[this.at(after)]!;
  }

  /** The last year that is over by the day and has a record; undefined where none has. */
  lastYear(day: string): number | undefined {
    const last = day.endsWith('-12-31') ? yearOf(day) : yearOf(day) - 1;
    for (let year = last; year >= yearOf(this.cuts.at(-1)!) - YEARS; year--) if (this.known(newYearsEve(year - 1), newYearsEve(year))) return year;
    return undefined;
  }

  private at(day: string): number {
    const n = this.cuts.indexOf(day);
    if (n < 0) throw new Error(`${day} is no cut`);
    return n;
  }
}

/** How one value stands to another. Tenfold and more is said in times. */
export function changeOf(before: number | null, value: number): Change {
  if (before === null) return { kind: 'no-base' };
  if (before === 0) return { kind: value === 0 ? 'none' : 'from-zero' };
  const percent = Math.round((10_000 * (value - before)) / Math.abs(before)) / 100;
  return percent >= 1000 ? { kind: 'times', times: Math.round(percent / 100), percent } : { kind: 'percent', percent };
}

/** A figure on a day. @param fresh what began in the year and still counts; taken for a stock alone */
export function measure(readings: Readings, fresh: number, day: string): Measured {
  const { figure } = readings;
  const year = yearOf(day);
  const years = Array.from({ length: YEARS }, (_, n) => year - YEARS + 1 + n);
  const end = (one: number) => (one === year ? day : newYearsEve(one));
  const whole = (one: number) => readings.between(newYearsEve(one - 1), end(one));
  const series = years.map((one) => ({ year: String(one), value: figure.of === 'stock' ? readings.on(end(one)) : whole(one) }));
  if (figure.of === 'latest') {
    const last = readings.lastYear(day);
    const value = last === undefined ? 0 : whole(last);
    const before = last !== undefined && readings.known(newYearsEve(last - 2), newYearsEve(last - 1)) ? whole(last - 1) : null;
    return { value, fresh: value, before, change: last === undefined ? { kind: 'none' } : changeOf(before, value), series };
  }
  if (figure.of === 'flow') {
    const value = whole(year);
    const [after, until] = [newYearsEve(year - 2), yearBefore(day)];
    const before = figure.stated && !readings.known(after, until) ? null : readings.between(after, until);
    return { value, fresh: value, before, change: changeOf(before, value), series };
  }
  const [value, before] = [readings.on(day), readings.on(yearBefore(day))];
  return { value, fresh, before, change: changeOf(before, value), series };
}

const TEN_BILLION = 1_000_000_000_000;

/** How many there are for each 10 billion yuan of a GDP in fen; two decimals below ten, one above. */
export function density(value: number, gdp: number): number {
  const exact = (value * TEN_BILLION) / gdp;
  return exact < 10 ? Math.round(100 * exact) / 100 : Math.round(10 * exact) / 10;
}

/** A share in percent, with two decimals. */
export const percentOf = (part: number, whole: number): number => Math.round((10_000 * part) / whole) / 100;

/** How much of a target is reached, in percent with one decimal; null where there is nothing to reach. */
export const reached = (value: number, target: number): number | null => (target > 0 ? Math.round((1000 * value) / target) / 10 : null);

export interface Projection {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const MONTHS = 24;
/** Student's t for 95 %, two-sided: of a line through 24 points (22 degrees of freedom), and of a mean of 24 (23). */
const [T22, T23] = [2.0739, 2.0687];
const DAYS_A_MONTH = 365.25 / 12;

const monthEnds = (day: string): string[] => Array.from({ length: MONTHS + 1 }, (_, n) => daysAfter(day, -Math.round((MONTHS - n) * DAYS_A_MONTH)));

/** The days on which a projection looks at what there was. */
export const projectionCuts = (day: string): string[] => [...new Set([newYearsEve(yearOf(day) - 1), ...monthEnds(day)])].sort();

/**
 * What a figure will be at the end of the year of `day`, from its last 24 months, with a 95 % prediction interval: of a stock the least-squares
 * line through its month-ends; of a flow what there is plus the mean of its months for what is left of the year. None of what is known by whole years.
 */
export function project(readings: Readings, day: string): Projection | null {
  if (readings.figure.of === 'latest') return null;
  const days = monthEnds(day);
  const left = daysBetween(day, newYearsEve(yearOf(day))) / DAYS_A_MONTH;
  if (readings.figure.of === 'flow') {
    const months = days.slice(1).map((until, n) => readings.between(days[n]!, until));
    const mean = months.reduce((sum, value) => sum + value, 0) / MONTHS;
    const deviation = Math.sqrt(months.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (MONTHS - 1));
    const value = readings.between(newYearsEve(yearOf(day) - 1), day);
    const spread = T23 * deviation * Math.sqrt(left + left ** 2 / MONTHS);
    return rounded(value + left * mean, spread, value);
  }
  const points = days.slice(1).map((on, n) => ({ x: n + 1 - MONTHS, y: readings.on(on) }));
  const mid = points.reduce((sum, { x }) => sum + x, 0) / MONTHS;
  const height = points.reduce((sum, { y }) => sum + y, 0) / MONTHS;
  const across = points.reduce((sum, { x }) => sum + (x - mid) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - mid) * (y - height), 0) / across;
  const at = (x: number) => height + slope * (x - mid);
  const error = Math.sqrt(points.reduce((sum, { x, y }) => sum + (y - at(x)) ** 2, 0) / (MONTHS - 2));
  return rounded(at(left), T22 * error * Math.sqrt(1 + 1 / MONTHS + (left - mid) ** 2 / across), 0);
}

const rounded = (value: number, spread: number, least: number): Projection => ({ value: Math.round(Math.max(least, value)), low: Math.round(Math.max(least, value - spread)), high: Math.round(value + spread) });

/** The sources that figures count, each once. */
export const sourcesOf = (figures: readonly Figure[]): string[] => [...new Set(figures.flatMap(({ from }) => from.map(({ source }: Counted) => source)))];
