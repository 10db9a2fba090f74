import type { Table } from '#platform';

/** A loan as totals see it. Fen. */
export interface LoanSeen {
  readonly project: string;
  readonly bank: string;
  readonly grade: string;
  readonly appliedOn: string;
  readonly asked: number;
  readonly granted: number;
  readonly owed: number;
  readonly claimed: number;
  readonly state: string;
}

const ACCEPTED = ['accepted', 'drawn', 'overdue', 'compensated', 'repaid', 'closed'];
const LENT = ACCEPTED.filter((state) => state !== 'accepted');
const LOST = ['compensated', 'closed'];

/** How many firms asked for, were granted and were lent how much; what is owed, overdue, lost, and paid by the pool. */
export function loanTotals(loans: readonly LoanSeen[]) {
  const of = (wanted: readonly LoanSeen[], amount: (loan: LoanSeen) => number) => ({ firms: new Set(wanted.map(({ project }) => project)).size, loans: wanted.length, amount: wanted.reduce((sum, loan) => sum + amount(loan), 0) });
  const within = (states: readonly string[]) => loans.filter(({ state }) => states.includes(state));
  return {
    asked: of(loans, ({ asked }) => asked),
    // A firm that gave its loan up after it was granted was granted it all the same.
    accepted: of(loans.filter(({ granted }) => granted > 0), ({ granted }) => granted),
    lent: of(within(LENT), ({ granted }) => granted),
    owed: loans.reduce((sum, { owed }) => sum + owed, 0),
    overdue: of(within(['overdue']), ({ owed }) => owed),
    lost: within(LOST).reduce((sum, { owed }) => sum + owed, 0),
    poolBears: loans.reduce((sum, { claimed }) => sum + claimed, 0),
  };
}

type Totals = ReturnType<typeof loanTotals>;

/** Totals as a table to take away: a line in all, by bank, grade and year. Yuan. */
export function totalsTable({ all, byBank, byGrade, byYear }: { all: Totals; byBank: readonly (Totals & { name: string })[]; byGrade: readonly (Totals & { value: string })[]; byYear: readonly (Totals & { value: string })[] }): Table {
  const line = (label: string, { asked, accepted, lent, owed, overdue, lost, poolBears }: Totals) => [label, asked.firms, asked.amount / 100, accepted.firms, accepted.amount / 100, lent.firms, lent.amount / 100, owed / 100, overdue.amount / 100, lost / 100, poolBears / 100];
  return {
    name: '贷款汇总',
    columns: ['', '申请户数', '申请金额（元）', '受理户数', '受理金额（元）', '放款户数', '放款金额（元）', '余额（元）', '逾期（元）', '损失（元）', '风险池承担（元）'],
    rows: [line('合计', all), ...byBank.map((one) => line(`银行 ${one.name}`, one)), ...byGrade.map((one) => line(`等级 ${one.value}`, one)), ...byYear.map((one) => line(`${one.value} 年`, one))],
  };
}
