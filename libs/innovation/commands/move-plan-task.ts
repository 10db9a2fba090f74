import { command, Day, Text } from '#platform';
import { noSuchPlanTask, planTaskMoved } from '../domain/plan.js';
import { planKind } from './kinds.js';

export class MovePlanTask {
  @Day() dueOn!: string;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const movePlanTask = command({
  name: 'move-plan-task',
  summary: 'Gives a task another date, with the reason; the dates before stay to be seen.',
  on: planKind,
  may: 'run',
  target: (input: MovePlanTask & { plan: string; task: string }) => input.plan,
  async decide(c, { task: wanted, dueOn, reason }, { aggregate, tasks }) {
    const task = tasks.find(({ id, doneOn }) => id === wanted && doneOn === null) ?? c.refuse(noSuchPlanTask);
    c.announce(aggregate, planTaskMoved({ task: task.id, title: task.title, before: task.dueOn, dueOn, reason }));
    await c.tx.planTask.update({ where: c.key(task.id), data: { dueOn, moved: [...task.moved, task.dueOn] } });
  },
});
