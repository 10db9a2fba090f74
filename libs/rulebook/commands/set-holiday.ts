import { daysBetween } from '#kernel';
import { command, Day, districtKind, Flag, Text } from '#platform';
import { holidayDates, holidayMachine, holidayOverlaps, holidaySet } from '../domain/holiday.js';
import { holidayKind } from './kinds.js';

const MOST_DAYS = 31;

export class SetHoliday {
  @Text({ min: 2, max: 60 }) name!: string;
  @Day() from!: string;
  @Day({ description: 'The last of the days' }) to!: string;
  @Flag({ description: 'true: days of rest that are worked; false: days off' }) worked!: boolean;
  @Text({ min: 2, max: 200, description: 'The notice that says so' }) paper!: string;
}

export const setHoliday = command({
  name: 'set-holiday',
  summary: 'Declares days off, or worked, against the calendar that the program brings; terms that begin from now on count them so.',
  on: districtKind,
  may: 'set-rules',
  target: (_: SetHoliday, district) => district,
  async decide(c, input) {
    const { name, from, to, worked, paper } = input;
    const days = daysBetween(from, to);
    if (days < 0 || days >= MOST_DAYS) c.refuse(holidayDates, { from, to, most: MOST_DAYS });
    const other = await c.tx.holiday.findFirst({ where: { districtId: c.district, aggregate: { state: 'set' }, from: { lte: to }, to: { gte: from } } });
    if (other) c.refuse(holidayOverlaps, { from, to, name: other.name });
    const id = c.create(holidayKind.kind, holidayMachine.begin(holidaySet({ name, from, to, worked })));
    await c.tx.holiday.create({ data: { districtId: c.district, id, name, from, to, worked, paper } });
  },
});
