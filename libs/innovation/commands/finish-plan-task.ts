import { command, Day, notAhead, Text } from '#platform';
import { noSuchPlanTask, planTaskDone } from '../domain/plan.js';
import { planKind } from './kinds.js';

export class FinishPlanTask {
  @Day() on!: string;
  @Text({ max: 300, description: 'The paper or photo that proves it' }) evidence!: string;
}

export const finishPlanTask = command({
  name: 'finish-plan-task',
  summary: 'Puts down that a task of a plan is done, with the evidence.',
  on: planKind,
  may: 'run',
  target: (input: FinishPlanTask & { plan: string; task: string }) => input.plan,
  async decide(c, { task: wanted, on, evidence }, { aggregate, tasks }) {
    await notAhead(c, on);
    const task = tasks.find(({ id, doneOn }) => id === wanted && doneOn === null) ?? c.refuse(noSuchPlanTask);
    c.announce(aggregate, planTaskDone({ task: task.id, title: task.title, on }));
    await c.tx.planTask.update({ where: c.key(task.id), data: { doneOn: on, evidence } });
  },
});
