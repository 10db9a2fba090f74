import { budgetPots, post } from '#ledger';
import { command, newId, Text, today } from '#platform';
import { grantMachine, grantMoneyShort, grantPots, instalmentNotPaid, instalmentTakenBack, instalmentUnknown } from '../domain/grant.js';
import { grantKind } from './kinds.js';

export class TakeBackInstalment {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const takeBackInstalment = command({
  name: 'take-back-instalment',
  summary: 'Takes an instalment back that was put down by mistake, as long as it is not spent: the books show both, and it is due again.',
  on: grantKind,
  may: 'pay',
  target: (input: TakeBackInstalment & { grant: string; instalment: string }) => input.grant,
  async decide(c, { instalment: wanted, reason }, { id, aggregate, projectId, title, scheme, instalments }) {
    const { number, amount, upon, state } = instalments.find((one) => one.id === wanted) ?? c.refuse(instalmentUnknown);
    if (state !== 'paid') c.refuse(instalmentNotPaid, { number });
    c.move(aggregate, grantMachine.take('take-back', aggregate.state, {}, [instalmentTakenBack({ title, number, amount: Number(amount), reason })]));
    await c.tx.instalment.update({ where: c.key(wanted), data: { state: 'cancelled', reason } });
    await c.tx.instalment.create({ data: { districtId: c.district, id: newId(), grantId: id, number: Math.max(...instalments.map((one) => one.number)) + 1, amount, upon, state: 'due' } });
    const [pots, of] = [budgetPots(scheme.id), { amount, on: await today(c), about: id }];
    await post(c, [
      { from: pots.paid, to: pots.promised, ...of, ground: `instalment:${wanted}:promised` },
      { from: grantPots({ id, projectId }).unspent, to: pots.purse, ...of, ground: `instalment:${wanted}:back`, short: { type: grantMoneyShort, facts: {} } },
    ]);
  },
});
