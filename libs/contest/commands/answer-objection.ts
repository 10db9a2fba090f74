import { command, Flag, Text } from '#platform';
import { objectionAnswered, objectionDue, objectionMachine } from '../domain/objection.js';
import { objectionKind } from './kinds.js';

export class AnswerObjection {
  @Flag() upheld!: boolean;
  @Text({ min: 10, max: 10_000, description: 'In writing; the objector and, without his name, the entrant read it' }) answer!: string;
}

export const answerObjection = command({
  name: 'answer-objection',
  summary: 'Answers an objection in writing. Where it is right, the office takes the results back, corrects them and announces them anew.',
  on: objectionKind,
  may: 'answer',
  target: (input: AnswerObjection & { objection: string }) => input.objection,
  async decide(c, { upheld, answer }, objection) {
    const { aggregate, callId: call } = objection;
    c.move(aggregate, objectionMachine.take(upheld ? 'uphold' : 'dismiss', aggregate.state, {}, [objectionAnswered({ call, callName: objection.call.name, objector: objection.personId, upheld })]));
    c.forget(aggregate, objectionDue.event);
    await c.tx.objection.update({ where: c.key(objection.id), data: { answer, answeredBy: c.person, answeredAt: c.now } });
  },
});
