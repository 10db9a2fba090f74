import { command, Prisma, Text } from '#platform';
import { problemMachine, solvingGivenUp } from '../domain/problem.js';
import { passOthers } from '../facts/pass-others.js';
import { problemKind } from './kinds.js';

export class GiveUpSolving {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const giveUpSolving = command({
  name: 'give-up-solving',
  summary: 'It could not be solved this way, or talks came to nothing: the problem is open to others again.',
  on: problemKind,
  may: 'describe',
  target: (input: GiveUpSolving & { problem: string }) => input.problem,
  async decide(c, { reason }, { id, aggregate, title, introductions }) {
    c.move(aggregate, problemMachine.take('give-up', aggregate.state, {}, [solvingGivenUp({ title, reason })]));
    passOthers(c, id, introductions);
    await c.tx.problem.update({ where: c.key(id), data: { solverId: null, introducedOn: null, startedOn: null, agreement: Prisma.DbNull } });
  },
});
