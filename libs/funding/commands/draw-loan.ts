import { post, inYuan } from '#ledger';
import { Amount, Choice, command, Day, List } from '#platform';
import { loanDrawn, loanMachine, scheduleDiffers, scheduleDisordered, scheduleOf, SCHEDULES, type Due } from '../domain/loan.js';
import { bankPots, owedOf } from '../domain/pool.js';
import { watchNextDue } from '../facts/watch-due.js';
import { loanKind } from './kinds.js';

export class DueInput {
  @Day() dueOn!: string;
  @Amount() principal!: number;
  @Amount() interest!: number;
}

export class DrawLoan {
  @Day() on!: string;
  @Choice(SCHEDULES, { optional: true, description: 'How it is paid back; at-end (interest each quarter) where it is left out' }) way?: (typeof SCHEDULES)[number];
  @List(() => DueInput, { optional: true, max: 120, description: 'The bank’s own schedule, in place of a way' }) dues?: DueInput[];
}

export const drawLoan = command({
  name: 'draw-loan',
  summary: 'Puts down that a loan was paid to the firm, and when it is to be paid back.',
  on: loanKind,
  may: 'answer',
  target: (input: DrawLoan & { loan: string }) => input.loan,
  async decide(c, { on, way = 'at-end', dues }, { id, aggregate, granted, months, rate, bankId, firm, projectId }) {
    c.move(aggregate, loanMachine.take('draw', aggregate.state, {}, [loanDrawn({ bank: bankId, firm, amount: Number(granted), on })]), projectId);
    const amount = granted!;
    const schedule: Due[] = dues ? dues.map(({ dueOn, principal, interest }) => ({ dueOn, principal: BigInt(principal), interest: BigInt(interest) })) : scheduleOf(amount, { from: on, months: months!, rate: rate!, way });
    const sum = schedule.reduce((total, { principal }) => total + principal, 0n);
    if (sum !== amount) c.refuse(scheduleDiffers, { sum: inYuan(sum), amount: inYuan(amount) });
    if (schedule.some(({ dueOn }, n) => dueOn <= (schedule[n - 1]?.dueOn ?? on))) c.refuse(scheduleDisordered);
    const rows = schedule.map((due, n) => ({ districtId: c.district, loanId: id, number: n + 1, ...due }));
    await c.tx.loan.update({ where: c.key(id), data: { drawnOn: on } });
    await c.tx.loanDue.createMany({ data: rows });
    await watchNextDue(c, aggregate, rows, on);
    await post(c, [{ from: bankPots(bankId).lent, to: owedOf({ id, projectId }), amount, on, ground: `draw:${id}`, about: id }]);
  },
});
