import { command, Flag, Text } from '#platform';
import { questionAnswered, questionMachine } from '../domain/question.js';
import { questionKind } from './kinds.js';

export class AnswerQuestion {
  @Text({ max: 5000 }) answer!: string;
  @Flag({ description: 'Whether everyone may read question and answer; who asked is never shown' }) forAll!: boolean;
}

export const answerQuestion = command({
  name: 'answer-question',
  summary: 'Answers a question, for the one who asked or for all; a second answer corrects the first, which stays on record.',
  on: questionKind,
  may: 'answer',
  target: (input: AnswerQuestion & { question: string }) => input.question,
  async decide(c, { answer, forAll }, { id, aggregate, askedBy, call }) {
    c.move(aggregate, questionMachine.take('answer', aggregate.state, {}, [questionAnswered({ call: call.id, callName: call.name, askedBy, forAll })]));
    await c.tx.question.update({ where: c.key(id), data: { answer, forAll, answeredBy: c.person, answeredAt: c.now } });
  },
});
