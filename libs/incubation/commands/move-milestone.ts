import { command, Day, Text } from '#platform';
import { milestoneMoved, noSuchMilestone } from '../domain/milestone.js';
import { incubateeKind } from './kinds.js';

export class MoveMilestone {
  @Day() dueOn!: string;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const moveMilestone = command({
  name: 'move-milestone',
  summary: 'Gives a milestone another day, and why; the days it had before stay on it.',
  on: incubateeKind,
  may: 'set-milestone',
  target: (input: MoveMilestone & { incubatee: string; milestone: string }) => input.incubatee,
  async decide(c, { milestone, dueOn, reason }, { aggregate, milestones }) {
    const found = milestones.find(({ id, reachedOn }) => id === milestone && reachedOn === null) ?? c.refuse(noSuchMilestone);
    await c.tx.milestone.update({ where: c.key(milestone), data: { dueOn, moved: { push: found.dueOn } } });
    c.announce(aggregate, milestoneMoved({ milestone, title: found.title, before: found.dueOn, dueOn, reason }));
  },
});
