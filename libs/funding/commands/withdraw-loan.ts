import { post } from '#ledger';
import { command, Text, today } from '#platform';
import { loanMachine, loanWithdrawn } from '../domain/loan.js';
import { poolPots } from '../domain/pool.js';
import { loanKind } from './kinds.js';

export class WithdrawLoan {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const withdrawLoan = command({
  name: 'withdraw-loan',
  summary: 'Gives a loan up before it is drawn; what the pool kept ready for it is free again.',
  on: loanKind,
  may: 'withdraw',
  target: (input: WithdrawLoan & { loan: string }) => input.loan,
  async decide(c, { reason }, { id, aggregate, bankId, firm, poolId, reserved }) {
    c.move(aggregate, loanMachine.take('withdraw', aggregate.state, {}, [loanWithdrawn({ bank: bankId, firm, reason })]));
    await c.tx.loan.update({ where: c.key(id), data: { reason, reserved: 0n } });
    const pots = poolPots(poolId);
    await post(c, [{ from: pots.reserved, to: pots.room, amount: reserved, on: await today(c), ground: `unreserve:${id}`, about: id }]);
  },
});
