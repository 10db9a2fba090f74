import { command, Instant, Text } from '#platform';
import { callMachine, callProlonged, closesInThePast } from '../domain/call.js';
import { callKind } from './kinds.js';
import { remindOfClosing } from './publish-call.js';

export class ProlongCall {
  @Instant() closesAt!: string;
  @Text({ min: 2, max: 1000, description: 'Made public' }) reason!: string;
}

export const prolongCall = command({
  name: 'prolong-call',
  summary: 'Moves the closing time of an open call, with a reason that is public.',
  on: callKind,
  may: 'run',
  target: (input: ProlongCall & { call: string }) => input.call,
  async decide(c, { closesAt, reason }, call) {
    if (new Date(closesAt) <= c.now) c.refuse(closesInThePast, { at: closesAt });
    c.move(call.aggregate, callMachine.take('prolong', call.aggregate.state, {}, [callProlonged({ name: call.name, closesAt, reason })]));
    await c.tx.call.update({ where: c.key(call.id), data: { closesAt: new Date(closesAt) } });
    remindOfClosing(c, { ...call, closesAt: new Date(closesAt) });
  },
});
