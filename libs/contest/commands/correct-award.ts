import { post } from '#ledger';
import { command, today } from '#platform';
import { awardCorrected, awardMachine } from '../domain/award.js';
import { prizesOf, purseOf } from '../domain/prize-pots.js';
import type { DeclineAward } from './decline-award.js';
import { awardKind } from './kinds.js';

export const correctAward = command({
  name: 'correct-award',
  summary: 'Takes a payment or a refusal of a prize back that was put down by mistake, with a reason; both stay on record.',
  on: awardKind,
  may: 'pay',
  target: (input: DeclineAward & { award: string }) => input.award,
  async decide(c, { reason }, award) {
    c.move(award.aggregate, awardMachine.take('correct', award.aggregate.state, {}, [awardCorrected({ prize: award.prize, reason })]));
    await c.tx.award.update({ where: c.key(award.id), data: { paidOn: null, paidRef: null } });
    if (award.paidOn !== null) await post(c, [{ from: prizesOf(award.entry.projectId), to: purseOf(c.district), amount: award.money, on: await today(c), ground: `award:${award.id}:${award.aggregate.version + 1}`, about: award.id }]);
  },
});
