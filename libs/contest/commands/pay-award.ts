import { post } from '#ledger';
import { command, Day, Text } from '#platform';
import { awardMachine, awardPaid, nothingToPay } from '../domain/award.js';
import { prizesOf, purseOf } from '../domain/prize-pots.js';
import { awardKind } from './kinds.js';

export class PayAward {
  @Day() on!: string;
  @Text({ max: 100, description: 'The voucher or the bank’s number' }) reference!: string;
}

export const payAward = command({
  name: 'pay-award',
  summary: 'Puts down that a prize’s money is paid, when and under which number.',
  on: awardKind,
  may: 'pay',
  target: (input: PayAward & { award: string }) => input.award,
  async decide(c, { on, reference }, award) {
    if (award.money === 0n) c.refuse(nothingToPay);
    c.move(award.aggregate, awardMachine.take('pay', award.aggregate.state, {}, [awardPaid({ prize: award.prize, money: Number(award.money), on, reference })]));
    await c.tx.award.update({ where: c.key(award.id), data: { paidOn: on, paidRef: reference } });
    await post(c, [{ from: purseOf(c.district), to: prizesOf(award.entry.projectId), amount: award.money, on, ground: `award:${award.id}:${award.aggregate.version + 1}`, about: award.id }]);
  },
});
