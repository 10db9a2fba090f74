import { certificateCode, endOfLocalDay } from '#kernel';
import { newId, reaction, timeZoneOf } from '#platform';
import { awardGranted, awardMachine } from '../domain/award.js';
import { announcementEnded, callFinalised, callMachine } from '../domain/call.js';
import { entryAwarded, entryMachine } from '../domain/entry.js';
import { objectionAnswered } from '../domain/objection.js';
import { resultsOf } from '../facts/results.js';
import { awardKind } from '../commands/kinds.js';

/** What both events have in common. */
type Ended = { readonly call?: string };

export const finaliseCall = reaction<Ended>({
  name: 'finalise-call',
  summary: 'Lets results stand when the announcement has ended and every objection is answered: winners get their prizes and hear of it.',
  on: [announcementEnded, objectionAnswered],
  async react(c, { aggregate, payload }) {
    const id = payload.call ?? aggregate;
    await c.lock(id);
    const call = await c.tx.call.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true } });
    if (call.aggregate.state !== 'announced' || call.announceUntil === null) return;
    if (c.now < endOfLocalDay(call.announceUntil, await timeZoneOf(c))) return;
    const open = await c.tx.objection.count({ where: { districtId: c.district, callId: id, aggregate: { state: 'filed' } } });
    // An upheld one is for the office to act on first: it takes the results back, or says so by answering otherwise.
    const latest = await c.tx.announcement.findFirst({ where: { districtId: c.district, callId: id }, orderBy: { version: 'desc' } });
    const upheld = await c.tx.objection.count({ where: { districtId: c.district, callId: id, version: latest?.version ?? 0, aggregate: { state: 'upheld' } } });
    if (open + upheld > 0) return;
    const results = await resultsOf(c.tx, c.district, call);
    const entries = await c.tx.entry.findMany({ where: { districtId: c.district, callId: id, award: true, aggregate: { state: 'shortlisted' } }, include: { aggregate: true } });
    for (const { id: entry, aggregate: own, title, projectId } of entries) {
      const { rank, prize, place, money } = results.find((result) => result.entry === entry)!;
      c.move(own, entryMachine.take('award', own.state, {}, [entryAwarded({ call: id, rank, title, prize: prize! })]));
      const award = newId();
      c.create(awardKind.kind, awardMachine.begin(awardGranted({ call: id, prize: prize!, place, money: money! })), { id: award, project: projectId });
      await c.tx.award.create({ data: { districtId: c.district, id: award, callId: id, entryId: entry, prize: prize!, place, money: money!, code: certificateCode(award) } });
    }
    c.move(call.aggregate, callMachine.take('finalise', call.aggregate.state, {}, [callFinalised({ awarded: entries.length })]));
  },
});
