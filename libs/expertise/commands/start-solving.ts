import { Amount, command, Day, Ref, Text } from '#platform';
import { datesCrossed, introductionChosen, introductionMachine, problemMachine, solverNotTaking, solvingStarted } from '../domain/problem.js';
import { passOthers } from '../facts/pass-others.js';
import { problemKind } from './kinds.js';

export class StartSolving {
  @Ref({ description: 'A solver who has accepted' }) solver!: string;
  @Text({ max: 60, description: 'The agreement’s number' }) number!: string;
  @Amount({ description: 'What the firm pays, in fen' }) amount!: number;
  @Day() from!: string;
  @Day() to!: string;
  @Text({ max: 4000, description: 'What is to be done' }) work!: string;
}

export const startSolving = command({
  name: 'start-solving',
  summary: 'Firm and solver have agreed: who solves it, for what, until when.',
  on: problemKind,
  may: 'describe',
  target: (input: StartSolving & { problem: string }) => input.problem,
  async decide(c, { solver, number, amount, from, to, work }, { id, aggregate, title, introductions }) {
    if (to < from) c.refuse(datesCrossed, { from, to });
    const chosen = introductions.find((one) => one.solverId === solver && one.aggregate.state === 'accepted') ?? c.refuse(solverNotTaking);
    const people = chosen.solver.personId === null ? [] : [chosen.solver.personId];
    c.move(aggregate, problemMachine.take('start', aggregate.state, {}, [solvingStarted({ title, solver, number, amount, people })]));
    c.move(chosen.aggregate, introductionMachine.take('choose', 'accepted', {}, [introductionChosen({ problem: id, solver })]));
    passOthers(c, id, introductions, solver);
    await c.tx.problem.update({ where: c.key(id), data: { solverId: solver, startedOn: from, agreement: { number, amount, from, to, work } } });
  },
});
