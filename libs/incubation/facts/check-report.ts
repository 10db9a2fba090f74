import { monthsOf } from '#kernel';
import type { Context } from '#platform';
import type { Figures } from '../domain/figures.js';
import { contradictionsIn, doubtsAbout, doubtWords, type Doubt } from '../domain/report-checks.js';
import { contradicting, doubtful } from '../domain/report.js';
import { earlierThan, reportsOf } from './figures-of.js';

/** The figures of a period that are far from those reported before it. */
export function doubtsOf(period: string, figures: Figures, reports: readonly { readonly period: string; readonly figures: unknown }[]): Doubt[] {
  const before = earlierThan(period, reportsOf(reports));
  return doubtsAbout(figures, monthsOf(period), before.map((report) => ({ figures: report.figures, months: monthsOf(report.period) })));
}

/** Refuses figures that contradict each other, and those far from what was reported before unless they are confirmed. @throws Refused */
export function checkReport(c: Context, period: string, figures: Figures, confirmed: readonly string[], reports: readonly { readonly period: string; readonly figures: unknown }[]): void {
  const wrong = contradictionsIn(figures);
  if (wrong.length > 0) c.refuse(contradicting, { count: wrong.length }, undefined, wrong);
  const doubts = doubtsOf(period, figures, reports).filter(({ field }) => !confirmed.includes(field));
  if (doubts.length > 0) c.refuse(doubtful, { count: doubts.length }, undefined, doubts.map(doubtWords));
}

/** The figures as they are kept: what was not given is not there. */
export const plain = (figures: object): Record<string, number> => JSON.parse(JSON.stringify(figures)) as Record<string, number>;
