import { balancesOf, inYuan, keyOf, post } from '#ledger';
import { Amount, command, Quantity, today, Whole } from '#platform';
import { loanAccepted, loanMachine, moreThanAsked, overLimit } from '../domain/loan.js';
import { bankIsStopped, owedOf, poolPots, poolRoomShort, reserveFor } from '../domain/pool.js';
import { loanKind } from './kinds.js';

export class AcceptLoan {
  @Amount({ min: 1 }) granted!: number;
  @Quantity({ max: 36, description: 'Percent a year' }) rate!: number;
  @Whole({ min: 1, max: 120 }) months!: number;
}

const LIVE = ['accepted', 'drawn', 'overdue', 'compensated'];

export const acceptLoan = command({
  name: 'accept-loan',
  summary: 'A bank grants a loan: within the firm’s limit, and only where the pool can keep its share ready.',
  on: loanKind,
  may: 'answer',
  target: (input: AcceptLoan & { loan: string }) => input.loan,
  async decide(c, { granted, rate, months }, loan) {
    const { id, aggregate, pool, bank, projectId, firm } = loan;
    if (bank.aggregate.state === 'stopped') c.refuse(bankIsStopped, { bank: bank.name });
    if (BigInt(granted) > loan.asked) c.refuse(moreThanAsked, { granted: inYuan(granted), asked: inYuan(loan.asked) });
    await c.lock(projectId);
    const others = await c.tx.loan.findMany({ where: { districtId: c.district, projectId, id: { not: id }, aggregate: { state: { in: LIVE } } }, include: { aggregate: true } });
    const owed = await balancesOf(c.tx, c.district, [projectId]);
    const used = others.reduce((sum, one) => sum + (one.aggregate.state === 'accepted' ? one.granted! : (owed.get(keyOf(owedOf(one))) ?? 0n)), 0n);
    if (used + BigInt(granted) > loan.limit) c.refuse(overLimit, { grade: loan.grade, limit: inYuan(loan.limit), used: inYuan(used), amount: inYuan(granted) });
    const [reserved, on, pots] = [reserveFor(BigInt(granted), pool), await today(c), poolPots(pool.id)];
    c.move(aggregate, loanMachine.take('accept', aggregate.state, {}, [loanAccepted({ bank: bank.id, firm, granted, reserved: Number(reserved) })]));
    await c.tx.loan.update({ where: c.key(id), data: { granted: BigInt(granted), rate: Math.round(rate * 100), months, reserved, answeredOn: on } });
    await post(c, [{ from: pots.room, to: pots.reserved, amount: reserved, on, ground: `reserve:${id}`, about: id, least: 0n, short: { type: poolRoomShort, facts: { pool: pool.name } } }]);
  },
});
