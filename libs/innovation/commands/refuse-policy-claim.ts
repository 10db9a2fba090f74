import { budgetPots, post } from '#ledger';
import { command, Text, today } from '#platform';
import { policyClaimMachine, policyRefused } from '../domain/policy.js';
import { policyClaimKind } from './kinds.js';

export class RefusePolicyClaim {
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const refusePolicyClaim = command({
  name: 'refuse-policy-claim',
  summary: 'Does not grant a claim, or takes the grant back before it is paid; the firm may claim again.',
  on: policyClaimKind,
  may: 'decide',
  target: (input: RefusePolicyClaim & { claim: string }) => input.claim,
  async decide(c, { reason }, { id, aggregate, amount, firm, policy }) {
    c.move(aggregate, policyClaimMachine.take('refuse', aggregate.state, {}, [policyRefused({ policy: policy.title, firm: firm.name, reason })]));
    await c.tx.policyClaim.update({ where: c.key(id), data: { reason, lives: false } });
    const pots = budgetPots(policy.id);
    if (aggregate.state === 'granted' && policy.budgeted) await post(c, [{ from: pots.promised, to: pots.free, amount, on: await today(c), ground: `release:${id}`, about: id }]);
  },
});
