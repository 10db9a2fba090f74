import { evaluate, type Facts } from '#kernel';
import { newId, type Context } from '#platform';
import { ruleOf, worthOf, type Benefit, type PolicyRule } from '../domain/policy.js';

export interface PolicyRow {
  readonly id: string;
  readonly title: string;
  readonly paper: string;
  readonly opensOn: string;
  readonly rule: unknown;
  readonly benefit: unknown;
}

/** A policy's rule set from its row. */
const policyRule = (policy: PolicyRow) => ruleOf({ ...policy, rule: policy.rule as PolicyRule });

/** Judges a firm's facts by a policy: what it says, and what it comes to in fen (null: no money, undefined: not known). */
export const judgeByPolicy = (policy: PolicyRow, facts: Facts) => ({ facts, explanation: evaluate(policyRule(policy), facts), worth: worthOf(policy.benefit as Benefit, facts) });

type Judged = ReturnType<typeof judgeByPolicy>;

/** A claim's row, with what its rule said and saw. */
export function policyClaimRow(c: Context, policy: PolicyRow, firm: string, on: string, automatic: boolean, { facts, explanation, worth }: Judged) {
  return { districtId: c.district, id: newId(), policyId: policy.id, firmId: firm, automatic, amount: worth ?? 0n, appliedOn: on, explanation: JSON.parse(JSON.stringify(explanation)) as object, facts: { ...facts } as object };
}
