import { recordInvestment, firmOf } from '#incubation';
import { post } from '#ledger';
import { command, Day, Text } from '#platform';
import { fundPots, investedIn } from '../domain/fund-pots.js';
import { holdingMachine, milestoneOpen, noSuchTranche, tranchePaid, trancheSettled } from '../domain/holding.js';
import { fundCashShort } from '../domain/seed-fund.js';
import type { TermSheet } from '../domain/term-sheet.js';
import { holdingKind } from './kinds.js';

export class PayTranche {
  @Day() on!: string;
  @Text({ max: 100, description: 'The voucher or the bank’s number' }) reference!: string;
}

export const payTranche = command({
  name: 'pay-tranche',
  summary: 'Pays a tranche, once, when the milestone that it waits for is reached.',
  on: holdingKind,
  may: 'run',
  target: (input: PayTranche & { holding: string; tranche: string }) => input.holding,
  async decide(c, { tranche: wanted, on, reference }, { id, aggregate, fund, projectId, tranches, terms }) {
    const tranche = tranches.find((one) => one.id === wanted) ?? c.refuse(noSuchTranche);
    if (tranche.state !== 'due') c.refuse(trancheSettled, { number: tranche.number, state: tranche.state });
    if (tranche.milestoneId !== null) {
      const milestone = (await firmOf(c.tx, c.district, projectId))?.milestones.find((one) => one.id === tranche.milestoneId);
      if (!milestone || milestone.reachedOn === null) c.refuse(milestoneOpen, { number: tranche.number, milestone: milestone?.title ?? tranche.milestoneId });
    }
    c.move(aggregate, holdingMachine.take('pay', aggregate.state, {}, [tranchePaid({ tranche: tranche.id, number: tranche.number, amount: Number(tranche.amount), on, reference })]));
    const investmentId = await recordInvestment(c, { fund: fund.id, project: projectId, amount: tranche.amount, instrument: (terms as unknown as TermSheet).instrument, on });
    await c.tx.tranche.update({ where: c.key(tranche.id), data: { state: 'paid', paidOn: on, reference, investmentId } });
    const [pots, of] = [fundPots(fund.id), { amount: tranche.amount, on, about: id }];
    await post(c, [
      { from: pots.promised, to: pots.invested, ...of, ground: `tranche:${tranche.id}:invested` },
      { from: pots.cash, to: investedIn(projectId), ...of, ground: `tranche:${tranche.id}`, short: { type: fundCashShort, facts: { fund: fund.name } } },
    ]);
  },
});
