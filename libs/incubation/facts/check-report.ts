import { cadenceOf, monthsOf } from '#kernel';
import type { Context } from '#platform';
import type { Figures } from '../domain/figures.js';
import { contradictionsIn, doubtsAbout, doubtWords } from '../domain/report-checks.js';
import { contradicting, doubtful } from '../domain/report.js';
import { reportsOf } from './figures-of.js';

/** Refuses figures that contradict each other, and those far from what was reported before unless they are confirmed. @throws Refused */
export function checkReport(c: Context, period: string, figures: Figures, confirmed: readonly string[], reports: readonly { readonly period: string; readonly figures: unknown }[]): void {
  const wrong = contradictionsIn(figures);
  if (wrong.length > 0) c.refuse(contradicting, { count: wrong.length }, undefined, wrong);
  // A year says nothing of what a quarter is like at its end, but its flows compare by month.
  const before = reportsOf(reports).filter((report) => report.period < period && (cadenceOf(report.period) === 'year') === (cadenceOf(period) === 'year'));
  const doubts = doubtsAbout(figures, monthsOf(period), before.map((report) => ({ figures: report.figures, months: monthsOf(report.period) }))).filter(({ field }) => !confirmed.includes(field));
  if (doubts.length > 0) c.refuse(doubtful, { count: doubts.length }, undefined, doubts.map(doubtWords));
}

/** The figures as they are kept: what was not given is not there. */
export const plain = (figures: object): Record<string, number> => JSON.parse(JSON.stringify(figures)) as Record<string, number>;
