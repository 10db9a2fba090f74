import { budgetPots, post } from '#ledger';
import { command, Day, Text } from '#platform';
import { grantMachine, grantPots, instalmentPaid, instalmentSettled, instalmentUnknown, instalmentWaits } from '../domain/grant.js';
import { grantKind } from './kinds.js';

export class PayInstalment {
  @Day() on!: string;
  @Text({ max: 100, description: 'The voucher or the bank’s number' }) reference!: string;
}

export const payInstalment = command({
  name: 'pay-instalment',
  summary: 'Pays an instalment of a project, once, when what it waits for has come.',
  on: grantKind,
  may: 'pay',
  target: (input: PayInstalment & { grant: string; instalment: string }) => input.grant,
  async decide(c, { instalment: wanted, on, reference }, { id, aggregate, projectId, title, scheme, instalments, midterm }) {
    const { id: instalment, number, amount, state, upon } = instalments.find((one) => one.id === wanted) ?? c.refuse(instalmentUnknown);
    if (state === 'paid') c.refuse(instalmentSettled, { number });
    const passed = (midterm as { passed?: boolean } | null)?.passed === true;
    const accepted = aggregate.state === 'accepted';
    if ((upon === 'midterm' && !passed && !accepted) || (upon === 'acceptance' && !accepted)) c.refuse(instalmentWaits, { number, upon });
    c.move(aggregate, grantMachine.take('pay', aggregate.state, {}, [instalmentPaid({ title, number, amount: Number(amount), on, reference })]));
    await c.tx.instalment.update({ where: c.key(instalment), data: { state: 'paid', paidOn: on, reference } });
    const [pots, of] = [budgetPots(scheme.id), { amount, on, about: id }];
    await post(c, [
      { from: pots.promised, to: pots.paid, ...of, ground: `instalment:${instalment}:paid` },
      { from: pots.purse, to: grantPots({ id, projectId }).unspent, ...of, ground: `instalment:${instalment}` },
    ]);
  },
});
