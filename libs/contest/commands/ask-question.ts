import { command, newId, Text } from '#platform';
import { questionAsked, questionMachine } from '../domain/question.js';
import { callKind, questionKind } from './kinds.js';

export class AskQuestion {
  @Text({ min: 2, max: 2000 }) text!: string;
}

export const askQuestion = command({
  name: 'ask-question',
  summary: 'Asks the office about a call.',
  on: callKind,
  may: 'enter',
  exclusive: false,
  target: (input: AskQuestion & { call: string }) => input.call,
  async decide(c, { text }, call) {
    const id = newId();
    c.create(questionKind.kind, questionMachine.begin(questionAsked({ call: call.id, callName: call.name })), { id });
    await c.tx.question.create({ data: { districtId: c.district, id, callId: call.id, askedBy: c.person ?? c.district, text, askedAt: c.now } });
    return { id };
  },
});
