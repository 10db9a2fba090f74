import { command, Text } from '#platform';
import { awardDeclined, awardMachine } from '../domain/award.js';
import { awardKind } from './kinds.js';

export class DeclineAward {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const declineAward = command({
  name: 'decline-award',
  summary: 'Puts down that a winner does not take a prize.',
  on: awardKind,
  may: 'pay',
  target: (input: DeclineAward & { award: string }) => input.award,
  async decide(c, { reason }, award) {
    c.move(award.aggregate, awardMachine.take('decline', award.aggregate.state, {}, [awardDeclined({ prize: award.prize, reason })]));
  },
});
