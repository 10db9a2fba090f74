import type { Facts } from '#kernel';

/** What the graduation rule sees: what the office states, the money invested, and the best two consecutive years' revenue (fen). */
export function graduationFacts(stated: Facts, invested: readonly bigint[], reports: readonly { quarter: string; revenue: bigint }[]): Facts {
  const byYear = new Map<number, number>();
  for (const { quarter, revenue } of reports) {
    const year = Number(quarter.slice(0, 4));
    byYear.set(year, (byYear.get(year) ?? 0) + Number(revenue));
  }
  const pairs = [...byYear].map(([year, revenue]) => revenue + (byYear.get(year + 1) ?? 0));
  return {
    'high-tech-enterprise': false,
    'merged-acquired-or-listed': false,
    ...stated,
    'venture-money': invested.reduce((sum, amount) => sum + Number(amount), 0),
    'best-two-years-revenue': Math.max(0, ...pairs),
  };
}
