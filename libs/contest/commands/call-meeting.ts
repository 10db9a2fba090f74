import { command, newId, Refs, Text } from '#platform';
import { entryHidden, unknownJudge } from '../domain/judging.js';
import { meetingCalled, meetingMachine } from '../domain/meeting.js';
import { strangersAmong } from '../facts/strangers.js';
import { meetingKind, roundKind } from './kinds.js';

export class CallMeeting {
  @Text({ max: 100, example: '复评会' }) name!: string;
  @Refs({ max: 100, description: 'Judges of the call' }) members!: string[];
  @Refs({ max: 1000, optional: true, description: 'The agenda in its order; the disputed entries where it is left out' }) entries?: string[];
}

export const callMeeting = command({
  name: 'call-meeting',
  summary: 'Calls a panel together over entries of a round, in an order; for each it is known who leaves the room.',
  on: roundKind,
  may: 'run',
  target: (input: CallMeeting & { round: string }) => input.round,
  async decide(c, { name, members, entries }, round) {
    const strangers = await strangersAmong(c, round.callId, members);
    if (strangers.length > 0) c.refuse(unknownJudge, { judges: strangers.join(', ') });
    const standings = await c.tx.standing.findMany({ where: { districtId: c.district, roundId: round.id }, orderBy: [{ rank: 'asc' }, { entryId: 'asc' }] });
    const agenda = entries ?? standings.filter(({ disputed }) => disputed).map(({ entryId }) => entryId);
    const strange = agenda.find((entry) => !standings.some(({ entryId }) => entryId === entry));
    if (strange !== undefined) c.refuse(entryHidden, { entry: strange });
    const id = newId();
    c.create(meetingKind.kind, meetingMachine.begin(meetingCalled({ call: round.callId, callName: round.call.name, name, entries: agenda.length, people: members })), { id });
    await c.tx.meeting.create({ data: { districtId: c.district, id, roundId: round.id, name, members } });
    await c.tx.agendaItem.createMany({ data: [...new Set(agenda)].map((entry, n) => ({ districtId: c.district, meetingId: id, entryId: entry, position: n + 1 })) });
    return { id };
  },
});
