import { command, Text } from '#platform';
import { acceptedTask, noSuchPart, participationMachine, taskHandedIn } from '../domain/cohort.js';
import { participationKind } from './kinds.js';

export class HandInTask {
  @Text({ max: 20_000 }) text!: string;
}

export const handInTask = command({
  name: 'hand-in-task',
  summary: 'Hands a task in, or again after it was returned; late is better than never.',
  on: participationKind,
  may: 'hand-in',
  target: (input: HandInTask & { participation: string; task: string }) => input.participation,
  async decide(c, { task, text }, { id: participationId, aggregate, cohort, name }) {
    const row = (await c.tx.cohortTask.findFirst({ where: { districtId: c.district, id: task, cohortId: cohort.id } })) ?? c.refuse(noSuchPart, { cohort: cohort.name });
    const key = { districtId: c.district, taskId: task, participationId };
    const before = await c.tx.taskWork.findUnique({ where: { districtId_taskId_participationId: key } });
    if (before?.verdict === 'accepted') c.refuse(acceptedTask);
    c.move(aggregate, participationMachine.take('hand-in', aggregate.state, {}, [taskHandedIn({ task, title: row.title, platform: cohort.platformId, firm: name })]));
    const work = { text, handedInAt: c.now, verdict: null, comment: null };
    await c.tx.taskWork.upsert({ where: { districtId_taskId_participationId: key }, create: { ...key, ...work }, update: work });
  },
});
