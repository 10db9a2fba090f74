import { budgetPots, post } from '#ledger';
import { command, today } from '#platform';
import { policyBudgetShort, policyClaimMachine, policyGranted } from '../domain/policy.js';
import { policyClaimKind } from './kinds.js';

export const grantPolicyClaim = command({
  name: 'grant-policy-claim',
  summary: 'Grants a claim to a policy; where it has a budget, the money is promised out of it.',
  on: policyClaimKind,
  may: 'decide',
  target: (input: { claim: string }) => input.claim,
  async decide(c, _, { id, aggregate, amount, firm, policy, automatic }) {
    c.move(aggregate, policyClaimMachine.take('grant', aggregate.state, {}, [policyGranted({ policy: policy.title, firm: firm.name, amount: Number(amount), automatic })]));
    const pots = budgetPots(policy.id);
    if (policy.budgeted) await post(c, [{ from: pots.free, to: pots.promised, amount, on: await today(c), ground: `promise:${id}`, about: id, short: { type: policyBudgetShort, facts: { title: policy.title } } }]);
  },
});
