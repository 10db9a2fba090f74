import { entryAwarded } from '#contest';
import { reaction } from '#platform';
import { enrol } from '../facts/enrol.js';

export const enrolWinner = reaction({
  name: 'enrol-winner',
  summary: 'Takes the winners of a call that is the intake of a programme into its term, as long as there are places.',
  on: [entryAwarded],
  async react(c, { project, payload }) {
    const cohort = await c.tx.cohort.findFirst({ where: { districtId: c.district, callId: payload.call, aggregate: { state: 'running' } }, include: { aggregate: true } });
    if (!project || !cohort) return;
    const here = { districtId: c.district, cohortId: cohort.id };
    const [already, taken] = [await c.tx.participation.count({ where: { ...here, projectId: project } }), await c.tx.participation.count({ where: { ...here, aggregate: { state: { not: 'withdrawn' } } } })];
    if (already === 0 && taken < cohort.places) await enrol(c, cohort, { project, name: payload.title });
  },
});
