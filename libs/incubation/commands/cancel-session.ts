import { command, Text } from '#platform';
import { mentorSessionMachine, sessionCancelled } from '../domain/mentoring.js';
import { mentorSessionKind } from './kinds.js';

export class CancelSession {
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const cancelSession = command({
  name: 'cancel-session',
  summary: 'Calls a mentor’s meeting off; the time is free again.',
  on: mentorSessionKind,
  may: 'cancel',
  target: (input: CancelSession & { session: string }) => input.session,
  async decide(c, { reason }, { id, aggregate }) {
    c.move(aggregate, mentorSessionMachine.take('cancel', aggregate.state, {}, [sessionCancelled({ reason })]));
    await c.tx.mentorSession.update({ where: c.key(id), data: { takesTime: false } });
  },
});
