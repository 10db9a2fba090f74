import { command, Day, newId, Text } from '#platform';
import { cohortMachine, cohortPlanned } from '../domain/cohort.js';
import { cohortKind } from './kinds.js';

export class SetTask {
  @Text({ max: 120 }) title!: string;
  @Text({ max: 8000 }) text!: string;
  @Day() dueOn!: string;
}

export const setTask = command({
  name: 'set-task',
  summary: 'Gives the participants of a term a task.',
  on: cohortKind,
  may: 'run',
  target: (input: SetTask & { cohort: string }) => input.cohort,
  async decide(c, { cohort, ...given }, { aggregate }) {
    const task = newId();
    c.move(aggregate, cohortMachine.take('plan', aggregate.state, {}, [cohortPlanned({ what: 'task', title: given.title })]));
    await c.tx.cohortTask.create({ data: { districtId: c.district, id: task, cohortId: cohort, ...given } });
    return { task };
  },
});
