import { command, Ref } from '#platform';
import { entryTakenUp, meetingMachine, nobodyLeft, notOnAgenda } from '../domain/meeting.js';
import { conflictsAmong } from '../facts/conflict-facts.js';
import { notRecused } from '../facts/not-recused.js';
import { meetingKind } from './kinds.js';

export class TakeUpEntry {
  @Ref() entry!: string;
}

export const takeUpEntry = command({
  name: 'take-up-entry',
  summary: 'A panel comes to an entry of its agenda: whoever is too near to it leaves the room, and sees nothing of it.',
  on: meetingKind,
  may: 'run',
  target: (input: TakeUpEntry & { meeting: string }) => input.meeting,
  async decide(c, { entry }, meeting) {
    await notRecused(c, meeting.round.callId);
    if (!meeting.agenda.some(({ entryId }) => entryId === entry)) c.refuse(notOnAgenda, { entry });
    const between = await conflictsAmong(c.tx, c.district, meeting.round.callId, { entries: [entry], people: meeting.members });
    const out = meeting.members.filter((member) => (between(entry, member) ?? []).length > 0);
    if (out.length === meeting.members.length) c.refuse(nobodyLeft);
    c.move(meeting.aggregate, meetingMachine.take('begin', meeting.aggregate.state, {}, [entryTakenUp({ entry, out: out.length })]));
    await c.tx.meeting.update({ where: c.key(meeting.id), data: { current: entry } });
    await c.tx.agendaItem.update({ where: { districtId_meetingId_entryId: { districtId: c.district, meetingId: meeting.id, entryId: entry } }, data: { out } });
    return { out };
  },
});
