import { Choice, command, Whole } from '#platform';
import { bookingMachine, bookingMissed, chargeFor, facilityUsed, notYetBegun } from '../domain/facility.js';
import { bookingKind } from './kinds.js';

export class CloseBooking {
  @Choice(['used', 'missed']) as!: 'used' | 'missed';
  @Whole({ optional: true, min: 1, max: 100_000, description: 'Minutes used; those booked where it is left out' }) minutes?: number;
}

export const closeBooking = command({
  name: 'close-booking',
  summary: 'Records that what was booked was used, for how long and at what charge, or that nobody came.',
  on: bookingKind,
  may: 'run',
  target: (input: CloseBooking & { booking: string }) => input.booking,
  async decide(c, { as, minutes }, { id, aggregate, facility, startsAt, endsAt }) {
    if (c.now < startsAt) c.refuse(notYetBegun);
    const used = as === 'missed' ? 0 : (minutes ?? Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000));
    const charge = chargeFor(facility.price, used);
    c.move(aggregate, as === 'missed' ? bookingMachine.take('miss', aggregate.state, {}, [bookingMissed({})]) : bookingMachine.take('use', aggregate.state, {}, [facilityUsed({ minutes: used, charge })]));
    await c.tx.booking.update({ where: c.key(id), data: { minutesUsed: used, charge: BigInt(charge) } });
    return { charge };
  },
});
