import { evaluate, type Explanation, type RuleSet } from '#kernel';
import type { Tx } from '#platform';
import { ruleOn } from '#rulebook';
import { graduationFacts } from '../domain/graduation-facts.js';
import { GRADUATION } from '../rules/graduation.js';
import { reportsOf } from './figures-of.js';

/** A firm as the rule of graduation judged it when it graduated, or as it judges it on a day. */
export interface JudgedGraduation {
  readonly id: string;
  readonly project: string;
  readonly firm: string;
  readonly graduated: boolean;
  readonly explanation: Explanation;
}

/** All firms that graduated, and those that are in a platform on a day. */
export async function judgedGraduations(tx: Tx, districtId: string, day: string): Promise<JudgedGraduation[]> {
  const rule = (await ruleOn(tx, districtId, GRADUATION, 'incubator-graduation', day)) as RuleSet;
  const rows = await tx.incubatee.findMany({
    where: { districtId, OR: [{ graduatedOn: { not: null } }, { aggregate: { state: 'admitted' } }] },
    select: { id: true, projectId: true, firm: true, graduation: true, graduatedOn: true, investments: { where: { aggregate: { state: 'paid' } }, select: { amount: true } }, reports: { where: { current: true }, orderBy: { period: 'asc' }, select: { period: true, figures: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, projectId, firm, graduation, graduatedOn, investments, reports }) => ({
    ...{ id, project: projectId, firm: firm ?? '', graduated: graduatedOn !== null },
    explanation: graduatedOn !== null && graduation !== null ? (graduation as unknown as Explanation) : evaluate(rule, graduationFacts({}, investments.map(({ amount }) => amount), reportsOf(reports))),
  }));
}
