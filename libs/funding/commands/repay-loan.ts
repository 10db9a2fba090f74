import { daysAfter } from '#kernel';
import { balanceOf, inYuan, post, type Posting } from '#ledger';
import { Amount, command, Day, newId, Text, today } from '#platform';
import { loanDue, loanMachine, loanRecovered, loanRepaid, overdueOn, owedLess, repaymentKnown } from '../domain/loan.js';
import { bankPots, owedOf, paysInterest, poolPots } from '../domain/pool.js';
import { loanKind } from './kinds.js';

export class RepayLoan {
  @Day() on!: string;
  @Amount() principal!: number;
  @Amount() interest!: number;
  @Text({ max: 100, description: 'The bank’s own number, by which nothing is entered twice' }) reference!: string;
}

export const repayLoan = command({
  name: 'repay-loan',
  summary: 'Puts down what of a loan was paid back. Of what comes back after the pool has paid, the pool gets its share.',
  on: loanKind,
  may: 'answer',
  target: (input: RepayLoan & { loan: string }) => input.loan,
  async decide(c, { on, principal, interest, reference }, { id, aggregate, dues, payments, pool, bankId, projectId, reserved, claimed }) {
    if (payments.some((one) => one.reference === reference)) c.refuse(repaymentKnown, { reference });
    const pot = owedOf({ id, projectId });
    const owed = await balanceOf(c.tx, c.district, pot);
    const [back, left] = [BigInt(principal), owed - BigInt(principal)];
    if (left < 0n) c.refuse(owedLess, { left: inYuan(owed), amount: inYuan(principal) });
    const { state } = aggregate;
    const toPool = state === 'compensated' ? poolShare(back, owed, claimed) : 0n;
    const sum = (of: 'principal' | 'interest') => payments.reduce((total, one) => total + one[of], 0n);
    const paid = { principal: sum('principal') + back, interest: sum('interest') + BigInt(interest) };
    const late = overdueOn(dues, paid, daysAfter(await today(c), -1)) !== null;
    const step = left === 0n ? 'repay' : state === 'compensated' ? 'recover' : state === 'drawn' ? 'pay-part' : late ? 'pay-late' : 'catch-up';
    const event = state === 'compensated' && left > 0n ? loanRecovered({ amount: principal, toPool: Number(toPool), on }) : loanRepaid({ principal, interest, on, left: Number(left) });
    c.move(aggregate, loanMachine.take(step, state, {}, [event]));
    const payment = newId();
    await c.tx.loanPayment.create({ data: { districtId: c.district, id: payment, loanId: id, on, principal: back, interest: BigInt(interest), reference } });
    if (left === 0n) c.forget(aggregate, loanDue.event);
    await c.tx.loan.update({ where: c.key(id), data: { claimed: claimed - toPool, ...(left === 0n && { reserved: 0n }) } });
    const [bank, pots, of] = [bankPots(bankId), poolPots(pool.id), { on, about: id }];
    const postings: Posting[] = [
      { from: pot, to: bank.lent, amount: back, ...of, ground: `repayment:${payment}` },
      { from: paysInterest(projectId), to: bank.interest, amount: BigInt(interest), ...of, ground: `repayment:${payment}:interest` },
      { from: bank.compensated, to: pots.cash, amount: toPool, ...of, ground: `repayment:${payment}:pool` },
      { from: pots.used, to: pots.room, amount: toPool, ...of, ground: `repayment:${payment}:room` },
      ...(left === 0n ? [{ from: pots.reserved, to: pots.room, amount: reserved, ...of, ground: `unreserve:${id}` }] : []),
    ];
    await post(c, postings);
  },
});

/** Of what comes back of a compensated loan the pool gets the part that it has paid of what is owed, rounded down to the fen. */
const poolShare = (back: bigint, owed: bigint, claimed: bigint): bigint => (owed === 0n ? 0n : (back * claimed) / owed);
