import { reaction } from '#platform';
import { roundClosed, roundMachine, voteEnds } from '../domain/judging.js';

export const endVote = reaction({
  name: 'end-vote',
  summary: 'Closes a public vote when its time is over.',
  on: [voteEnds],
  async react(c, { aggregate: id, payload: { call } }) {
    await c.lock(id);
    const aggregate = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(id) });
    if (aggregate.state === 'judging') c.move(aggregate, roundMachine.take('close', aggregate.state, {}, [roundClosed({ call })]));
  },
});
