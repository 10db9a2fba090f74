import { eventType, refusalType, stateMachine } from '#kernel';

export const FACILITY_KINDS = ['instrument', 'lab', 'room'] as const;

export const bookingMachine = stateMachine({
  name: 'booking',
  initial: 'booked',
  states: { booked: 'a firm has the time', used: 'used, and charged by the time used', missed: 'not used and not cancelled', cancelled: 'given back before it began', paid: 'used and paid' },
  transitions: {
    use: { from: ['booked'], to: 'used' },
    miss: { from: ['booked'], to: 'missed' },
    cancel: { from: ['booked'], to: 'cancelled' },
    pay: { from: ['used'], to: 'paid' },
  },
});

export const facilityAdded = eventType<{ facility: string; name: string }>('platform:facility-added', 'When a platform enters a shared instrument, lab or room.');
export const facilityRetired = eventType<{ facility: string; name: string; on: string }>('platform:facility-retired', 'When a shared instrument, lab or room goes out of use.');
export const facilityBooked = eventType<{ facility: string; name: string; startsAt: string; endsAt: string }>('booking:booked', 'When a firm books a shared instrument, lab or room.');
export const facilityUsed = eventType<{ minutes: number; charge: number }>('booking:used', 'When what was booked has been used.');
export const bookingMissed = eventType('booking:missed', 'When what was booked was neither used nor cancelled.');
export const bookingCancelled = eventType('booking:cancelled', 'When a booking is given back.');
export const bookingPaid = eventType<{ on: string; charge: number }>('booking:paid', 'When a booking has been paid.');

export const timeTaken = refusalType('booking:time-taken', 'conflict', '“{name}”在这段时间已被预约；请换一个时段。', '"{name}" is booked already within that time; take another.');
export const outsideHours = refusalType('booking:outside-hours', 'invalid', '“{name}”开放时间为 {opens}—{closes}，预约须在同一天的开放时间内。', '"{name}" is open from {opens} to {closes}; a booking lies within one day’s hours.');
export const notAhead = refusalType('booking:not-ahead', 'invalid', '时段须在将来，且结束晚于开始。', 'The time must lie ahead, and end after it begins.');
export const facilityRetiredAlready = refusalType('booking:out-of-use', 'conflict', '“{name}”已停用。', '"{name}" is out of use.');
export const notYetBegun = refusalType('booking:not-yet', 'unmet', '尚未到预约时间。', 'Its time has not come yet.');
export const begunAlready = refusalType('booking:begun', 'conflict', '已经开始，不能取消。', 'It has begun and can’t be cancelled.');

/** What so many minutes cost at a price in fen an hour, rounded down to a fen. */
export const chargeFor = (price: bigint, minutes: number): number => Math.floor((Number(price) * minutes) / 60);
