import { entryAwarded } from '#contest';
import { reaction } from '#platform';
import { enrol, hindrance } from '../facts/enrol.js';

export const enrolWinner = reaction({
  name: 'enrol-winner',
  summary: 'Takes the winners of a call that is the intake of a programme into its term, as long as there are places.',
  on: [entryAwarded],
  async react(c, { project, payload }) {
    const cohort = await c.tx.cohort.findFirst({ where: { districtId: c.district, callId: payload.call, aggregate: { state: 'running' } }, include: { aggregate: true } });
    if (project && cohort && (await hindrance(c, cohort, project)) === null) await enrol(c, cohort, { project, name: payload.title });
  },
});
