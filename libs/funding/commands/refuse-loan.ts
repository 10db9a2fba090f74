import { command, Text, today } from '#platform';
import { loanMachine, loanRefused } from '../domain/loan.js';
import { loanKind } from './kinds.js';

export class RefuseLoan {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const refuseLoan = command({
  name: 'refuse-loan',
  summary: 'A bank does not grant a loan, and says why.',
  on: loanKind,
  may: 'answer',
  target: (input: RefuseLoan & { loan: string }) => input.loan,
  async decide(c, { reason }, { id, aggregate, bankId, firm }) {
    c.move(aggregate, loanMachine.take('refuse', aggregate.state, {}, [loanRefused({ bank: bankId, firm, reason })]));
    await c.tx.loan.update({ where: c.key(id), data: { reason, answeredOn: await today(c) } });
  },
});
