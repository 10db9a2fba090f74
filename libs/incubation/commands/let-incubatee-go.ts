import { command, Text } from '#platform';
import { incubateeLeft, incubateeMachine, reportDue } from '../domain/incubatee.js';
import { incubateeKind } from './kinds.js';

export class LetIncubateeGo {
  @Text({ min: 5, max: 500 }) reason!: string;
}

export const letIncubateeGo = command({
  name: 'let-incubatee-go',
  summary: 'Records that a firm leaves its platform without graduating, and why.',
  on: incubateeKind,
  may: 'let-go',
  target: (input: LetIncubateeGo & { incubatee: string }) => input.incubatee,
  async decide(c, { reason }, { aggregate }) {
    c.move(aggregate, incubateeMachine.take('leave', aggregate.state, {}, [incubateeLeft({ reason })]));
    c.forget(aggregate, reportDue.event);
  },
});
