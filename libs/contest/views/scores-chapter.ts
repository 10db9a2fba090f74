import type { Chapter } from '#project';
import { entryPassedOver, entryScored, entryShortlisted, isPublic, toldState } from '../domain/entry.js';

/** What a project's entries were, how they were marked and what was decided; single marks only for who may see them. */
export const scoresChapter: Chapter = {
  name: 'entries',
  async read({ prisma }, actor, project, sight) {
    const entries = await prisma.entry.findMany({
      where: { districtId: actor.district, projectId: project },
      include: { aggregate: true, call: { include: { contest: true, aggregate: true } }, standings: { include: { round: true } }, sheets: { include: { marks: { include: { aspect: true } } } } },
      orderBy: { id: 'asc' },
    });
    return entries.map(({ id, title, aggregate, call, award, reason, eligibility, standings, sheets }) => {
      // A team hears its result when the public does, not before.
      const told = sight.marks || isPublic(call.aggregate.state);
      return {
        ...{ id, title, state: told ? aggregate.state : toldState(aggregate.state, call.aggregate.state), contest: call.contest.name, edition: call.contest.edition, call: call.name, eligibility },
        decision: told ? { awarded: award, reason } : null,
        rounds: told ? standings.map(({ round, total, rank, sections }) => ({ round: round.name, total: total?.toFixed(2) ?? null, rank, sections })) : [],
        sheets: sight.marks
          ? sheets.map(({ judgeId, submittedAt, marks }) => ({ judge: judgeId, submittedAt, marks: Object.fromEntries(marks.map(({ aspect, value }) => [aspect.key, value.toNumber()])) }))
          : [],
      };
    });
  },
  async untold({ prisma }, actor, project) {
    const entries = await prisma.entry.findMany({ where: { districtId: actor.district, projectId: project }, include: { call: { include: { aggregate: true } } } });
    const hidden = entries.filter(({ call }) => !isPublic(call.aggregate.state)).map(({ id }) => id);
    const name = { in: [entryScored, entryShortlisted, entryPassedOver].map(({ event }) => event) };
    return (await prisma.event.findMany({ where: { districtId: actor.district, aggregateId: { in: hidden }, name }, select: { id: true } })).map(({ id }) => id);
  },
};
