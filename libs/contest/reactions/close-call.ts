import { reaction } from '#platform';
import { callClosed, callMachine, closingTimeReached } from '../domain/call.js';

export const closeCall = reaction({
  name: 'close-call',
  summary: 'Closes a call at its closing time.',
  on: [closingTimeReached],
  async react(c, event) {
    await c.lock(event.aggregate);
    const call = await c.tx.call.findUniqueOrThrow({ where: c.key(event.aggregate), include: { aggregate: true } });
    if (call.aggregate.state !== 'open') return;
    const entries = await c.tx.entry.count({ where: { districtId: c.district, callId: call.id, aggregate: { state: 'submitted' } } });
    c.move(call.aggregate, callMachine.take('close', call.aggregate.state, {}, [callClosed({ callName: call.name, entries })]));
  },
});
