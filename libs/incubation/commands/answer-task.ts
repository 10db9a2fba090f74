import { Choice, command, Text } from '#platform';
import { noSuchPart, participationMachine, taskAnswered } from '../domain/cohort.js';
import { participationKind } from './kinds.js';

export class AnswerTask {
  @Choice(['accepted', 'returned']) verdict!: 'accepted' | 'returned';
  @Text({ optional: true, max: 4000 }) comment?: string;
}

export const answerTask = command({
  name: 'answer-task',
  summary: 'Accepts a task that was handed in, or returns it with a comment.',
  on: participationKind,
  may: 'run',
  target: (input: AnswerTask & { participation: string; task: string }) => input.participation,
  async decide(c, { participation, task, verdict, comment }, { aggregate, cohort }) {
    const key = { districtId_taskId_participationId: { districtId: c.district, taskId: task, participationId: participation } };
    const row = (await c.tx.taskWork.findUnique({ where: key, include: { task: true } })) ?? c.refuse(noSuchPart, { cohort: cohort.name });
    c.move(aggregate, participationMachine.take('return', aggregate.state, {}, [taskAnswered({ task, title: row.task.title, verdict })]));
    await c.tx.taskWork.update({ where: key, data: { verdict, comment: comment ?? null } });
  },
});
