import { command } from '#platform';
import { judgeMachine, judgeRested } from '../domain/judging.js';
import { judgeKind } from './kinds.js';

export const restJudge = command({
  name: 'rest-judge',
  summary: 'Leaves a judge of the pool out of invitations for now; entering him again asks him again.',
  on: judgeKind,
  may: 'set-up',
  target: (input: { judge: string }) => input.judge,
  async decide(c, _, judge) {
    c.move(judge.aggregate, judgeMachine.take('rest', judge.aggregate.state, {}, [judgeRested({ judge: judge.id })]));
  },
});
