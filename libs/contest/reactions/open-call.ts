import { reaction } from '#platform';
import { callMachine, callOpened, openingTimeReached } from '../domain/call.js';

export const openCall = reaction({
  name: 'open-call',
  summary: 'Opens a scheduled call at its opening time.',
  on: [openingTimeReached],
  async react(c, event) {
    await c.lock(event.aggregate);
    const call = await c.tx.call.findUniqueOrThrow({ where: c.key(event.aggregate), include: { aggregate: true } });
    if (call.aggregate.state !== 'scheduled') return;
    c.move(call.aggregate, callMachine.take('open', call.aggregate.state, {}, [callOpened({ name: call.name, closesAt: call.closesAt.toISOString() })]));
  },
});
