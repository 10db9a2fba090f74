import { daysBetween } from '#kernel';
import { command, Day, notAhead, Text, Whole } from '#platform';
import { datesCrossed, problemMachine, problemSolved } from '../domain/problem.js';
import { problemKind } from './kinds.js';

export class AcceptSolution {
  @Day() on!: string;
  @Text({ min: 2, max: 8000, description: 'How it was solved; later matches read it' }) solution!: string;
  @Whole({ min: 1, max: 5, description: 'How satisfied the firm is' }) rating!: number;
}

export const acceptSolution = command({
  name: 'accept-solution',
  summary: 'The firm accepts the solution of its problem; the time it took is counted from the day it was stated.',
  on: problemKind,
  may: 'accept',
  target: (input: AcceptSolution & { problem: string }) => input.problem,
  async decide(c, { on, solution, rating }, { id, aggregate, title, statedOn, solverId, introductions }) {
    await notAhead(c, on);
    if (on < statedOn) c.refuse(datesCrossed, { from: statedOn, to: on });
    const person = introductions.find((one) => one.solverId === solverId)?.solver.personId;
    c.move(aggregate, problemMachine.take('accept', aggregate.state, {}, [problemSolved({ title, solver: solverId ?? '', days: daysBetween(statedOn, on), rating, people: person == null ? [] : [person] })]));
    await c.tx.problem.update({ where: c.key(id), data: { solvedOn: on, solution, rating } });
  },
});
