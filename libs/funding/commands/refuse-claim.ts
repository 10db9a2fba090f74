import { budgetPots, post } from '#ledger';
import { command, Text, today } from '#platform';
import { claimMachine, subsidyRefused } from '../domain/subsidy.js';
import { claimKind } from './kinds.js';

export class RefuseClaim {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const refuseClaim = command({
  name: 'refuse-claim',
  summary: 'Does not grant a subsidy, or takes the grant back before it is paid; its ground may be claimed again.',
  on: claimKind,
  may: 'decide',
  target: (input: RefuseClaim & { claim: string }) => input.claim,
  async decide(c, { reason }, { id, aggregate, firm, ground, amount, subsidy }) {
    c.move(aggregate, claimMachine.take('refuse', aggregate.state, {}, [subsidyRefused({ firm, ground, reason })]));
    await c.tx.subsidyClaim.update({ where: c.key(id), data: { reason, lives: false } });
    if (aggregate.state !== 'granted') return;
    const pots = budgetPots(subsidy.id);
    await post(c, [{ from: pots.promised, to: pots.free, amount, on: await today(c), ground: `release:${id}`, about: id }]);
  },
});
