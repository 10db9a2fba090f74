import { Injectable } from '@nestjs/common';
import { localDay, refuse } from '#kernel';
import { Config, Database, notFound, Permissions, type Actor, type Table } from '#platform';
import type { FirmProfile } from '../domain/profile.js';
import { FIRM_COLUMNS, firmRow, platformFigures, type PlatformYearFigures, type YearOfFirm, type YearOfPlatform } from '../domain/statistics.js';
import { reportsOf } from '../facts/figures-of.js';

/** A platform's yearly statistics, from its records. */
@Injectable()
export class YearStatisticsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly config: Config,
  ) {}

  /** The platform's own figures of a year, each by its key. */
  async figures(actor: Actor, platform: string, year: string) {
    const seen = await this.year(actor, platform, year);
    return seen ? { year, figures: platformFigures(seen, year), firms: seen.firms.map(({ id, firm, enteredOn, endedOn, ended }) => ({ incubatee: id, firm, enteredOn, endedOn, ended })) } : refuse(notFound, { kind: 'platform', id: platform });
  }

  /** The two tables that the authorities ask for: the platform, and its firms row by row. */
  async tables(actor: Actor, platform: string, year: string) {
    const seen = await this.year(actor, platform, year);
    if (!seen) return refuse(notFound, { kind: 'platform', id: platform });
    const own: Table = { name: `载体 ${year}`, columns: ['指标', '数值'], rows: platformFigures(seen, year).map(({ zh, value }) => [zh, value]) };
    const firms: Table = { name: `企业 ${year}`, columns: FIRM_COLUMNS.map(({ zh }) => zh), rows: seen.firms.map((firm) => firmRow(firm, year)) };
    return [own, firms];
  }

  private async year(actor: Actor, id: string, year: string): Promise<YearOfPlatform | null> {
    const row = await this.database.prisma.platform.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Platform'), { id }] }, include: { aggregate: true } });
    if (!row || !this.permissions.allows(actor, 'read', 'PlatformYear', { platformId: id })) return null;
    const { prisma } = this.database;
    const of = { districtId: actor.district, platformId: id };
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    const within = { gte: first, lte: last };
    const there = { from: { lte: last }, OR: [{ until: null }, { until: { gte: first } }] };
    const instants = (at: Date) => localDay(at, this.config.TIME_ZONE).startsWith(year);
    const units = await prisma.unit.findMany({ where: { ...of, OR: [{ retiredOn: null }, { retiredOn: { gt: last } }] }, include: { leases: { where: { from: { lte: last }, to: { gte: last } } } } });
    const all = await prisma.stay.findMany({
      where: { ...of, ...there },
      include: { incubatee: { include: { reports: { where: { current: true }, orderBy: { period: 'asc' } }, investments: true, leases: { where: { platformId: id }, include: { unit: true } }, mentorSessions: { where: { platformId: id, takesTime: true } } } } },
      orderBy: [{ from: 'asc' }, { id: 'asc' }],
    });
    const stays = all.filter(({ from, until }) => until === null || until >= from);
    const rents = await prisma.rentPayment.findMany({ where: { districtId: actor.district, on: within, lease: { platformId: id } } });
    const bookings = await prisma.booking.findMany({ where: { ...of, paidOn: within } });
    const sessions = await prisma.mentorSession.findMany({ where: { ...of, aggregate: { state: 'held' } } });
    const activities = await prisma.activity.findMany({ where: { ...of, on: within } });
    const stated = await prisma.platformYear.findUnique({ where: { districtId_platformId_year: { ...of, year } } });
    const areas: Record<string, number> = {};
    for (const { use, area } of units) areas[use] = (areas[use] ?? 0) + area;
    const firms = stays.map(({ from, until, ended, incubatee }): YearOfFirm => {
      const endedOn = until !== null && until <= last ? until : null;
      const day = endedOn ?? last;
      return {
        ...{ id: incubatee.id, firm: incubatee.firm ?? '', creditCode: incubatee.creditCode, registeredOn: incubatee.registeredOn, enteredOn: from, endedOn, ended: endedOn === null ? null : ended, field: incubatee.field, profile: incubatee.profile as FirmProfile },
        mentored: incubatee.mentorSessions.some(({ startsAt }) => instants(startsAt)),
        area: Math.round(100 * incubatee.leases.filter((lease) => lease.from <= day && lease.to >= day).reduce((sum, { unit }) => sum + unit.area, 0)) / 100,
        invested: incubatee.investments.filter(({ paidOn }) => paidOn.startsWith(year)).reduce((sum, { amount }) => sum + Number(amount), 0),
        reports: reportsOf(incubatee.reports),
      };
    });
    return {
      ...{ name: row.name, kind: row.kind, level: row.level, state: row.aggregate.state, field: row.field, operator: row.operator, runningSince: row.runningSince, areas, firms },
      let: units.filter(({ leases }) => leases.length > 0).reduce((sum, { area }) => sum + area, 0),
      rentPaid: rents.reduce((sum, { amount }) => sum + Number(amount), 0),
      bookingsPaid: bookings.reduce((sum, { charge }) => sum + Number(charge ?? 0), 0),
      stated: (stated?.figures ?? {}) as PlatformYearFigures,
      staff: await prisma.staff.findMany({ where: { ...of, from: { lte: last }, OR: [{ until: null }, { until: { gte: last } }] } }),
      mentors: await prisma.mentor.count({ where: { ...of, from: { lte: last }, OR: [{ until: null }, { until: { gte: last } }] } }),
      mentoringMinutes: sessions.filter(({ startsAt }) => instants(startsAt)).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      services: await prisma.serviceGiven.count({ where: { ...of, on: within } }),
      activities: activities.length,
      people: activities.reduce((sum, { people }) => sum + (people ?? 0), 0),
      graduatesEver: await prisma.stay.count({ where: { ...of, ended: 'graduated', until: { lte: last } } }),
    };
  }
}
