import { command, Text } from '#platform';
import { contractEnding, incubateeLeft, incubateeMachine } from '../domain/incubatee.js';
import { stopAsking } from '../facts/deadlines.js';
import { endLeases, endStay } from '../facts/stays.js';
import { today } from '../facts/today.js';
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
    const on = await today(c);
    await endStay(c, row, on, 'left', reason);
    await endLeases(c, row, on, reason);
    stopAsking(c, aggregate);
    c.forget(aggregate, contractEnding.event);
  },
});
