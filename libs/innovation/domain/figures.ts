import { daysAfter, daysBetween } from '#kernel';
import type { Figure } from '../rules/figures.js';

/** A record behind a figure: a certificate or a paper of a firm, from a day until another. */
export interface FigureRecord {
  readonly id: string;
  readonly firm: string;
  readonly on: string;
  readonly until: string | null;
  readonly amount: number;
}

/** How a figure stands to the year before: in percent, or in words where a percentage would mislead. */
export type Change = { readonly kind: 'percent'; readonly percent: number } | { readonly kind: 'from-zero' } | { readonly kind: 'none' };

export interface Measured {
  readonly value: number;
  /** Of a stock: what was not there at the end of the year before. */
  readonly fresh: number;
  /** The same a year earlier. */
  readonly before: number;
  readonly change: Change;
}

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;

/** The records that a figure counts on a day. */
export const countedOn = ({ of }: Figure, records: readonly FigureRecord[], day: string): FigureRecord[] =>
  records.filter(({ on, until }) => on <= day && (of === 'stock' ? until === null || until >= day : on >= `${day.slice(0, 4)}-01-01`));

/** The records that are new in the year of a day: of firms, those that had none at the end of the year before. */
export function freshOn(figure: Figure, records: readonly FigureRecord[], day: string): FigureRecord[] {
  const now = countedOn(figure, records, day);
  if (figure.of === 'flow') return now;
  const last = countedOn(figure, records, `${Number(day.slice(0, 4)) - 1}-12-31`);
  const known = new Set(last.map((one) => (figure.firms ? one.firm : one.id)));
  return now.filter((one) => !known.has(figure.firms ? one.firm : one.id));
}

const sizeOf = ({ firms, unit }: Figure, records: readonly FigureRecord[]): number => (firms ? new Set(records.map(({ firm }) => firm)).size : unit === 'fen' ? records.reduce((sum, { amount }) => sum + amount, 0) : records.length);

export function changeOf(before: number, value: number): Change {
  if (before === 0) return value === 0 ? { kind: 'none' } : { kind: 'from-zero' };
  return { kind: 'percent', percent: Math.round((10_000 * (value - before)) / before) / 100 };
}

/** A figure on a day: its value, what is new, and the change on the same day a year before. */
export function measure(figure: Figure, records: readonly FigureRecord[], day: string): Measured {
  const [value, before] = [day, yearBefore(day)].map((on) => sizeOf(figure, countedOn(figure, records, on))) as [number, number];
  return { value, fresh: sizeOf(figure, freshOn(figure, records, day)), before, change: changeOf(before, value) };
}

export interface Projection {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const MONTHS = 24;
/** Student's t for 95 %, two-sided: of a line through 24 points (22 degrees of freedom), and of a mean of 24 (23). */
const [T22, T23] = [2.0739, 2.0687];
const DAYS_A_MONTH = 365.25 / 12;

/**
 * What a figure will be at the end of the year of `day`, from its last 24 months, with a 95 % prediction interval: of a stock the least-squares
 * line through its month-ends; of a flow what there is plus the mean of its months for what is left of the year.
 */
export function project(figure: Figure, records: readonly FigureRecord[], day: string): Projection {
  const end = `${day.slice(0, 4)}-12-31`;
  const days = Array.from({ length: MONTHS + 1 }, (_, n) => daysAfter(day, -Math.round((MONTHS - n) * DAYS_A_MONTH)));
  const left = daysBetween(day, end) / DAYS_A_MONTH;
  if (figure.of === 'flow') {
    const months = days.slice(1).map((until, n) => sizeOf(figure, records.filter(({ on }) => on > days[n]! && on <= until)));
    const mean = months.reduce((sum, value) => sum + value, 0) / MONTHS;
    const deviation = Math.sqrt(months.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (MONTHS - 1));
    const value = sizeOf(figure, countedOn(figure, records, day));
    const spread = T23 * deviation * Math.sqrt(left + left ** 2 / MONTHS);
    return rounded(value + left * mean, spread, value);
  }
  const points = days.slice(1).map((on, n) => ({ x: n + 1 - MONTHS, y: sizeOf(figure, countedOn(figure, records, on)) }));
  const mid = points.reduce((sum, { x }) => sum + x, 0) / MONTHS;
  const height = points.reduce((sum, { y }) => sum + y, 0) / MONTHS;
  const across = points.reduce((sum, { x }) => sum + (x - mid) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - mid) * (y - height), 0) / across;
  const at = (x: number) => height + slope * (x - mid);
  const error = Math.sqrt(points.reduce((sum, { x, y }) => sum + (y - at(x)) ** 2, 0) / (MONTHS - 2));
  return rounded(at(left), T22 * error * Math.sqrt(1 + 1 / MONTHS + (left - mid) ** 2 / across), 0);
}

const rounded = (value: number, spread: number, least: number): Projection => ({ value: Math.round(Math.max(least, value)), low: Math.round(Math.max(least, value - spread)), high: Math.round(value + spread) });
