import { balanceOf } from '#ledger';
import { command, Text } from '#platform';
import { loanClosed, loanMachine } from '../domain/loan.js';
import { owedOf } from '../domain/pool.js';
import { loanKind } from './kinds.js';

export class CloseLoan {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const closeLoan = command({
  name: 'close-loan',
  summary: 'Puts down that nothing more will come back of a loan that the pool has paid for.',
  on: loanKind,
  may: 'compensate',
  target: (input: CloseLoan & { loan: string }) => input.loan,
  async decide(c, { reason }, { id, projectId, aggregate }) {
    const left = Number(await balanceOf(c.tx, c.district, owedOf({ id, projectId })));
    c.move(aggregate, loanMachine.take('close', aggregate.state, {}, [loanClosed({ left, reason })]));
    await c.tx.loan.update({ where: c.key(id), data: { reason } });
  },
});
