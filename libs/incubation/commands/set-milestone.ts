import { command, Day, newId, Text } from '#platform';
import { milestoneSet, notAdmitted } from '../domain/incubatee.js';
import { incubateeKind } from './kinds.js';

export class SetMilestone {
  @Text({ max: 200 }) title!: string;
  @Day() dueOn!: string;
}

export const setMilestone = command({
  name: 'set-milestone',
  summary: 'Sets a milestone for a firm in incubation.',
  on: incubateeKind,
  may: 'set-milestone',
  target: (input: SetMilestone & { incubatee: string }) => input.incubatee,
  async decide(c, { title, dueOn }, { id: incubateeId, aggregate }) {
    if (aggregate.state !== 'admitted') c.refuse(notAdmitted, { state: aggregate.state });
    const milestone = newId();
    await c.tx.milestone.create({ data: { districtId: c.district, id: milestone, incubateeId, title, dueOn } });
    c.announce(aggregate, milestoneSet({ milestone, title, dueOn }));
    return { milestone };
  },
});
