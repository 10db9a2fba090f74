import { command, Day } from '#platform';
import { milestoneReached, noSuchMilestone } from '../domain/milestone.js';
import { incubateeKind } from './kinds.js';

export class ReachMilestone {
  @Day() on!: string;
}

export const reachMilestone = command({
  name: 'reach-milestone',
  summary: 'Records that a milestone has been reached.',
  on: incubateeKind,
  may: 'reach-milestone',
  target: (input: ReachMilestone & { incubatee: string; milestone: string }) => input.incubatee,
  async decide(c, { milestone, on }, { aggregate, milestones }) {
    const found = milestones.find(({ id, reachedOn }) => id === milestone && reachedOn === null) ?? c.refuse(noSuchMilestone);
    await c.tx.milestone.update({ where: c.key(milestone), data: { reachedOn: on } });
    c.announce(aggregate, milestoneReached({ milestone, title: found.title, on }));
    return { milestone };
  },
});
