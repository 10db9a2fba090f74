import { Injectable } from '@nestjs/common';
import { publicHolidays } from '#kernel';
import { Calendar, Database, Permissions, type Actor } from '#platform';

/** The days of a year that are not what their weekday says: by the State Council's notice, and by the district. */
@Injectable()
export class HolidaysView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  async list(actor: Actor, year = this.calendar.today().slice(0, 4)) {
    const rows = await this.database.prisma.holiday.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Holiday'), { aggregate: { state: 'set' }, from: { lte: `${year}-12-31` }, to: { gte: `${year}-01-01` } }] }, include: { aggregate: true }, orderBy: { from: 'asc' } });
    const published = publicHolidays(year);
    return { year, published: published.length > 0, calendar: published, own: rows.map(({ id, name, from, to, worked, paper, aggregate }) => ({ id, name, from, to, worked, paper, version: aggregate.version })) };
  }
}
