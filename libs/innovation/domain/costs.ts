/** What is known of one project in one year, or (jobs) on the day, from one source. Money in fen. */
export interface ProjectAmount {
  readonly project: string;
  readonly source: string;
  readonly year: string;
  readonly amount: number;
}

/** Money that the public paid to firms. */
export const PUBLIC_MONEY = ['prize', 'investment', 'instalment', 'subsidy', 'policy'];
/** Where a firm's tax is reported: of one year the largest counts, since a firm may report in several ways. */
export const TAX = ['report', 'yield', 'firm-figure'];
export const JOBS = ['report-staff', 'yield-jobs'];

interface ProjectCost {
  readonly project: string;
  readonly money: number;
  readonly tax: number;
  readonly jobs: number;
}

export interface Costs {
  readonly projects: readonly ProjectCost[];
  readonly money: number;
  readonly tax: number;
  readonly jobs: number;
  /** Fen of public money a job; null: no job. */
  readonly perJob: number | null;
  /** Public money for each yuan of tax, to the hundredth; null: no tax. */
  readonly perTax: number | null;
}

/** What projects that were paid public money came to: jobs on the day and tax of all years. */
export function costsOf(amounts: readonly ProjectAmount[]): Costs {
  const projects = [...Map.groupBy(amounts, ({ project }) => project)]
    .map(([project, own]): ProjectCost => ({
      project,
      money: sum(own.filter(({ source }) => PUBLIC_MONEY.includes(source))),
      tax: [...Map.groupBy(own.filter(({ source }) => TAX.includes(source)), ({ year }) => year).values()].reduce((all, year) => all + largest(year), 0),
      jobs: largest(own.filter(({ source }) => JOBS.includes(source))),
    }))
    .filter(({ money }) => money > 0)
    .sort((a, b) => b.money - a.money || (a.project < b.project ? -1 : 1));
  const [money, tax, jobs] = [sum(projects.map((one) => ({ amount: one.money }))), sum(projects.map((one) => ({ amount: one.tax }))), sum(projects.map((one) => ({ amount: one.jobs })))];
  return { projects, money, tax, jobs, perJob: jobs > 0 ? Math.round(money / jobs) : null, perTax: tax > 0 ? Math.round((100 * money) / tax) / 100 : null };
}

const sum = (rows: readonly { readonly amount: number }[]): number => rows.reduce((all, { amount }) => all + amount, 0);

/** The largest total that any one source gives. */
function largest(rows: readonly ProjectAmount[]): number {
  const totals = [...Map.groupBy(rows, ({ source }) => source).values()].map(sum);
  return Math.max(0, ...totals);
}
