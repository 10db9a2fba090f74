import { command } from '#platform';
import { roundMachine, roundOpened } from '../domain/judging.js';
import { roundKind } from './kinds.js';

export const openRound = command({
  name: 'open-round',
  summary: 'Publishes the assignment: each judge is told and has his sheets.',
  on: roundKind,
  may: 'run',
  target: (input: { round: string }) => input.round,
  async decide(c, _, round) {
    c.move(round.aggregate, roundMachine.take('open', round.aggregate.state, {}, [roundOpened({ call: round.callId, callName: round.call.name })]));
  },
});
