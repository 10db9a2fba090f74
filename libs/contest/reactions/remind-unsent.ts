import { reaction } from '#platform';
import { closesSoon } from '../domain/call.js';
import { entryUnsent } from '../domain/entry.js';

export const remindUnsent = reaction({
  name: 'remind-unsent',
  summary: 'A day before a call closes, reminds the teams whose entry, or whose last changes, are not handed in.',
  on: [closesSoon],
  async react(c, { aggregate }) {
    const call = await c.tx.call.findUniqueOrThrow({ where: c.key(aggregate) });
    const entries = await c.tx.entry.findMany({ where: { districtId: c.district, callId: aggregate, aggregate: { state: { in: ['draft', 'submitted'] } } }, include: { aggregate: true } });
    const unsent = entries.filter(({ aggregate: { state, updatedAt }, submittedAt }) => state === 'draft' || (submittedAt !== null && updatedAt > submittedAt));
    for (const entry of unsent) c.announce(entry.aggregate, entryUnsent({ call: aggregate, title: entry.title, closesAt: call.closesAt.toISOString() }));
  },
});
