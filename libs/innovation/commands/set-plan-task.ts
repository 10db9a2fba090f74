import { command, Day, newId, Text } from '#platform';
import { planOver, planTaskSet } from '../domain/plan.js';
import { planKind } from './kinds.js';

export class SetPlanTask {
  @Text({ max: 120, description: 'The goal that it is a part of' }) goal!: string;
  @Text({ max: 300 }) title!: string;
  @Text({ max: 120, description: 'Who has to do it' }) owner!: string;
  @Day() dueOn!: string;
}

export const setPlanTask = command({
  name: 'set-plan-task',
  summary: 'Gives a plan a task: of which goal, whose, by when.',
  on: planKind,
  may: 'run',
  target: (input: SetPlanTask & { plan: string }) => input.plan,
  async decide(c, { goal, title, owner, dueOn }, { id: planId, aggregate, title: plan }) {
    if (aggregate.state === 'closed') c.refuse(planOver, { title: plan });
    const task = newId();
    c.announce(aggregate, planTaskSet({ task, goal, title, owner, dueOn }));
    await c.tx.planTask.create({ data: { districtId: c.district, id: task, planId, goal, title, owner, dueOn, moved: [] } });
    return { task };
  },
});
