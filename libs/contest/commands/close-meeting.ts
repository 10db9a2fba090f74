import { command } from '#platform';
import { meetingClosed, meetingMachine } from '../domain/meeting.js';
import { meetingKind } from './kinds.js';

export const closeMeeting = command({
  name: 'close-meeting',
  summary: 'Ends a panel’s meeting; what it decided stands, what it did not come to stays as ranked.',
  on: meetingKind,
  may: 'run',
  target: (input: { meeting: string }) => input.meeting,
  async decide(c, _, meeting) {
    const decided = meeting.agenda.filter(({ decidedAt }) => decidedAt !== null).length;
    c.move(meeting.aggregate, meetingMachine.take('close', meeting.aggregate.state, {}, [meetingClosed({ decided, open: meeting.agenda.length - decided })]));
    await c.tx.meeting.update({ where: c.key(meeting.id), data: { current: null } });
  },
});
