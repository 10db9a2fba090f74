import { evaluate, ruleInForce, type Explanation, type Facts, type RuleSet } from '#kernel';
import type { Tx } from '#platform';
import { rulesOf } from '#rulebook';
import { recognitionFacts } from '../domain/recognition-facts.js';
import { RECOGNITION, recognitionRuleOf } from '../rules/recognition.js';
import { reportsOf } from './figures-of.js';

interface PlatformRow {
  readonly districtId: string;
  readonly id: string;
  readonly kind: string;
  readonly field: string | null;
  readonly runningSince: string | null;
  readonly stated: unknown;
}

/** What the rule of a level that is in force on a day says of a platform by these facts; undefined where there is none. */
export function judgedAt(rules: readonly RuleSet[], level: string, platform: PlatformRow, on: string, facts: Facts): Explanation | undefined {
  const rule = ruleInForce(rules, recognitionRuleOf(level, platform.kind, platform.field !== null), on);
  return rule && evaluate(rule, facts);
}

/** The rules of recognition as a district has them. */
export const recognitionRules = (tx: Tx, district: string): Promise<readonly RuleSet[]> => rulesOf(tx, district, RECOGNITION);

/** What the rules of recognition see of a platform on a day, counted from its records; `more` is stated with the question. */
export async function factsOfPlatform(tx: Tx, platform: PlatformRow, today: string, more: Facts = {}): Promise<Facts> {
  const of = { districtId: platform.districtId, platformId: platform.id };
  const [units, staff, mentors, activities, incubatees] = await Promise.all([
    tx.unit.findMany({ where: { ...of, OR: [{ retiredOn: null }, { retiredOn: { gt: today } }] }, include: { leases: { where: { from: { lte: today }, to: { gte: today } } } } }),
    tx.staff.findMany({ where: { ...of, from: { lte: today }, OR: [{ until: null }, { until: { gte: today } }] } }),
    tx.mentor.count({ where: { ...of, from: { lte: today }, OR: [{ until: null }, { until: { gte: today } }] } }),
    tx.activity.findMany({ where: of, select: { on: true } }),
    tx.incubatee.findMany({ where: { districtId: of.districtId, stays: { some: { platformId: of.platformId, from: { lte: today } } } }, include: { stays: { where: { platformId: of.platformId }, orderBy: { from: 'asc' } }, reports: { where: { current: true }, orderBy: { period: 'asc' } }, investments: true } }),
  ]);
  return recognitionFacts({
    ...{ today, runningSince: platform.runningSince, stated: { ...(platform.stated as Facts), ...more }, staff, mentors, activities: activities.map(({ on }) => on) },
    units: units.map(({ use, area, desks, leases }) => ({ use, area, desks, letTo: leases.length > 0 })),
    firms: incubatees.map(({ field, registeredOn, stays, reports, investments }) => ({
      ...{ field, registeredOn, enteredOn: stays[0]!.from, reports: reportsOf(reports) },
      graduatedOn: stays.find(({ ended }) => ended === 'graduated')?.until ?? null,
      here: stays.some(({ from, until }) => from <= today && (until === null || until >= today)),
      investments: investments.map(({ paidOn, instrument }) => ({ on: paidOn, equity: instrument === 'equity' })),
    })),
  });
}
