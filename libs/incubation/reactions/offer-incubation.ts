import { entryAwarded } from '#contest';
import { reaction } from '#platform';
import { incubateeMachine, incubationOffered } from '../domain/incubatee.js';

export const offerIncubation = reaction({
  name: 'offer-incubation',
  summary: 'Offers incubation to every winner, but for those of a call that is the intake of a programme.',
  on: [entryAwarded],
  async react(c, { aggregate: entryId, project, payload }) {
    if (!project) return;
    if ((await c.tx.cohort.count({ where: { districtId: c.district, callId: payload.call, aggregate: { state: 'running' } } })) > 0) return;
    // A project that won twice is offered incubation once, as long as it has not left.
    const known = await c.tx.incubatee.findFirst({ where: { districtId: c.district, projectId: project, aggregate: { state: { notIn: ['declined', 'left', 'removed'] } } } });
    if (known) return;
    const id = c.create('incubatee', incubateeMachine.begin(incubationOffered({ entry: entryId, title: payload.title })), { project });
    await c.tx.incubatee.create({ data: { districtId: c.district, id, projectId: project, entryId } });
  },
});
