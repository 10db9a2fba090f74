import { endOfLocalDay, localDay, workingDaysFrom } from '#kernel';
import { command, timeZoneOf } from '#platform';
import { announcementEnded, callAnnounced, callMachine } from '../domain/call.js';
import { callKind } from './kinds.js';

export const announceCall = command({
  name: 'announce-call',
  summary: 'Makes results public for the call’s number of working days; without an upheld objection they then stand.',
  on: callKind,
  may: 'run',
  target: (input: { call: string }) => input.call,
  async decide(c, _, call) {
    const timeZone = await timeZoneOf(c);
    const from = localDay(c.now, timeZone);
    const { endsOn: until, provisional } = workingDaysFrom(from, call.announceDays);
    c.move(call.aggregate, callMachine.take('announce', call.aggregate.state, {}, [callAnnounced({ from, until, provisional })]));
    await c.tx.call.update({ where: c.key(call.id), data: { announceUntil: until } });
    c.remind(call.aggregate, announcementEnded({}), endOfLocalDay(until, timeZone), timeZone);
    return { from, until, provisional };
  },
});
