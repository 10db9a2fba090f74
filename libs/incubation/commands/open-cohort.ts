import { command, Day, notFound, Ref, Text, Whole } from '#platform';
import { cohortMachine, cohortOpened } from '../domain/cohort.js';
import { termNotForward } from '../domain/incubatee.js';
import { cohortKind, programmeKind } from './kinds.js';

export class OpenCohort {
  @Text({ max: 100, example: '2027 春季营' }) name!: string;
  @Day() from!: string;
  @Day() to!: string;
  @Whole({ min: 1, max: 10_000 }) places!: number;
  @Ref({ optional: true, description: 'A contest’s call whose winners come in by themselves' }) call?: string;
}

export const openCohort = command({
  name: 'open-cohort',
  summary: 'Sets a term of a programme, with its places and where its participants come from.',
  on: programmeKind,
  may: 'run',
  exclusive: false,
  target: (input: OpenCohort & { programme: string }) => input.programme,
  async decide(c, { programme, call, ...given }, { platformId }) {
    if (given.from > given.to) c.refuse(termNotForward, { from: given.from, to: given.to });
    if (call !== undefined && (await c.tx.call.count({ where: { districtId: c.district, id: call, aggregate: { state: { not: 'draft' } } } })) === 0) c.refuse(notFound, { kind: 'call', id: call });
    const id = c.create(cohortKind.kind, cohortMachine.begin(cohortOpened({ programme, name: given.name, from: given.from, to: given.to })));
    await c.tx.cohort.create({ data: { districtId: c.district, id, programmeId: programme, platformId, callId: call ?? null, ...given } });
  },
});
