import type { Chapter } from '#project';
import { diligenceRecorded } from '../domain/diligence.js';
import { entryPassedOver, entryRedacted, entryScored, entryShortlisted, findingCleared, isPublic, nearDuplicateDismissed, originalityReportDismissed, originalityReported, toldState } from '../domain/entry.js';
import { conflictDeclared } from '../domain/judging.js';

/** What the office does about an entry that its team is never told: whom it keeps from judging, what it redacts, what it looks into. */
const OFFICE_ONLY = [conflictDeclared, diligenceRecorded, entryRedacted, findingCleared, nearDuplicateDismissed, originalityReported, originalityReportDismissed];

/** What a project's entries were, how they were marked and what was decided; single marks only for who may see them. */
export const scoresChapter: Chapter = {
  name: 'entries',
  async read({ prisma }, actor, project, sight) {
    const entries = await prisma.entry.findMany({
      where: { districtId: actor.district, projectId: project },
      include: {
        ...{ aggregate: true, call: { include: { contest: true, aggregate: true } }, standings: { include: { round: true } }, sheets: { include: { marks: { include: { aspect: true } } } } },
        ...{ advancements: { orderBy: { id: 'asc' as const } }, submissions: { orderBy: { number: 'asc' as const } } },
      },
      orderBy: { id: 'asc' },
    });
    return entries.map(({ id, title, aggregate, call, award, reason, eligibility, carriedFrom, standings, sheets, advancements, submissions }) => {
      // A team hears its result when the public does, not before.
      const told = sight.marks || isPublic(call.aggregate.state);
      return {
        ...{ id, title, state: told ? aggregate.state : toldState(aggregate.state, call.aggregate.state), contest: call.contest.name, edition: call.contest.edition, call: call.name, eligibility, carriedFrom },
        submissions: submissions.map(({ number, at, late, hash }) => ({ number, at, late, hash })),
        advancements: advancements.map(({ upper, level, result, resultOn }) => ({ upper, level, result, on: resultOn })),
        decision: told ? { awarded: award, reason } : null,
        rounds: told ? standings.map(({ round, total, rank, sections }) => ({ round: round.name, total: total?.toFixed(2) ?? null, rank, sections })) : [],
        sheets: sight.marks
          ? sheets.map(({ judgeId, submittedAt, pulled, marks }) => ({ judge: judgeId, submittedAt, pulled, marks: Object.fromEntries(marks.map(({ aspect, value }) => [aspect.key, value.toNumber()])) }))
          : [],
      };
    });
  },
  async untold({ prisma }, actor, project) {
    const entries = await prisma.entry.findMany({ where: { districtId: actor.district, projectId: project }, include: { call: { include: { aggregate: true } } } });
    const ids = entries.map(({ id }) => id);
    const hidden = entries.filter(({ call }) => !isPublic(call.aggregate.state)).map(({ id }) => id);
    const name = { in: [entryScored, entryShortlisted, entryPassedOver].map(({ event }) => event) };
    const offices = { in: OFFICE_ONLY.map(({ event }) => event) };
    const where = { districtId: actor.district, OR: [{ aggregateId: { in: hidden }, name }, { aggregateId: { in: ids }, name: offices }] };
    return (await prisma.event.findMany({ where, select: { id: true } })).map(({ id }) => id);
  },
};
