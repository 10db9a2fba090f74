import { canonical, daysAfter, endOfLocalDay, localDay, sha256, workingDaysFrom, type WorkedOn } from '#kernel';
import { command, timeZoneOf } from '#platform';
import { workedHere } from '#rulebook';
import { announcementEnded, callAnnounced, callMachine } from '../domain/call.js';
import { diligenceMissing } from '../domain/diligence.js';
import { diligenceVerdicts } from '../facts/diligence.js';
import { resultsOf } from '../facts/results.js';
import { callKind, type CallRow } from './kinds.js';

export const announceCall = command({
  name: 'announce-call',
  summary: 'Makes results public for the call’s days of objection, as a version that stays; once no objection is open they then stand.',
  on: callKind,
  may: 'run',
  target: (input: { call: string }) => input.call,
  async decide(c, _, call) {
    const timeZone = await timeZoneOf(c);
    const results = await resultsOf(c.tx, c.district, call);
    if ((call.diligence as object[]).length > 0) {
      const verdicts = await diligenceVerdicts(c.tx, c.district, call.id);
      const open = results.filter(({ awarded, entry }) => awarded && !['pass', 'conditional'].includes(verdicts.get(entry) ?? ''));
      if (open.length > 0) c.refuse(diligenceMissing, { entries: open.map(({ title }) => title).join('、') });
    }
    const from = localDay(c.now, timeZone);
    const { endsOn: until, provisional } = termOf(call, from, await workedHere(c.tx, c.district));
    const of = { districtId: c.district, callId: call.id };
    const version = 1 + (await c.tx.announcement.count({ where: of }));
    c.move(call.aggregate, callMachine.take('announce', call.aggregate.state, {}, [callAnnounced({ callName: call.name, version, from, until, provisional })]));
    await c.tx.announcement.create({ data: { ...of, version, from, until, provisional, results: results as object[], hash: sha256(canonical(results)), at: c.now } });
    await c.tx.call.update({ where: c.key(call.id), data: { announceUntil: until } });
    c.remind(call.aggregate, announcementEnded({}), endOfLocalDay(until, timeZone), timeZone);
    return { version, from, until, provisional };
  },
});

/** The last day for objections: so many working or calendar days, the first of which counts only where the call says so. */
function termOf({ announceDays, announceUnit, firstDayCounts }: CallRow, from: string, worked: WorkedOn) {
  if (announceUnit === 'working') return workingDaysFrom(from, announceDays, { firstDayCounts, worked });
  const end = daysAfter(from, announceDays - (firstDayCounts ? 1 : 0));
  // An end on a day of rest moves to the next working day (Civil Code, article 203).
  return workingDaysFrom(end, 1, { firstDayCounts: true, worked });
}
