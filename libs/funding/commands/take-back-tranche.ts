import { takeBackInvestment } from '#incubation';
import { post } from '#ledger';
import { command, newId, Text, today } from '#platform';
import { fundPots, investedIn } from '../domain/fund-pots.js';
import { holdingMachine, noSuchTranche, partGivenUp, trancheNotPaid, trancheTakenBack } from '../domain/holding.js';
import { holdingKind } from './kinds.js';

export class TakeBackTranche {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const takeBackTranche = command({
  name: 'take-back-tranche',
  summary: 'Takes a payment back that was put down by mistake, or has come back: the books show both, and the tranche is due again.',
  on: holdingKind,
  may: 'run',
  target: (input: TakeBackTranche & { holding: string; tranche: string }) => input.holding,
  async decide(c, { tranche: wanted, reason }, { id, aggregate, fundId, projectId, tranches, exits }) {
    const { number, amount, upon, milestoneId, state, investmentId } = tranches.find((one) => one.id === wanted) ?? c.refuse(noSuchTranche);
    if (state !== 'paid') c.refuse(trancheNotPaid, { number });
    if (exits.length > 0) c.refuse(partGivenUp);
    c.move(aggregate, holdingMachine.take('take-back', aggregate.state, {}, [trancheTakenBack({ tranche: wanted, number, amount: Number(amount), reason })]));
    if (investmentId !== null) await takeBackInvestment(c, investmentId, reason);
    await c.tx.tranche.update({ where: c.key(wanted), data: { state: 'cancelled', reason } });
    await c.tx.tranche.create({ data: { districtId: c.district, id: newId(), holdingId: id, number: Math.max(...tranches.map((one) => one.number)) + 1, amount, upon, milestoneId, state: 'due' } });
    const [pots, of] = [fundPots(fundId), { amount, on: await today(c), about: id }];
    await post(c, [
      { from: pots.invested, to: pots.promised, ...of, ground: `tranche:${wanted}:promised` },
      { from: investedIn(projectId), to: pots.cash, ...of, ground: `tranche:${wanted}:back` },
    ]);
  },
});
