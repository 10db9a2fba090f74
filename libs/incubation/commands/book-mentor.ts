import { Choice, command, Instant, newId, notFound, Ref, Text } from '#platform';
import { notAhead } from '../domain/facility.js';
import { isWithPlatform, notAdmitted } from '../domain/incubatee.js';
import { mentorBusy, mentorGone, mentorSessionMachine, sessionBooked } from '../domain/mentoring.js';
import { TOPIC_KEYS } from '../domain/topics.js';
import { incubateeKind, mentorSessionKind } from './kinds.js';

export class BookMentor {
  @Ref() mentor!: string;
  @Choice(TOPIC_KEYS) topic!: string;
  @Text({ max: 2000, description: 'What it is to be about' }) question!: string;
  @Instant() startsAt!: string;
  @Instant() endsAt!: string;
}

export const bookMentor = command({
  name: 'book-mentor',
  summary: 'Books a meeting of a firm with a mentor of its platform; neither is in two at once.',
  on: incubateeKind,
  may: 'book',
  exclusive: false,
  target: (input: BookMentor & { incubatee: string }) => input.incubatee,
  async decide(c, { mentor, topic, question, ...times }, firm) {
    const [startsAt, endsAt] = [new Date(times.startsAt), new Date(times.endsAt)];
    if (!isWithPlatform(firm.aggregate.state)) c.refuse(notAdmitted, { state: firm.aggregate.state });
    if (startsAt < c.now || endsAt <= startsAt) c.refuse(notAhead);
    await c.hold('Mentor', mentor);
    const row = (await c.tx.mentor.findFirst({ where: { districtId: c.district, id: mentor, platformId: firm.platformId! } })) ?? c.refuse(notFound, { kind: 'mentor', id: mentor });
    if (row.until !== null && row.until < times.startsAt.slice(0, 10)) c.refuse(mentorGone, { name: row.name });
    const id = newId();
    const data = { districtId: c.district, id, platformId: row.platformId, mentorId: mentor, incubateeId: firm.id, projectId: firm.projectId, topic, question, startsAt, endsAt };
    await c.unlessTaken(c.tx.mentorSession.create({ data }), mentorBusy, { name: row.name });
    c.create(mentorSessionKind.kind, mentorSessionMachine.begin(sessionBooked({ mentor, mentorName: row.name, people: row.personId === null ? [] : [row.personId], topic, startsAt: times.startsAt, firm: firm.firm ?? '' })), { id, project: firm.projectId });
    return { id };
  },
});
