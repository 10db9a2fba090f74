/** The six intraclass correlations: one judge or the mean of all; judges different for each entry, drawn, or these. */
export interface Intraclass {
  readonly single: { readonly oneWay: number; readonly random: number; readonly fixed: number };
  readonly average: { readonly oneWay: number; readonly random: number; readonly fixed: number };
  readonly entries: number;
  readonly judges: number;
}

/**
 * ICC(1,1), ICC(2,1), ICC(3,1) and ICC(1,k), ICC(2,k), ICC(3,k) of Shrout and Fleiss, "Intraclass correlations: uses in
 * assessing rater reliability", 1979, from a table in which every judge marked every entry; undefined of fewer than two
 * entries or judges.
 *
 * @param table entry after entry, each with the marks of the same judges
 */
export function intraclass(table: readonly (readonly number[])[]): Intraclass | undefined {
  const [n, k] = [table.length, table[0]?.length ?? 0];
  if (n < 2 || k < 2) return undefined;
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const all = mean(table.flat());
  const ofEntry = table.map(mean);
  const ofJudge = Array.from({ length: k }, (_, judge) => mean(table.map((row) => row[judge]!)));
  const square = (values: readonly number[]) => values.reduce((sum, one) => sum + (one - all) ** 2, 0);
  const total = square(table.flat());
  const [between, judges] = [k * square(ofEntry), n * square(ofJudge)];
  const b = between / (n - 1);
  const w = (total - between) / (n * (k - 1));
  const j = judges / (k - 1);
  const e = (total - between - judges) / ((n - 1) * (k - 1));
  return {
    single: { oneWay: (b - w) / (b + (k - 1) * w), random: (b - e) / (b + (k - 1) * e + (k * (j - e)) / n), fixed: (b - e) / (b + (k - 1) * e) },
    average: { oneWay: (b - w) / b, random: (b - e) / (b + (j - e) / n), fixed: (b - e) / b },
    ...{ entries: n, judges: k },
  };
}
