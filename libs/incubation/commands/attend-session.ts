import { command, notFound, Refs } from '#platform';
import { cohortAttended, notParticipants } from '../domain/cohort.js';
import { cohortKind } from './kinds.js';

export class AttendSession {
  @Refs({ min: 0, description: 'Participations' }) participations!: string[];
}

export const attendSession = command({
  name: 'attend-session',
  summary: 'Puts down which participants came to a session, in place of what was put down before.',
  on: cohortKind,
  may: 'run',
  target: (input: AttendSession & { cohort: string; session: string }) => input.cohort,
  async decide(c, { cohort, session, participations }, { aggregate, participations: all }) {
    if ((await c.tx.cohortSession.count({ where: { districtId: c.district, id: session, cohortId: cohort } })) === 0) c.refuse(notFound, { kind: 'session', id: session });
    const came = [...new Set(participations)];
    const strangers = came.filter((one) => !all.some(({ id }) => id === one));
    if (strangers.length > 0) c.refuse(notParticipants, { count: strangers.length });
    const of = { districtId: c.district, sessionId: session };
    await c.tx.cohortAttended.deleteMany({ where: of });
    await c.tx.cohortAttended.createMany({ data: came.map((participationId) => ({ ...of, participationId })) });
    c.announce(aggregate, cohortAttended({ session, came: came.length }));
  },
});
