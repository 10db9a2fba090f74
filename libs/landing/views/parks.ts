import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Calendar, Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { parkMap } from '../domain/park-map.js';
import { FROM_THE_START } from '../domain/park.js';
import { offerOf } from './site-offer.js';

/** Parks and their sites: the tree, what an enclave's partners share, what must be built, who has which site. */
@Injectable()
export class ParksView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  async parks(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.park.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Park'), where] }, include: { aggregate: true, _count: { select: { sites: true, deals: true } } }, ...rest });
    return page(rows, query, ({ id, parentId, name, kind, partner, level, _count, aggregate: { version } }) => ({ id, parent: parentId, name, kind, partner, level, ..._count, version }));
  }

  /** A park with its way, what it must build and what is late, an enclave's shares by year, and the parts of it. */
  async park(actor: Actor, id: string) {
    const row = await this.database.prisma.park.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Park'), { id }] }, include: { aggregate: true, children: true, shares: { orderBy: { year: 'asc' } }, tasks: { orderBy: { dueOn: 'asc' } } } });
    if (!row) return refuse(notFound, { kind: 'park', id });
    const today = this.calendar.today();
    return {
      ...{ id, name: row.name, kind: row.kind, level: row.level, parent: row.parentId, partner: row.partner, version: row.aggregate.version },
      steps: row.steps as unknown as { act: string; level: string; on: string; paper: string }[],
      children: row.children.map((child) => ({ id: child.id, name: child.name, kind: child.kind })),
      shares: row.shares.map(({ year, output, tax, emission }) => ({ year: year === FROM_THE_START ? null : year, output, tax, emission })),
      tasks: row.tasks.map((task) => ({ id: task.id, title: task.title, dueOn: task.dueOn, doneOn: task.doneOn, evidence: task.evidence, late: task.doneOn === null && task.dueOn < today })),
    };
  }

  async sites(actor: Actor, query: PageQuery, { park, state, kind, area }: { park?: string | undefined; state?: string | undefined; kind?: string | undefined; area?: number | undefined }) {
    const { where, ...rest } = slice(query);
    const today = this.calendar.today();
    const asked = { ...(park !== undefined && { parkId: park }), ...(kind !== undefined && { kind }), ...(area !== undefined && { area: { gte: area } }), ...(state !== undefined && { aggregate: { state } }) };
    const rows = await this.database.prisma.site.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Site'), where, asked] }, include: { aggregate: true, holds: { where: { from: { lte: today }, OR: [{ until: null }, { until: { gte: today } }] } } }, ...rest });
    return page(rows, query, (row) => ({
      ...{ park: row.parkId, code: row.code, ...offerOf(row), latitude: row.latitude, longitude: row.longitude, note: row.note },
      ...{ state: row.aggregate.state, reservedUntil: row.holds.find(({ kind: hold }) => hold === 'reserved')?.until ?? null, version: row.aggregate.version },
    }));
  }

  /** A site with everyone who had it, or has it reserved; whose deals those are is for those who may read them. */
  async site(actor: Actor, id: string) {
    const row = await this.database.prisma.site.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Site'), { id }] }, include: { aggregate: true, holds: { include: { deal: true }, orderBy: { from: 'asc' } } } });
    if (!row) return refuse(notFound, { kind: 'site', id });
    return {
      ...{ park: row.parkId, code: row.code, ...offerOf(row), latitude: row.latitude, longitude: row.longitude, note: row.note, retiredOn: row.retiredOn, state: row.aggregate.state, version: row.aggregate.version },
      history: row.holds.filter(({ from, until }) => until === null || until >= from).map(({ kind, from, until, reason, deal }) => ({ kind, from, until, reason, ...(this.permissions.allows(actor, 'read', 'Deal', deal) && { deal: { id: deal.id, firm: deal.firm } }) })),
    };
  }

  /** The picture of a park's sites that have coordinates; undefined where there is no such park. */
  async map(actor: Actor, id: string): Promise<string | undefined> {
    const today = this.calendar.today();
    const row = await this.database.prisma.park.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Park'), { id }] }, include: { sites: { where: { latitude: { not: null }, longitude: { not: null } }, include: { aggregate: true, holds: { where: { kind: 'reserved', from: { lte: today }, until: { gte: today } } } } } } });
    if (!row) return undefined;
    const shown = row.sites.filter(({ aggregate }) => aggregate.state !== 'retired').map(({ code, latitude, longitude, aggregate, holds }) => ({ code, latitude: latitude!, longitude: longitude!, state: aggregate.state === 'free' && holds.length > 0 ? 'reserved' : aggregate.state }));
    return parkMap(row.name, shown);
  }
}
