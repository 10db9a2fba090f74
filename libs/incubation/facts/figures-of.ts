import { cadenceOf, monthsOf } from '#kernel';
import type { Tx } from '#platform';
import { figuresOfYear, type Figures, type ReportFacts } from '../domain/figures.js';

/** Reports as they are kept, read as what was reported. */
export const reportsOf = (rows: readonly { readonly period: string; readonly figures: unknown }[]): ReportFacts[] => rows.map(({ period, figures }) => ({ period, figures: figures as Figures }));

/** The reports before a period that it compares with: a year says nothing of what a quarter is like at its end. */
export const earlierThan = (period: string, reports: readonly ReportFacts[]): ReportFacts[] => reports.filter((report) => report.period < period && (cadenceOf(report.period) === 'year') === (cadenceOf(period) === 'year'));

/** What a firm reported of a year, each figure once; nothing where there is no report. */
export async function figuresIn(tx: Tx, district: string, incubatee: string, year: string): Promise<Figures> {
  const rows = await tx.periodicReport.findMany({ where: { districtId: district, incubateeId: incubatee, current: true, period: { startsWith: year } }, orderBy: { period: 'asc' } });
  return figuresOfYear(reportsOf(rows), year);
}

/** How many months of a year a firm has reported. */
export async function monthsReported(tx: Tx, district: string, incubatee: string, year: string): Promise<number> {
  const rows = await tx.periodicReport.findMany({ where: { districtId: district, incubateeId: incubatee, current: true, period: { startsWith: year } }, select: { period: true } });
  return rows.reduce((sum, { period }) => sum + monthsOf(period), 0);
}
