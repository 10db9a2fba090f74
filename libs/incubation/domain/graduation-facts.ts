import type { Facts } from '#kernel';
import { figuresOfYear, type ReportFacts } from './figures.js';

/** What the graduation rule sees: what the office states, the money invested, and the best two consecutive years' revenue (fen). */
export function graduationFacts(stated: Facts, invested: readonly bigint[], reports: readonly ReportFacts[]): Facts {
  const years = [...new Set(reports.map(({ period }) => period.slice(0, 4)))];
  const byYear = new Map(years.map((year) => [Number(year), figuresOfYear(reports, year).revenue ?? 0]));
  const pairs = [...byYear].map(([year, revenue]) => revenue + (byYear.get(year + 1) ?? 0));
  const reported = reports.reduce((sum, { figures }) => sum + (figures.funding ?? 0), 0);
  return {
    'high-tech-enterprise': false,
    'merged-acquired-or-listed': false,
    ...stated,
    // A firm's own figure holds the district's investments too: the greater of the two, never both.
    'venture-money': Math.max(reported, invested.reduce((sum, amount) => sum + Number(amount), 0)),
    'best-two-years-revenue': Math.max(0, ...pairs),
  };
}
