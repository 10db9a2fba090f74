import { evaluate, inForceOn, ruleInForce, type RuleSet, type Versioned } from '#kernel';
import { insertMany, today, type Context } from '#platform';
import { ABOVE_SCALE, aboveScaleKey } from '#landing';
import { rulesOf } from '#rulebook';
import { assess, type FirmRules } from '../domain/assess.js';
import { gapsByEffort } from '../domain/effort.js';
import type { FirmSeen } from '../domain/firm-seen.js';
import { innovationPoints } from '../domain/points.js';
import { policyKey } from '../domain/policy.js';
import { qualificationFacts } from '../domain/qualification-facts.js';
import { CERTIFICATE_KEYS } from '../rules/certificates.js';
import { POINTS, POINTS_RULE, type PointsTable } from '../rules/points.js';
import { judgeByPolicy, type PolicyRow } from './claim-of-policy.js';
import { firmRules } from './firm-rules.js';
import { firmsSeen } from './firms-seen.js';

const AT_ONCE = 250;
/** As many as a list shows; the whole is worked out when a firm is looked at. */
const MOST_GAPS = 12;

interface Outcome {
  readonly rule: string;
  readonly version: string;
  readonly verdict: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly gaps: readonly object[];
}

interface Rules {
  readonly titles: FirmRules;
  readonly scales: readonly RuleSet[];
  readonly points: readonly Versioned<PointsTable>[];
}

/** Everything that rules say of a firm on a day. */
function outcomesOf(firm: FirmSeen, on: string, policies: readonly PolicyRow[], { titles: rules, scales, points: tables }: Rules): Outcome[] {
  const facts = qualificationFacts(firm, on);
  const titles = CERTIFICATE_KEYS.flatMap((key): Outcome[] => {
    const assessed = assess(rules, key, facts, 'first', on);
    return assessed ? [{ rule: key, version: assessed.version, verdict: assessed.verdict, low: assessed.score?.low ?? null, high: assessed.score?.high ?? null, gaps: assessed.gaps.slice(0, MOST_GAPS).map((gap) => (gap.metric === 'points' ? { ...gap, way: assessed.ways[0] ?? null } : gap)) }] : [];
  });
  const scale = firm.industry === null ? undefined : ruleInForce(scales, aboveScaleKey(firm.industry), on);
  const scaled = scale && evaluate(scale, facts);
  const table = inForceOn(tables, on);
  const points = table && innovationPoints(table, facts);
  return [
    ...titles,
    ...(scaled ? [{ rule: 'above-scale', version: scaled.version, verdict: scaled.verdict, low: null, high: null, gaps: gapsByEffort(scaled) }] : []),
    ...policies.map((policy) => {
      const { explanation } = judgeByPolicy(policy, facts);
      return { rule: policyKey(policy.id), version: policy.paper, verdict: explanation.verdict, low: null, high: null, gaps: gapsByEffort(explanation).slice(0, MOST_GAPS) };
    }),
    ...(points ? [{ rule: POINTS_RULE, version: points.version, verdict: points.stage, low: points.points, high: points.points, gaps: [] }] : []),
  ];
}

/** Judges firms by the rules of today, for the lists. */
export async function assessFirms(c: Context, ids: readonly string[]): Promise<void> {
  const on = await today(c);
  const policies = await c.tx.policy.findMany({ where: { districtId: c.district, aggregate: { state: 'published' } } });
  const rules = { titles: await firmRules(c.tx, c.district), scales: await rulesOf(c.tx, c.district, ABOVE_SCALE), points: await rulesOf(c.tx, c.district, POINTS) };
  for (let n = 0; n < ids.length; n += AT_ONCE) {
    const firms = await firmsSeen(c.tx, c.district, ids.slice(n, n + AT_ONCE));
    await c.tx.assessment.deleteMany({ where: { districtId: c.district, firmId: { in: [...ids.slice(n, n + AT_ONCE)] } } });
    await insertMany(
      c.tx,
      'assessment',
      { district_id: 'uuid', firm_id: 'uuid', rule: 'text', version: 'text', on: 'text', verdict: 'text', low: 'float8', high: 'float8', gaps: 'jsonb', at: 'timestamptz' },
      firms.flatMap((firm) => outcomesOf(firm, on, policies, rules).map(({ rule, version, verdict, low, high, gaps }) => [c.district, firm.id, rule, version, on, verdict, low?.toString() ?? null, high?.toString() ?? null, JSON.stringify(gaps), c.now.toISOString()])),
    );
  }
}
