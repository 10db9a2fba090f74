import { newId, type Context } from '#platform';
import { cohortFull, cohortIsClosed, enrolledAlready, participantEnrolled, participationMachine } from '../domain/cohort.js';

interface CohortRow {
  readonly id: string;
  readonly platformId: string;
  readonly name: string;
  readonly places: number;
  readonly from: string;
  readonly programmeId: string;
  readonly aggregate: { readonly id: string; readonly state: string };
}

/** Takes a project into a term of a programme, as long as there are places. @throws Refused */
export async function enrol(c: Context, cohort: CohortRow, { project, name }: { project: string; name: string }): Promise<string> {
  if (cohort.aggregate.state !== 'running') c.refuse(cohortIsClosed, { cohort: cohort.name });
  await c.lock(cohort.id);
  const here = { districtId: c.district, cohortId: cohort.id };
  if ((await c.tx.participation.count({ where: { ...here, projectId: project } })) > 0) c.refuse(enrolledAlready, { cohort: cohort.name });
  const taken = await c.tx.participation.count({ where: { ...here, aggregate: { state: { not: 'withdrawn' } } } });
  if (taken >= cohort.places) c.refuse(cohortFull, { cohort: cohort.name, places: cohort.places });
  const programme = await c.tx.programme.findUniqueOrThrow({ where: c.key(cohort.programmeId) });
  const id = newId();
  c.create('participation', participationMachine.begin(participantEnrolled({ cohort: cohort.id, name: cohort.name, programme: programme.name, from: cohort.from })), { id, project });
  await c.tx.participation.create({ data: { ...here, id, platformId: cohort.platformId, projectId: project, name } });
  return id;
}
