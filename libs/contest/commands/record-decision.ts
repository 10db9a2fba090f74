import { Choice, command, Text } from '#platform';
import { DECISIONS, meetingMachine, notTakenUp, panelDecided } from '../domain/meeting.js';
import { notRecused } from '../facts/not-recused.js';
import { meetingKind } from './kinds.js';

export class RecordDecision {
  @Choice(DECISIONS) decision!: (typeof DECISIONS)[number];
  @Text({ min: 2, max: 2000, description: 'Why; published where the decision goes against the ranking' }) note!: string;
}

export const recordDecision = command({
  name: 'record-decision',
  summary: 'Takes down what a panel decides of the entry that it is at; it counts when the round is decided.',
  on: meetingKind,
  may: 'run',
  target: (input: RecordDecision & { meeting: string }) => input.meeting,
  async decide(c, { decision, note }, meeting) {
    await notRecused(c, meeting.round.callId);
    const entry = meeting.current ?? c.refuse(notTakenUp);
    c.move(meeting.aggregate, meetingMachine.take('decide', meeting.aggregate.state, {}, [panelDecided({ entry, decision, note })]));
    await c.tx.agendaItem.update({ where: { districtId_meetingId_entryId: { districtId: c.district, meetingId: meeting.id, entryId: entry } }, data: { decision, note, decidedAt: c.now } });
  },
});
