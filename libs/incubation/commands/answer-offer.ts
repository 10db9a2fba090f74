import { command, Flag } from '#platform';
import { incubateeMachine, offerAccepted, offerDeclined } from '../domain/incubatee.js';
import { incubateeKind } from './kinds.js';

export class AnswerOffer {
  @Flag() accept!: boolean;
}

export const answerOffer = command({
  name: 'answer-offer',
  summary: 'Accepts or declines the offer of incubation.',
  on: incubateeKind,
  may: 'answer',
  target: (input: AnswerOffer & { incubatee: string }) => input.incubatee,
  async decide(c, { accept }, { aggregate }) {
    c.move(aggregate, incubateeMachine.take(accept ? 'accept' : 'decline', aggregate.state, {}, [accept ? offerAccepted({}) : offerDeclined({})]));
  },
});
