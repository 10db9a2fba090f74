import { post } from '#ledger';
import { command, Text, today } from '#platform';
import { fundPots } from '../domain/fund-pots.js';
import { holdingMachine, noSuchTranche, trancheCancelled, trancheSettled } from '../domain/holding.js';
import { holdingKind } from './kinds.js';

export class CancelTranche {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const cancelTranche = command({
  name: 'cancel-tranche',
  summary: 'Gives up a tranche that is not paid; its money is free to be promised again.',
  on: holdingKind,
  may: 'run',
  target: (input: CancelTranche & { holding: string; tranche: string }) => input.holding,
  async decide(c, { tranche: wanted, reason }, { id, aggregate, fundId, tranches }) {
    const tranche = tranches.find((one) => one.id === wanted) ?? c.refuse(noSuchTranche);
    if (tranche.state !== 'due') c.refuse(trancheSettled, { number: tranche.number, state: tranche.state });
    c.move(aggregate, holdingMachine.take('cancel', aggregate.state, {}, [trancheCancelled({ tranche: tranche.id, number: tranche.number, amount: Number(tranche.amount), reason })]));
    await c.tx.tranche.update({ where: c.key(tranche.id), data: { state: 'cancelled', reason } });
    const { free, promised } = fundPots(fundId);
    await post(c, [{ from: promised, to: free, amount: tranche.amount, on: await today(c), ground: `cancel:${tranche.id}`, about: id }]);
  },
});
