import { money, moneyOutside, post } from '#ledger';
import { command, Day } from '#platform';
import { bookingMachine, bookingPaid } from '../domain/facility.js';
import { bookingKind } from './kinds.js';

export class PayBooking {
  @Day() on!: string;
}

export const payBooking = command({
  name: 'pay-booking',
  summary: 'Records that a firm has paid for what it used.',
  on: bookingKind,
  may: 'run',
  target: (input: PayBooking & { booking: string }) => input.booking,
  async decide(c, { on }, { id, aggregate, charge, platformId, projectId }) {
    c.move(aggregate, bookingMachine.take('pay', aggregate.state, {}, [bookingPaid({ on, charge: Number(charge) })]));
    await c.tx.booking.update({ where: c.key(id), data: { paidOn: on } });
    await post(c, [{ from: moneyOutside(projectId, 'facilities'), to: money(platformId, 'facilities'), amount: charge ?? 0n, on, ground: `booking:${id}`, about: id }]);
  },
});
