import { command } from '#platform';
import { callsUnfinished, contestArchived, contestMachine } from '../domain/call.js';
import { contestKind } from './kinds.js';

export const archiveContest = command({
  name: 'archive-contest',
  summary: 'Puts an edition away once all its calls are final.',
  on: contestKind,
  may: 'set-up',
  target: (input: { contest: string }) => input.contest,
  async decide(c, _, { id, name, edition, aggregate }) {
    const count = await c.tx.call.count({ where: { districtId: c.district, contestId: id, aggregate: { state: { notIn: ['final', 'archived'] } } } });
    if (count > 0) c.refuse(callsUnfinished, { count });
    c.move(aggregate, contestMachine.take('archive', aggregate.state, {}, [contestArchived({ name, edition })]));
  },
});
