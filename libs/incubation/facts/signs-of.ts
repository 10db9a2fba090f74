import { evaluate, gaps, localDay, type RuleSet } from '#kernel';
import type { Prisma, Tx } from '#platform';
import { ruleOn } from '#rulebook';
import { healthFacts, URGENCY } from '../domain/health.js';
import { paceOf } from '../domain/report.js';
import { HEALTH } from '../rules/health.js';
import { reportsOf } from './figures-of.js';

/** What a firm's health is judged by. */
export const WITH_HEALTH = { aggregate: true, platform: true, milestones: { orderBy: { dueOn: 'asc' } }, reports: { where: { current: true }, orderBy: { period: 'asc' } }, stays: { orderBy: { from: 'asc' } }, flagActions: { orderBy: { at: 'asc' } } } as const satisfies Prisma.IncubateeInclude;

type Row = Pick<Prisma.IncubateeGetPayload<{ include: typeof WITH_HEALTH }>, 'aggregate' | 'platform' | 'milestones' | 'reports' | 'flagActions' | 'contractTo'> & { readonly stays: readonly { readonly from: string }[] };

/** A warning sign: what it is, what was seen, and whether something was done about it that holds still. */
export interface Sign {
  readonly flag: string;
  readonly zh: string;
  readonly en: string;
  readonly seen: number | null;
  readonly limit: number;
  readonly unit: string | null;
  readonly quietUntil: string | null;
}

/** The day from which a firm's reports are looked for: it came in, or it was entered here, whichever is later. */
export const reportsSince = ({ aggregate, stays }: { readonly aggregate: { readonly createdAt: Date }; readonly stays: readonly { readonly from: string }[] }, timeZone: string): string => {
  const [came, entered] = [stays[0]?.from ?? '', localDay(aggregate.createdAt, timeZone)];
  return came > entered ? came : entered;
};

/** The rule that says what is a sign in a district on a day. */
export const healthRule = async (tx: Tx, district: string, today: string): Promise<RuleSet> => (await ruleOn(tx, district, HEALTH, 'incubatee-health', today)) as RuleSet;

/** A firm's warning signs on a day, the most pressing first; the rule of that day says what is one. */
export function signsOf(rule: RuleSet, row: Row, today: string, timeZone: string): Sign[] {
  const facts = healthFacts({
    ...{ today, since: reportsSince(row, timeZone), contractTo: row.contractTo ?? today, milestones: row.milestones, reports: reportsOf(row.reports) },
    cadence: paceOf(row.platform),
  });
  const rank = (flag: string) => URGENCY.findIndex((one) => one === flag);
  return gaps(evaluate(rule, facts).root)
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ clause, seen }) => ({
      ...{ flag: clause.metric, zh: clause.zh, en: clause.en, seen: seen as number, limit: clause.threshold as number, unit: clause.unit ?? null },
      quietUntil: row.flagActions.findLast(({ flag, until }) => flag === clause.metric && until > today)?.until ?? null,
    }))
    .sort((a, b) => rank(a.flag) - rank(b.flag));
}
