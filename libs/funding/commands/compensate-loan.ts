import { balancesOf, keyOf, post } from '#ledger';
import { command, Day } from '#platform';
import { loanCompensated, loanDue, loanMachine } from '../domain/loan.js';
import { bankMachine, bankPots, bankStopped, bankWarned, lossRatio, owedOf, poolAtFloor, poolPots } from '../domain/pool.js';
import { loanKind } from './kinds.js';

export class CompensateLoan {
  @Day() on!: string;
}

const LENT = ['drawn', 'overdue', 'compensated', 'repaid', 'closed'];
const LOST = ['compensated', 'closed'];

export const compensateLoan = command({
  name: 'compensate-loan',
  summary: 'The pool pays its share of an overdue loan’s principal; a bank whose losses pass a line is warned, then stopped.',
  on: loanKind,
  may: 'compensate',
  target: (input: CompensateLoan & { loan: string }) => input.loan,
  async decide(c, { on }, { id, aggregate, projectId, pool, bank, firm, reserved }) {
    // Banks' ratios are counted from all their loans: one after the other.
    await c.lock(bank.id);
    const loans = await c.tx.loan.findMany({ where: { districtId: c.district, bankId: bank.id, aggregate: { state: { in: LENT } } }, include: { aggregate: true } });
    const balances = await balancesOf(c.tx, c.district, loans.map((loan) => loan.projectId));
    const owedBy = (loan: { id: string; projectId: string }) => balances.get(keyOf(owedOf(loan))) ?? 0n;
    const owed = owedBy({ id, projectId });
    const paid = (owed * BigInt(pool.share)) / 100n;
    c.move(aggregate, loanMachine.take('compensate', aggregate.state, {}, [loanCompensated({ bank: bank.id, firm, principal: Number(owed), paid: Number(paid), on })]));
    c.forget(aggregate, loanDue.event);
    await c.tx.loan.update({ where: c.key(id), data: { claimed: paid, reserved: 0n } });
    const lent = loans.reduce((sum, { granted }) => sum + granted!, 0n);
    const lost = loans.filter((loan) => loan.id === id || LOST.includes(loan.aggregate.state)).reduce((sum, loan) => sum + owedBy(loan), 0n);
    const loss = lossRatio(lost, lent);
    const { state } = bank.aggregate;
    if (loss >= pool.stopAt && state !== 'stopped') c.move(bank.aggregate, bankMachine.take('stop', state, {}, [bankStopped({ name: bank.name, loss, line: pool.stopAt })]));
    else if (loss >= pool.warnAt && state === 'lending') c.move(bank.aggregate, bankMachine.take('warn', state, {}, [bankWarned({ name: bank.name, loss, line: pool.warnAt })]));
    const [pots, of, fromReserve] = [poolPots(pool.id), { on, about: id }, reserved < paid ? reserved : paid];
    await post(c, [
      { from: pots.cash, to: bankPots(bank.id).compensated, amount: paid, ...of, ground: `compensation:${id}`, short: { type: poolAtFloor, facts: { pool: pool.name } } },
      { from: pots.reserved, to: pots.used, amount: fromReserve, ...of, ground: `compensation:${id}:reserved` },
      { from: pots.room, to: pots.used, amount: paid - fromReserve, ...of, ground: `compensation:${id}:room` },
      { from: pots.reserved, to: pots.room, amount: reserved - fromReserve, ...of, ground: `unreserve:${id}` },
    ]);
    return { paid: Number(paid), borne: Number(owed - paid), loss };
  },
});
