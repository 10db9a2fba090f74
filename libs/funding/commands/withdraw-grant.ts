import { budgetPots, post } from '#ledger';
import { command, Text, today } from '#platform';
import { grantMachine, grantWithdrawn } from '../domain/grant.js';
import { grantKind } from './kinds.js';

export class WithdrawGrant {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const withdrawGrant = command({
  name: 'withdraw-grant',
  summary: 'A firm takes its project back before both have signed; what was promised is free again.',
  on: grantKind,
  may: 'withdraw',
  target: (input: WithdrawGrant & { grant: string }) => input.grant,
  async decide(c, { reason }, { id, aggregate, title, scheme, approved }) {
    c.move(aggregate, grantMachine.take('withdraw', aggregate.state, {}, [grantWithdrawn({ title, reason })]));
    await c.tx.projectGrant.update({ where: c.key(id), data: { reason } });
    await c.tx.instalment.updateMany({ where: { districtId: c.district, grantId: id }, data: { state: 'cancelled' } });
    const pots = budgetPots(scheme.id);
    await post(c, [{ from: pots.promised, to: pots.free, amount: approved ?? 0n, on: await today(c), ground: `release:${id}`, about: id }]);
  },
});
