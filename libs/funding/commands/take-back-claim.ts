import { budgetPots, post } from '#ledger';
import { command, Text, today } from '#platform';
import { claimMachine, subsidiesTo, subsidyTakenBack } from '../domain/subsidy.js';
import { claimKind } from './kinds.js';

export class TakeBackClaim {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const takeBackClaim = command({
  name: 'take-back-claim',
  summary: 'Takes a subsidy’s payment back that was a mistake, or was given back: the books show both, and its ground may be claimed again.',
  on: claimKind,
  may: 'pay',
  target: (input: TakeBackClaim & { claim: string }) => input.claim,
  async decide(c, { reason }, { id, aggregate, firm, ground, amount, subsidy, projectId }) {
    c.move(aggregate, claimMachine.take('take-back', aggregate.state, {}, [subsidyTakenBack({ firm, ground, amount: Number(amount), reason })]));
    await c.tx.subsidyClaim.update({ where: c.key(id), data: { reason, lives: false } });
    const [pots, of] = [budgetPots(subsidy.id), { amount, on: await today(c), about: id }];
    await post(c, [
      { from: pots.paid, to: pots.free, ...of, ground: `subsidy:${id}:free` },
      { from: subsidiesTo(projectId), to: pots.purse, ...of, ground: `subsidy:${id}:back` },
    ]);
  },
});
