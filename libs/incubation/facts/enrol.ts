import { refuse, type Refusal } from '#kernel';
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

/** Why a project can't take part in a term, which is held until the transaction ends; null where it can. */
export async function hindrance(c: Context, cohort: CohortRow, project: string): Promise<Refusal | null> {
  if (cohort.aggregate.state !== 'running') return refuse(cohortIsClosed, { cohort: cohort.name });
  await c.lock(cohort.id);
  const here = { districtId: c.district, cohortId: cohort.id };
  if ((await c.tx.participation.count({ where: { ...here, projectId: project } })) > 0) return refuse(enrolledAlready, { cohort: cohort.name });
  const taken = await c.tx.participation.count({ where: { ...here, aggregate: { state: { not: 'withdrawn' } } } });
  return taken >= cohort.places ? refuse(cohortFull, { cohort: cohort.name, places: cohort.places }) : null;
}

/** Takes a project into a term of a programme, unless something hinders it. @throws Refused */
export async function enrol(c: Context, cohort: CohortRow, { project, name }: { project: string; name: string }): Promise<string> {
  const id = newId();
  const programme = await c.tx.programme.findUniqueOrThrow({ where: c.key(cohort.programmeId) });
  const begun = participationMachine.begin(participantEnrolled({ cohort: cohort.id, name: cohort.name, programme: programme.name, from: cohort.from }));
  c.create('participation', (await hindrance(c, cohort, project)) ?? begun, { id, project });
  await c.tx.participation.create({ data: { districtId: c.district, cohortId: cohort.id, id, platformId: cohort.platformId, projectId: project, name } });
  return id;
}
