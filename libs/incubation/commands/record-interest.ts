import { command, newId, notFound, Ref, Text } from '#platform';
import { interestTaken, notParticipants } from '../domain/cohort.js';
import { cohortKind } from './kinds.js';

export class RecordInterest {
  @Ref() participation!: string;
  @Text({ max: 120, description: 'Who is interested' }) who!: string;
  @Text({ max: 1000, description: 'In what' }) wants!: string;
  @Text({ optional: true, max: 1000, description: 'What came of it' }) outcome?: string;
}

export const recordInterest = command({
  name: 'record-interest',
  summary: 'Puts down who was interested in a participant at a demo day, and later what came of it.',
  on: cohortKind,
  may: 'run',
  target: (input: RecordInterest & { cohort: string; session: string }) => input.cohort,
  async decide(c, { cohort, session, participation, who, wants, outcome }, { aggregate, participations }) {
    if ((await c.tx.cohortSession.count({ where: { districtId: c.district, id: session, cohortId: cohort, kind: 'demo-day' } })) === 0) c.refuse(notFound, { kind: 'demo-day', id: session });
    if (!participations.some(({ id }) => id === participation)) c.refuse(notParticipants, { count: 1 });
    const of = { districtId: c.district, sessionId: session, participationId: participation, who };
    const { count } = await c.tx.demoInterest.updateMany({ where: of, data: { wants, outcome: outcome ?? null } });
    if (count === 0) await c.tx.demoInterest.create({ data: { ...of, id: newId(), wants, outcome: outcome ?? null } });
    c.announce(aggregate, interestTaken({ session, who }));
  },
});
