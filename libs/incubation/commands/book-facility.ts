import { localDay } from '#kernel';
import { command, Instant, newId, notFound, Ref, Text, timeZoneOf } from '#platform';
import { bookingMachine, facilityBooked, facilityRetiredAlready, notAhead, outsideHours, timeTaken } from '../domain/facility.js';
import { isWithPlatform, notAdmitted } from '../domain/incubatee.js';
import { bookingKind, incubateeKind } from './kinds.js';

export class BookFacility {
  @Ref() facility!: string;
  @Instant() startsAt!: string;
  @Instant() endsAt!: string;
  @Text({ max: 200 }) purpose!: string;
}

export const bookFacility = command({
  name: 'book-facility',
  summary: 'Books a shared instrument, lab or room of the firm’s platform for a time within its hours; nothing is booked twice.',
  on: incubateeKind,
  may: 'book',
  exclusive: false,
  target: (input: BookFacility & { incubatee: string }) => input.incubatee,
  async decide(c, { facility, purpose, ...times }, firm) {
    const [startsAt, endsAt] = [new Date(times.startsAt), new Date(times.endsAt)];
    if (!isWithPlatform(firm.aggregate.state)) c.refuse(notAdmitted, { state: firm.aggregate.state });
    await c.hold('Facility', facility);
    const row = (await c.tx.facility.findFirst({ where: { districtId: c.district, id: facility, platformId: firm.platformId! } })) ?? c.refuse(notFound, { kind: 'facility', id: facility });
    const { name, opens, closes } = row;
    if (row.retiredOn !== null) c.refuse(facilityRetiredAlready, { name });
    if (startsAt < c.now || endsAt <= startsAt) c.refuse(notAhead);
    const timeZone = await timeZoneOf(c);
    const clock = (at: Date) => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
    if (localDay(startsAt, timeZone) !== localDay(endsAt, timeZone) || clock(startsAt) < opens || clock(endsAt) > closes) c.refuse(outsideHours, { name, opens, closes });
    const id = newId();
    await c.unlessTaken(c.tx.booking.create({ data: { districtId: c.district, id, platformId: row.platformId, facilityId: facility, incubateeId: firm.id, projectId: firm.projectId, startsAt, endsAt, purpose } }), timeTaken, { name });
    c.create(bookingKind.kind, bookingMachine.begin(facilityBooked({ facility, name, ...times })), { id, project: firm.projectId });
    return { id };
  },
});
