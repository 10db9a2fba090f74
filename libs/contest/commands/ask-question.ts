import { command, holds, newId, Text } from '#platform';
import { questionAsked, questionMachine } from '../domain/question.js';
import { callKind, questionKind } from './kinds.js';

export class AskQuestion {
  @Text({ min: 2, max: 2000 }) text!: string;
}

export const askQuestion = command({
  name: 'ask-question',
  summary: 'Asks the office about a call: a judge asks the judging desk, anyone else the contestants’ desk.',
  on: callKind,
  may: 'enter',
  exclusive: false,
  target: (input: AskQuestion & { call: string }) => input.call,
  async decide(c, { text }, call) {
    const id = newId();
    const desk = holds(c.actor, 'judge', call.id) ? 'judging' : 'contestants';
    c.create(questionKind.kind, questionMachine.begin(questionAsked({ call: call.id, callName: call.name, desk })), { id });
    await c.tx.question.create({ data: { districtId: c.district, id, callId: call.id, askedBy: c.person ?? c.district, text, askedAt: c.now, desk } });
    return { id };
  },
});
