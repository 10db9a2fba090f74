import { command, Text } from '#platform';
import { incubateeRemoved, incubateeMachine } from '../domain/incubatee.js';
import { leave } from '../facts/leave.js';
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
    await leave(c, row, 'removed', reason);
  },
});
