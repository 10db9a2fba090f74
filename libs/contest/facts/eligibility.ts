import { evaluate, localDay, type Explanation, type Facts } from '#kernel';
import type { Tx } from '#platform';
import { ruleOn } from '#rulebook';
import { factsFor, type OwnFacts } from '../domain/entry.js';
import { ageOn, withThresholds } from '../domain/thresholds.js';
import { ELIGIBILITY_RULES } from '../rules/index.js';

interface Asked {
  readonly district: string;
  readonly now: Date;
  readonly call: { readonly id: string; readonly contestId: string; readonly eligibilityRule: string; readonly closesAt: Date; readonly timeZone: string; readonly thresholds: unknown };
  readonly project: string | null;
  readonly facts: Facts;
}

/** How the rule in force judges an entry by what it states and what the service knows; null where no version is in force. */
export async function judgeEligibility(tx: Tx, { district, now, call, project, facts }: Asked): Promise<Explanation | null> {
  const rule = await ruleOn(tx, district, ELIGIBILITY_RULES, call.eligibilityRule, localDay(now, call.timeZone));
  const thresholds = call.thresholds as Facts;
  const known = { ...factsFor(facts, call.closesAt.getUTCFullYear(), await ownFacts(tx, district, call, project)), ...ageOn(facts, thresholds) };
  return rule ? evaluate(withThresholds(rule, thresholds), known) : null;
}

async function ownFacts(tx: Tx, district: string, call: Asked['call'], project: string | null): Promise<OwnFacts> {
  if (project === null) return { 'earlier-awards': 0, 'other-entries-of-organisation': 0, 'has-organisation': false };
  const rows = await tx.$queryRaw<{ awards: number; others: number; organisation: string | null }[]>`
    WITH own AS (SELECT id, organisation_id FROM project WHERE district_id = ${district}::uuid AND id = ${project}::uuid),
    kin AS (SELECT p.id FROM project p, own WHERE p.district_id = ${district}::uuid AND (p.id = own.id OR p.organisation_id = own.organisation_id)),
    contest_name AS (SELECT name FROM contest WHERE district_id = ${district}::uuid AND id = ${call.contestId}::uuid),
    entries AS (
      SELECT e.id, e.project_id, a.state, c.contest_id, t.name FROM entry e JOIN kin ON kin.id = e.project_id
      JOIN aggregate a ON a.district_id = e.district_id AND a.id = e.id
      JOIN call c ON c.district_id = e.district_id AND c.id = e.call_id JOIN contest t ON t.district_id = c.district_id AND t.id = c.contest_id
      WHERE e.district_id = ${district}::uuid)
    SELECT (SELECT count(*) FROM entries, contest_name WHERE state = 'awarded' AND entries.name = contest_name.name AND contest_id <> ${call.contestId}::uuid)::int AS awards,
      (SELECT count(*) FROM entries WHERE contest_id = ${call.contestId}::uuid AND project_id <> ${project}::uuid AND state IN ('submitted', 'returned', 'shortlisted', 'awarded'))::int AS others,
      own.organisation_id AS organisation FROM own`;
  const row = rows[0];
  return { 'earlier-awards': row?.awards ?? 0, 'other-entries-of-organisation': row?.others ?? 0, 'has-organisation': (row?.organisation ?? null) !== null };
}
