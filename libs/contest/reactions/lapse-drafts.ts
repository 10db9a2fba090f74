import { reaction } from '#platform';
import { callClosed } from '../domain/call.js';
import { entryLapsed, entryMachine } from '../domain/entry.js';

export const lapseDrafts = reaction({
  name: 'lapse-drafts',
  summary: 'Marks the entries that were not handed in when their call closed.',
  on: [callClosed],
  async react(c, { aggregate: call }) {
    const drafts = await c.tx.entry.findMany({ where: { districtId: c.district, callId: call, aggregate: { state: 'draft' } }, include: { aggregate: true } });
    for (const { aggregate, title } of drafts) c.move(aggregate, entryMachine.take('lapse', aggregate.state, {}, [entryLapsed({ call, title })]));
  },
});
