import type { Chapter } from '#project';
import { wayOf } from '../domain/way.js';
import { reportsOf } from '../facts/figures-of.js';

/** A project's incubation: its whole way through platforms, contracts, milestones, reports, advice, programmes, graduation, and every yuan invested (in fen). */
export const incubationChapter: Chapter = {
  name: 'incubation',
  async read({ prisma }, actor, project) {
    const of = { districtId: actor.district, projectId: project };
    const rows = await prisma.incubatee.findMany({
      where: of,
      include: {
        ...{ aggregate: true, platform: true, milestones: true, reports: { where: { current: true }, orderBy: { period: 'asc' } }, investments: { include: { fund: true } } },
        stays: { include: { platform: true }, orderBy: { from: 'asc' } },
        mentorSessions: { where: { aggregate: { state: 'held' } }, include: { mentor: true }, orderBy: { startsAt: 'asc' } },
      },
      orderBy: { id: 'asc' },
    });
    const terms = await prisma.participation.findMany({ where: of, include: { aggregate: true, cohort: { include: { programme: true } } }, orderBy: { id: 'asc' } });
    const programmes = terms.map(({ aggregate, cohort }) => ({ programme: cohort.programme.name, term: cohort.name, from: cohort.from, to: cohort.to, state: aggregate.state }));
    const applications = await prisma.application.findMany({ where: of, include: { aggregate: true, intake: true }, orderBy: { id: 'asc' } });
    const applied = applications.map(({ intake, aggregate, total, reason }) => ({ intake: intake.name, state: aggregate.state, total: aggregate.state === 'submitted' ? null : total, reason }));
    const firms = rows.map(({ id, aggregate, platform, firm, contractFrom, contractTo, graduation, graduatedOn, stays, milestones, reports, mentorSessions, investments }) => ({
      ...{ id, state: aggregate.state, platform: platform?.name ?? null, firm, contractFrom, contractTo, graduation, graduatedOn },
      way: wayOf(stays.map((stay) => ({ ...stay, platform: stay.platform.name }))),
      milestones: milestones.map(({ title, dueOn, reachedOn }) => ({ title, dueOn, reachedOn })),
      reports: reportsOf(reports),
      mentoring: mentorSessions.map(({ mentor, topic, startsAt, minutes }) => ({ mentor: mentor.name, topic, at: startsAt.toISOString(), minutes })),
      investments: investments.map(({ fund, amount, instrument, paidOn }) => ({ fund: fund.name, amount: Number(amount), instrument, paidOn })),
      ...{ programmes, applications: applied },
    }));
    // Who took part in a programme, or applied, without ever being in a platform has his way told too.
    return firms.length > 0 || (programmes.length === 0 && applied.length === 0) ? firms : [{ id: null, state: null, programmes, applications: applied }];
  },
};
