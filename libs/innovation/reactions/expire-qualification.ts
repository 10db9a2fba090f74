import { reaction } from '#platform';
import { qualificationExpired, qualificationMachine, qualificationOver } from '../domain/qualification.js';

export const expireQualification = reaction({
  name: 'expire-qualification',
  summary: 'Lets a qualification expire when its certificate’s term is over.',
  on: [qualificationOver],
  async react(c, { aggregate, payload }) {
    await c.lock(aggregate);
    const row = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(aggregate) });
    if (row.state !== 'recognised') return;
    c.move(row, qualificationMachine.take('expire', row.state, {}, [qualificationExpired(payload)]));
  },
});
