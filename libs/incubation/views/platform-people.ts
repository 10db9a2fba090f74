import { Injectable } from '@nestjs/common';
import { Database, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

/** A platform's staff, services and activities. */
@Injectable()
export class PlatformPeopleView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async staff(actor: Actor, platform: string) {
    const rows = await this.database.prisma.staff.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Staff'), { platformId: platform }] }, orderBy: { id: 'asc' } });
    return { items: rows.map(({ id, name, role, professional, fullTime, trained, from, until }) => ({ id, name, role, professional, fullTime, trained, from, until })) };
  }

  async services(actor: Actor, query: PageQuery, platform: string) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.serviceGiven.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'ServiceGiven'), where, { platformId: platform }] }, include: { incubatee: true }, ...rest });
    return page(rows, query, ({ id, kind, on, by, note, incubatee }) => ({ id, kind, on, by, note, incubatee: incubatee && { id: incubatee.id, firm: incubatee.firm } }));
  }

  async activities(actor: Actor, query: PageQuery, platform: string) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.activity.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Activity'), where, { platformId: platform }] }, include: { came: { include: { incubatee: true } } }, ...rest });
    return page(rows, query, ({ id, title, kind, on, place, people, came }) => ({ id, title, kind, on, place, people, firms: came.map(({ incubatee, people: number }) => ({ incubatee: incubatee.id, firm: incubatee.firm, people: number })) }));
  }
}
