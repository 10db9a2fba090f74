import { reaction } from '#platform';
import { daysAfter } from '#kernel';
import { loanKind } from '../commands/kinds.js';
import { loanDue, loanMachine, loanOverdue, overdueOn } from '../domain/loan.js';
import { watchNextDue } from '../facts/watch-due.js';

export const checkDue = reaction({
  name: 'check-due',
  summary: 'When a day has ended on which something of a loan was due: it is overdue where that is not paid; sets the next alarm.',
  on: [loanDue],
  async react(c, { aggregate: id, payload: { dueOn } }) {
    await c.lock(id);
    const loan = await loanKind.find(c.tx, c.key(id));
    if (!loan || (loan.aggregate.state !== 'drawn' && loan.aggregate.state !== 'overdue')) return;
    const { aggregate, bankId, firm, dues, payments } = loan;
    const sum = (of: 'principal' | 'interest') => payments.reduce((total, one) => total + one[of], 0n);
    const late = overdueOn(dues, { principal: sum('principal'), interest: sum('interest') }, dueOn);
    if (late && aggregate.state === 'drawn') c.move(aggregate, loanMachine.take('fall-overdue', aggregate.state, {}, [loanOverdue({ bank: bankId, firm, dueOn: late.dueOn, principal: Number(late.principal), interest: Number(late.interest) })]));
    await watchNextDue(c, aggregate, dues, daysAfter(dueOn, 1));
  },
});
