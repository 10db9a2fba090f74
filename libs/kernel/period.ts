import { lastDayOf, quarterOf, quartersAfter } from './quarter.js';

/** How often something is reported. A period is written 2027-05, 2027-Q2 or 2027. */
export const CADENCES = ['month', 'quarter', 'year'] as const;
export type Cadence = (typeof CADENCES)[number];

export const PERIOD = /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/;

export const cadenceOf = (period: string): Cadence => (period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : 'month');

/** The period of a cadence that a day lies in. */
export const periodOf = (day: string, cadence: Cadence): string => (cadence === 'year' ? day.slice(0, 4) : cadence === 'month' ? day.slice(0, 7) : quarterOf(day));

export function nextPeriod(period: string): string {
  if (period.length === 4) return String(Number(period) + 1).padStart(4, '0');
  if (period.includes('Q')) return quartersAfter(period, 1);
  const month = Number(period.slice(5));
  return month === 12 ? `${String(Number(period.slice(0, 4)) + 1).padStart(4, '0')}-01` : `${period.slice(0, 5)}${String(month + 1).padStart(2, '0')}`;
}

export function firstDayOfPeriod(period: string): string {
  if (period.length === 4) return `${period}-01-01`;
  return period.includes('Q') ? `${period.slice(0, 5)}${String(Number(period.slice(6)) * 3 - 2).padStart(2, '0')}-01` : `${period}-01`;
}

/** The last day of a period, YYYY-MM-DD. */
export function lastDayOfPeriod(period: string): string {
  if (period.length === 4) return `${period}-12-31`;
  return period.includes('Q') ? lastDayOf(period) : new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 0)).toISOString().slice(0, 10);
}

/** Whether two periods have a day in common. */
export const periodsOverlap = (a: string, b: string): boolean => firstDayOfPeriod(a) <= lastDayOfPeriod(b) && firstDayOfPeriod(b) <= lastDayOfPeriod(a);

/** How many months a period has. */
export const monthsOf = (period: string): number => ({ month: 1, quarter: 3, year: 12 })[cadenceOf(period)];
