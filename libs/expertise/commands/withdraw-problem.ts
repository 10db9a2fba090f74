import { command, Text } from '#platform';
import { problemMachine, problemWithdrawn } from '../domain/problem.js';
import { passOthers } from '../facts/pass-others.js';
import { problemKind } from './kinds.js';

export class WithdrawProblem {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const withdrawProblem = command({
  name: 'withdraw-problem',
  summary: 'A firm takes its problem back.',
  on: problemKind,
  may: 'withdraw',
  target: (input: WithdrawProblem & { problem: string }) => input.problem,
  async decide(c, { reason }, { id, aggregate, title, introductions }) {
    c.move(aggregate, problemMachine.take('withdraw', aggregate.state, {}, [problemWithdrawn({ title, reason })]));
    passOthers(c, id, introductions);
    await c.tx.problem.update({ where: c.key(id), data: { reason } });
  },
});
