import type { Agenda, Dated } from '#agenda';
import { endOfLocalDay } from '#kernel';
import { scopesOf } from '#platform';

/** A firm's reports that are due and the end of its contract; mentoring sessions, on both sides. */
export const incubationAgenda: Agenda = async ({ prisma }, actor, timeZone) => {
  const of = { districtId: actor.district };
  const own = scopesOf(actor, 'team');
  const [reports, firms, sessions] = await Promise.all([
    prisma.deadline.findMany({ where: { ...of, name: 'report:due', projectId: { in: own } } }),
    prisma.incubatee.findMany({ where: { ...of, projectId: { in: own }, contractTo: { not: null }, aggregate: { state: 'admitted' } } }),
    prisma.mentorSession.findMany({ where: { ...of, OR: [{ projectId: { in: own } }, { mentor: { is: { personId: actor.id } } }], aggregate: { state: 'booked' } }, include: { mentor: true, incubatee: true } }),
  ]);
  const nameOf = new Map(firms.map(({ id, firm }) => [id, firm ?? '']));
  return [
    ...reports.map(({ aggregateId, at, payload, projectId }): Dated => ({ id: `report-${aggregateId}`, zh: `填报 ${(payload as { period?: string }).period ?? ''}：${nameOf.get(aggregateId) ?? ''}`, en: `Report ${(payload as { period?: string }).period ?? ''}: ${nameOf.get(aggregateId) ?? ''}`, from: at, to: null, path: `/firms/${projectId ?? ''}?tab=reports` })),
    ...firms.map(({ id, projectId, firm, contractTo }): Dated => ({ id: `contract-${id}`, zh: `孵化合同到期：${firm ?? ''}`, en: `The incubation contract ends: ${firm ?? ''}`, from: endOfLocalDay(contractTo!, timeZone), to: null, path: `/firms/${projectId}` })),
    ...sessions.map(({ id, startsAt, endsAt, topic, mentor, incubatee }): Dated => ({ id: `session-${id}`, zh: `导师辅导：${mentor.name} · ${incubatee.firm ?? ''}（${topic}）`, en: `Mentoring: ${mentor.name}, ${incubatee.firm ?? ''} (${topic})`, from: startsAt, to: endsAt, path: `/firms/${incubatee.projectId}?tab=mentors` })),
  ];
};
