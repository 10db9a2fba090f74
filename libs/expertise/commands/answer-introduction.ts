import { command, Flag, Text, today } from '#platform';
import { introductionAccepted, introductionDeclined, introductionMachine, problemMachine, problemTakenUp } from '../domain/problem.js';
import { introductionKind } from './kinds.js';

export class AnswerIntroduction {
  @Flag() accept!: boolean;
  @Text({ optional: true, max: 1000, description: 'Why not, where he declines' }) reason?: string;
}

export const answerIntroduction = command({
  name: 'answer-introduction',
  summary: 'A solver, or the office for him, says whether he will talk to the firm.',
  on: introductionKind,
  may: 'answer',
  target: (input: AnswerIntroduction & { introduction: string }) => input.introduction,
  async decide(c, { accept, reason = '' }, { aggregate, solver, problem }) {
    const about = { problem: problem.id, solver: solver.id, name: solver.name };
    if (!accept) return c.move(aggregate, introductionMachine.take('decline', aggregate.state, {}, [introductionDeclined({ ...about, reason })]));
    c.move(aggregate, introductionMachine.take('accept', aggregate.state, {}, [introductionAccepted(about)]));
    if (problem.aggregate.state !== 'stated') return;
    const on = await today(c);
    c.move(problem.aggregate, problemMachine.take('introduce', 'stated', {}, [problemTakenUp({ title: problem.title, on })]));
    await c.tx.problem.update({ where: c.key(problem.id), data: { introducedOn: problem.introducedOn ?? on } });
  },
});
