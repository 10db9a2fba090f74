import { Injectable } from '@nestjs/common';
import { localDay } from '#kernel';
import { Clock, Config, Database, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

/** Shared instruments, labs and rooms: when they are taken, and how much they are used. */
@Injectable()
export class FacilitiesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The facilities of a platform with the times that are taken from now on, without saying by whom. */
  async list(actor: Actor, platform: string) {
    const rows = await this.database.prisma.facility.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'Facility'), { platformId: platform }] },
      include: { bookings: { where: { takesTime: true, endsAt: { gte: this.clock.now() } }, orderBy: { startsAt: 'asc' }, take: 500 } },
      orderBy: { id: 'asc' },
    });
    return { items: rows.map(({ id, kind, name, place, price, opens, closes, retiredOn, bookings }) => ({ id, kind, name, place, price: Number(price), opens, closes, retiredOn, taken: bookings.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })) })) };
  }

  async bookings(actor: Actor, query: PageQuery, platform?: string) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.booking.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Booking'), where, platform === undefined ? {} : { platformId: platform }] }, include: { aggregate: true, facility: true, incubatee: true }, ...rest });
    return page(rows, query, ({ id, facility, incubateeId, incubatee, startsAt, endsAt, purpose, minutesUsed, charge, paidOn, aggregate: { state, version } }) => ({
      ...{ id, facility: facility.id, name: facility.name, incubatee: incubateeId, firm: incubatee.firm, startsAt, endsAt, purpose, minutesUsed, charge: charge === null ? null : Number(charge), paidOn, state, version },
    }));
  }

  /** Each facility's use in a year, month by month: bookings, hours, charges, and what of them is paid; in fen. */
  async use(actor: Actor, platform: string, year: string) {
    const rows = await this.database.prisma.booking.findMany({ where: { AND: [this.permissions.where(actor, 'run', 'Booking'), { platformId: platform }] }, include: { aggregate: true, facility: true } });
    const used = rows.map((row) => ({ ...row, month: localDay(row.startsAt, this.config.TIME_ZONE).slice(0, 7) })).filter(({ month }) => month.startsWith(year));
    return {
      items: [...Map.groupBy(used, ({ facilityId, month }) => `${facilityId} ${month}`)].map(([, own]) => {
        const [first, total] = [own[0]!, (of: (row: (typeof own)[number]) => number) => own.reduce((sum, row) => sum + of(row), 0)];
        return {
          ...{ facility: first.facilityId, name: first.facility.name, month: first.month, bookings: own.length, missed: own.filter(({ aggregate }) => aggregate.state === 'missed').length, cancelled: own.filter(({ aggregate }) => aggregate.state === 'cancelled').length },
          ...{ minutes: total(({ minutesUsed }) => minutesUsed ?? 0), charged: total(({ charge }) => Number(charge ?? 0)), paid: total(({ charge, paidOn }) => (paidOn === null ? 0 : Number(charge))) },
        };
      }).sort((a, b) => (a.month + a.name < b.month + b.name ? -1 : 1)),
    };
  }
}
