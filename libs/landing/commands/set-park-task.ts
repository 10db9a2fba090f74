import { command, Day, newId, Text } from '#platform';
import { parkTaskSet } from '../domain/park.js';
import { parkKind } from './kinds.js';

export class SetParkTask {
  @Text({ max: 300 }) title!: string;
  @Day() dueOn!: string;
}

export const setParkTask = command({
  name: 'set-park-task',
  summary: 'Sets what a zone must build by when, to be recognised or to stay so.',
  on: parkKind,
  may: 'run',
  target: (input: SetParkTask & { park: string }) => input.park,
  async decide(c, { title, dueOn }, { id: parkId, aggregate }) {
    const task = newId();
    c.announce(aggregate, parkTaskSet({ task, title, dueOn }));
    await c.tx.parkTask.create({ data: { districtId: c.district, id: task, parkId, title, dueOn } });
    return { task };
  },
});
