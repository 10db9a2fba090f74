import { Injectable } from '@nestjs/common';
import { hundredths, refuse } from '#kernel';
import { Calendar, Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { rentMonths } from '../domain/rent.js';

type Corners = readonly { readonly x: number; readonly y: number }[];

/** Buildings, rooms, leases and what is owed for them. */
@Injectable()
export class SpaceView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  /** The plan of a platform on a day: buildings, floors, units with their outlines, who is in them, and how much is let. */
  async plan(actor: Actor, platform: string, on = this.calendar.today()) {
    if ((await this.database.prisma.platform.count({ where: { AND: [this.permissions.where(actor, 'read', 'Platform'), { id: platform }] } })) === 0 || !this.permissions.allows(actor, 'read', 'Unit', { platformId: platform })) return refuse(notFound, { kind: 'platform', id: platform });
    const of = { districtId: actor.district, platformId: platform };
    const buildings = await this.database.prisma.building.findMany({ where: of, orderBy: { id: 'asc' } });
    const units = await this.database.prisma.unit.findMany({
      where: { ...of, OR: [{ retiredOn: null }, { retiredOn: { gt: on } }] },
      include: { leases: { where: { from: { lte: on }, to: { gte: on } }, include: { incubatee: true } } },
      orderBy: [{ floor: 'asc' }, { code: 'asc' }],
    });
    const lettable = units.filter(({ use }) => use !== 'public' && use !== 'property');
    const sum = (rows: readonly { area: number }[]) => hundredths(rows.reduce((total, { area }) => total + area, 0));
    const shown = units.map(({ id, buildingId, floor, code, use, area, desks, price, outline, leases }) => {
      const lease = leases[0];
      return { building: buildingId, id, floor, code, use, area, desks, price: Number(price), outline: outline as Corners | null, let: lease ? { lease: lease.id, incubatee: lease.incubateeId, firm: lease.incubatee.firm, from: lease.from, to: lease.to } : null };
    });
    const letNow = lettable.filter(({ leases }) => leases.length > 0);
    return {
      on,
      area: sum(units),
      lettable: sum(lettable),
      let: sum(letNow),
      occupancy: lettable.length === 0 ? null : hundredths((100 * sum(letNow)) / sum(lettable)),
      buildings: buildings.map(({ id, name, address, floors }) => ({
        ...{ id, name, address },
        floors: (floors as unknown as { floor: number; area: number; outline?: Corners }[]).map(({ floor, area, outline }) => ({ floor, area, outline: outline ?? null, units: shown.filter((unit) => unit.building === id && unit.floor === floor) })),
      })),
    };
  }

  async leases(actor: Actor, query: PageQuery, platform?: string) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.lease.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Lease'), where, platform === undefined ? {} : { platformId: platform }] }, include: { aggregate: true, unit: true, incubatee: true, payments: true }, ...rest });
    const today = this.calendar.today();
    return page(rows, query, (lease) => {
      const owed = rentMonths(lease, today).reduce((sum, month) => sum + month.owed, 0);
      const paid = lease.payments.reduce((sum, { amount }) => sum + Number(amount), 0);
      return { id: lease.id, unit: lease.unit.code, area: lease.unit.area, incubatee: lease.incubateeId, firm: lease.incubatee.firm, from: lease.from, to: lease.to, rent: Number(lease.rent), subsidy: lease.subsidy, state: lease.aggregate.state, owed, paid, left: owed - paid };
    });
  }

  /** A lease's account: each month's rent, what of it is subsidised, what was paid and what is left, in fen. */
  async account(actor: Actor, id: string) {
    const lease = await this.database.prisma.lease.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Lease'), { id }] }, include: { aggregate: true, unit: true, incubatee: true, payments: { orderBy: [{ on: 'asc' }, { id: 'asc' }] } } });
    if (!lease) return refuse(notFound, { kind: 'lease', id });
    const months = rentMonths(lease, this.calendar.today());
    const total = (key: 'rent' | 'subsidised' | 'owed') => months.reduce((sum, month) => sum + month[key], 0);
    const payments = lease.payments.map(({ amount, on, note }) => ({ amount: Number(amount), on, note }));
    const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
    return { id, unit: lease.unit.code, firm: lease.incubatee.firm, from: lease.from, to: lease.to, state: lease.aggregate.state, endReason: lease.endReason, months, payments, rent: total('rent'), subsidised: total('subsidised'), owed: total('owed'), paid, left: total('owed') - paid };
  }
}
