import { reaction } from '#platform';
import { callClosed, callMachine, closingTimeReached } from '../domain/call.js';
import { lastInstant } from '../domain/late.js';

export const closeCall = reaction({
  name: 'close-call',
  summary: 'Closes a call at its last instant.',
  on: [closingTimeReached],
  async react(c, event) {
    await c.lock(event.aggregate);
    const call = await c.tx.call.findUniqueOrThrow({ where: c.key(event.aggregate), include: { aggregate: true } });
    // Prolonged meanwhile: it has another deadline by now.
    if (call.aggregate.state !== 'open' || event.at < lastInstant(call)) return;
    const entries = await c.tx.entry.count({ where: { districtId: c.district, callId: call.id, aggregate: { state: { in: ['submitted', 'returned'] } } } });
    c.move(call.aggregate, callMachine.take('close', call.aggregate.state, {}, [callClosed({ callName: call.name, entries })]));
  },
});
