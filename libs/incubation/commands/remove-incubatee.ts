import { command, Text } from '#platform';
import { contractEnding, incubateeRemoved, incubateeMachine } from '../domain/incubatee.js';
import { stopAsking } from '../facts/deadlines.js';
import { endLeases, endStay } from '../facts/stays.js';
import { today } from '../facts/today.js';
import { incubateeKind } from './kinds.js';

export class RemoveIncubatee {
  @Text({ min: 5, max: 500 }) reason!: string;
}

export const removeIncubatee = command({
  name: 'remove-incubatee',
  summary: 'Makes a firm leave its platform, for a breach or an expired term, and says why; its leases end.',
  on: incubateeKind,
  may: 'let-go',
  target: (input: RemoveIncubatee & { incubatee: string }) => input.incubatee,
  async decide(c, { reason }, row) {
    const { aggregate } = row;
    c.move(aggregate, incubateeMachine.take('remove', aggregate.state, {}, [incubateeRemoved({ firm: row.firm ?? '', reason })]));
    const on = await today(c);
    await endStay(c, row, on, 'removed', reason);
    await endLeases(c, row, on, reason);
    stopAsking(c, aggregate);
    c.forget(aggregate, contractEnding.event);
  },
});
