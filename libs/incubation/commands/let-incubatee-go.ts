import { command, Text } from '#platform';
import { incubateeLeft, incubateeMachine } from '../domain/incubatee.js';
import { leave } from '../facts/leave.js';
import { incubateeKind } from './kinds.js';

export class LetIncubateeGo {
  @Text({ min: 5, max: 500 }) reason!: string;
}

export const letIncubateeGo = command({
  name: 'let-incubatee-go',
  summary: 'Records that a firm leaves its platform without graduating, and why; its leases end.',
  on: incubateeKind,
  may: 'let-go',
  target: (input: LetIncubateeGo & { incubatee: string }) => input.incubatee,
  async decide(c, { reason }, row) {
    const { aggregate } = row;
    c.move(aggregate, incubateeMachine.take('leave', aggregate.state, {}, [incubateeLeft({ reason })]));
    await leave(c, row, 'left', reason);
  },
});
