import { command, notFound, Ref } from '#platform';
import { enrol } from '../facts/enrol.js';
import { cohortKind } from './kinds.js';

export class EnrolParticipant {
  @Ref({ description: 'A firm of the platform' }) incubatee!: string;
}

export const enrolParticipant = command({
  name: 'enrol-participant',
  summary: 'Takes a firm of the platform into a term, without an application.',
  on: cohortKind,
  may: 'run',
  target: (input: EnrolParticipant & { cohort: string }) => input.cohort,
  async decide(c, { incubatee }, cohort) {
    const firm = (await c.tx.incubatee.findFirst({ where: { districtId: c.district, id: incubatee, platformId: cohort.platformId } })) ?? c.refuse(notFound, { kind: 'incubatee', id: incubatee });
    return { id: await enrol(c, cohort, { project: firm.projectId, name: firm.firm ?? '' }) };
  },
});
