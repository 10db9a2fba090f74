import { budgetPots, post } from '#ledger';
import { command, Day, Text } from '#platform';
import { policiesTo, policyClaimMachine, policyPaid } from '../domain/policy.js';
import { policyClaimKind } from './kinds.js';

export class PayPolicyClaim {
  @Day() on!: string;
  @Text({ max: 100, description: 'The voucher or the bank’s number' }) reference!: string;
}

export const payPolicyClaim = command({
  name: 'pay-policy-claim',
  summary: 'Pays what was granted under a policy of the district’s own money, once.',
  on: policyClaimKind,
  may: 'pay',
  target: (input: PayPolicyClaim & { claim: string }) => input.claim,
  async decide(c, { on, reference }, { id, aggregate, amount, firm, policy, firmId }) {
    c.move(aggregate, policyClaimMachine.take('pay', aggregate.state, {}, [policyPaid({ policy: policy.title, firm: firm.name, amount: Number(amount), on })]));
    await c.tx.policyClaim.update({ where: c.key(id), data: { paidOn: on, reference } });
    const [pots, of] = [budgetPots(policy.id), { amount, on, about: id }];
    await post(c, [...(policy.budgeted ? [{ from: pots.promised, to: pots.paid, ...of, ground: `policy:${id}:paid` }] : []), { from: pots.purse, to: policiesTo(firmId), ...of, ground: `policy:${id}` }]);
  },
});
