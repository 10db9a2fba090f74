import { command, Day, notAhead, Text } from '#platform';
import { noSuchTask, parkTaskDone } from '../domain/park.js';
import { parkKind } from './kinds.js';

export class FinishParkTask {
  @Day() on!: string;
  @Text({ max: 300, description: 'The paper or photo that proves it' }) evidence!: string;
}

export const finishParkTask = command({
  name: 'finish-park-task',
  summary: 'Puts down that a zone has built what it must, with the evidence.',
  on: parkKind,
  may: 'run',
  target: (input: FinishParkTask & { park: string; task: string }) => input.park,
  async decide(c, { task: wanted, on, evidence }, { aggregate, tasks }) {
    await notAhead(c, on);
    const task = tasks.find(({ id, doneOn }) => id === wanted && doneOn === null) ?? c.refuse(noSuchTask);
    c.announce(aggregate, parkTaskDone({ task: task.id, title: task.title, on }));
    await c.tx.parkTask.update({ where: c.key(task.id), data: { doneOn: on, evidence } });
  },
});
