import type { Figures, ReportFacts } from '../domain/figures.js';

/** Reports as they are kept, read as what was reported. */
export const reportsOf = (rows: readonly { readonly period: string; readonly figures: unknown }[]): ReportFacts[] => rows.map(({ period, figures }) => ({ period, figures: figures as Figures }));
