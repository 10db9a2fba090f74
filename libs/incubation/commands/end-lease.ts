import { command, Day, Text } from '#platform';
import { leaseBeyond, leaseEnded, leaseMachine } from '../domain/space.js';
import { leaseKind } from './kinds.js';

export class EndLease {
  @Day({ description: 'The last day' }) on!: string;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const endLease = command({
  name: 'end-lease',
  summary: 'Ends a lease before its term; from the next day on the unit is free.',
  on: leaseKind,
  may: 'run',
  target: (input: EndLease & { lease: string }) => input.lease,
  async decide(c, { on, reason }, { id, aggregate, unit, from, to }) {
    if (on < from || on >= to) c.refuse(leaseBeyond, { on, from, to });
    c.move(aggregate, leaseMachine.take('end', aggregate.state, {}, [leaseEnded({ code: unit.code, on, reason })]));
    await c.tx.lease.update({ where: c.key(id), data: { to: on, endReason: reason } });
  },
});
