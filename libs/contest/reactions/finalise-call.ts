import { reaction } from '#platform';
import { announcementEnded, callFinalised, callMachine } from '../domain/call.js';
import { entryAwarded, entryMachine } from '../domain/entry.js';

export const finaliseCall = reaction({
  name: 'finalise-call',
  summary: 'Lets results stand when the announcement has ended, and tells the winners.',
  on: [announcementEnded],
  async react(c, event) {
    await c.lock(event.aggregate);
    const call = await c.tx.call.findUniqueOrThrow({ where: c.key(event.aggregate), include: { aggregate: true } });
    if (call.aggregate.state !== 'announced') return;
    const winners = await c.tx.entry.findMany({
      where: { districtId: c.district, callId: call.id, award: true, aggregate: { state: 'shortlisted' } },
      include: { aggregate: true, standings: { orderBy: { roundId: 'desc' }, take: 1 } },
    });
    for (const { aggregate, title, standings } of winners)
      c.move(aggregate, entryMachine.take('award', aggregate.state, {}, [entryAwarded({ call: call.id, rank: standings[0]?.rank ?? 0, title })]));
    c.move(call.aggregate, callMachine.take('finalise', call.aggregate.state, {}, [callFinalised({ awarded: winners.length })]));
  },
});
