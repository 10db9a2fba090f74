import { command } from '#platform';
import { begunAlready, bookingCancelled, bookingMachine } from '../domain/facility.js';
import { bookingKind } from './kinds.js';

export const cancelBooking = command({
  name: 'cancel-booking',
  summary: 'Gives a booking back before it begins; the time is free again.',
  on: bookingKind,
  may: 'cancel',
  target: (input: { booking: string }) => input.booking,
  async decide(c, _, { id, aggregate, startsAt }) {
    if (c.now >= startsAt) c.refuse(begunAlready);
    c.move(aggregate, bookingMachine.take('cancel', aggregate.state, {}, [bookingCancelled({})]));
    await c.tx.booking.update({ where: c.key(id), data: { takesTime: false } });
  },
});
