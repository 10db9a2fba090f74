import { evaluate } from '#kernel';
import { newId, type Context } from '#platform';
import { benefitUnknown, policyUnmet, ruleOf, worthOf, type Benefit, type PolicyRule } from '../domain/policy.js';
import type { FirmSeen } from '../domain/firm-seen.js';
import { qualificationFacts } from '../domain/qualification-facts.js';

export interface PolicyRow {
  readonly id: string;
  readonly title: string;
  readonly paper: string;
  readonly opensOn: string;
  readonly rule: unknown;
  readonly benefit: unknown;
}

/** A policy's rule set from its row. */
export const policyRule = (policy: PolicyRow) => ruleOf({ ...policy, rule: policy.rule as PolicyRule });

/** Judges a firm by a policy on a day: what it says and what it comes to, in fen (null: no money). */
export function judgeByPolicy(policy: PolicyRow, firm: FirmSeen, on: string) {
  const facts = qualificationFacts(firm, on);
  return { facts, explanation: evaluate(policyRule(policy), facts), worth: worthOf(policy.benefit as Benefit, facts) };
}

/** A claim's row, with what its rule said and saw. @throws Refused where it does not pass, or what it comes to is not known */
export function policyClaimRow(c: Context, policy: PolicyRow, firm: FirmSeen, on: string, automatic: boolean) {
  const { facts, explanation, worth } = judgeByPolicy(policy, firm, on);
  if (explanation.verdict !== 'pass') c.refuse(policyUnmet, { title: policy.title }, explanation);
  if (worth === undefined) c.refuse(benefitUnknown, { metric: (policy.benefit as { metric?: string }).metric ?? '' });
  return { districtId: c.district, id: newId(), policyId: policy.id, firmId: firm.id, automatic, amount: worth ?? 0n, appliedOn: on, explanation: JSON.parse(JSON.stringify(explanation)) as object, facts: { ...facts } as object };
}
