import { budgetPots, post } from '#ledger';
import { command, Day, Text } from '#platform';
import { claimMachine, subsidiesTo, subsidyPaid } from '../domain/subsidy.js';
import { claimKind } from './kinds.js';

export class PayClaim {
  @Day() on!: string;
  @Text({ max: 100, description: 'The voucher or the bank’s number' }) reference!: string;
}

export const payClaim = command({
  name: 'pay-claim',
  summary: 'Pays a subsidy that was granted, once.',
  on: claimKind,
  may: 'pay',
  target: (input: PayClaim & { claim: string }) => input.claim,
  async decide(c, { on, reference }, { id, aggregate, firm, ground, amount, subsidy, projectId }) {
    c.move(aggregate, claimMachine.take('pay', aggregate.state, {}, [subsidyPaid({ firm, ground, amount: Number(amount), on, reference })]));
    await c.tx.subsidyClaim.update({ where: c.key(id), data: { paidOn: on, reference } });
    const [pots, of] = [budgetPots(subsidy.id), { amount, on, about: id }];
    await post(c, [
      { from: pots.promised, to: pots.paid, ...of, ground: `subsidy:${id}:paid` },
      { from: pots.purse, to: subsidiesTo(projectId), ...of, ground: `subsidy:${id}` },
    ]);
  },
});
