import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

@Injectable()
export class PeopleView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async me(actor: Actor) {
    if (actor.kind !== 'person') return null;
    const row = await this.database.prisma.person.findUniqueOrThrow({ where: { districtId_id: { districtId: actor.district, id: actor.id } }, include: { user: true } });
    return { secondFactor: row.user?.twoFactorEnabled ?? false, id: row.id, name: row.name, email: row.email, phone: row.phone, language: row.language, district: actor.district, grants: actor.grants };
  }

  /** When the code that someone has to type was sent; null where none was. */
  async phoneAsked(actor: Actor, person: string): Promise<Date | null> {
    return (await this.database.prisma.person.findUnique({ where: { districtId_id: { districtId: actor.district, id: person } }, select: { phoneAskedAt: true } }))?.phoneAskedAt ?? null;
  }

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.person.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'Person'), where] },
      include: { aggregate: true, grants: true, organisation: true, user: true },
      ...rest,
    });
    return page(rows, query, ({ id, name, email, aggregate, grants, organisation, user }) => ({
      id,
      name,
      email,
      verified: user?.emailVerified ?? false,
      organisation: organisation?.name ?? null,
      state: aggregate.state,
      version: aggregate.version,
      grants: grants.map(({ role, scopeId }) => ({ role, scope: scopeId })),
    }));
  }

  async ties(actor: Actor, person: string) {
    const { prisma } = this.database;
    if ((await prisma.person.count({ where: { AND: [this.permissions.where(actor, 'read', 'Person'), { id: person }] } })) === 0) return refuse(notFound, { kind: 'person', id: person });
    const rows = await prisma.tie.findMany({ where: { districtId: actor.district, personId: person }, include: { organisation: true }, orderBy: { id: 'asc' } });
    return { items: rows.map(({ id, kind, projectId, organisation, note, declaredBy, declaredAt }) => ({ id, kind, project: projectId, organisation: organisation?.name ?? null, note, declaredBy, declaredAt })) };
  }

  /** Whom an invitation is for and what waits for him; `taken` once an account has it. */
  async invitation(actor: Actor, id: string) {
    const row = await this.database.prisma.person.findUnique({ where: { districtId_id: { districtId: actor.district, id } }, include: { aggregate: true, grants: true } });
    if (!row || row.aggregate.state === 'forgotten') return refuse(notFound, { kind: 'person', id });
    return { name: row.name, roles: [...new Set(row.grants.map(({ role }) => role))], taken: row.userId !== null || row.mergedInto !== null, yours: actor.kind === 'person' && (actor.id === id || actor.id === row.mergedInto) };
  }

  /** Who asks, by name alone. */
  async mergeRequest(actor: Actor, id: string) {
    const { prisma } = this.database;
    const row = await prisma.mergeRequest.findUnique({ where: { districtId_id: { districtId: actor.district, id } }, include: { aggregate: true } });
    if (!row) return refuse(notFound, { kind: 'merge-request', id });
    const keeper = await prisma.person.findUniqueOrThrow({ where: { districtId_id: { districtId: actor.district, id: row.keeperId } } });
    return { id, state: row.aggregate.state, keeper: keeper.name };
  }

  async organisations(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.organisation.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Organisation'), where] }, ...rest });
    return page(rows, query, ({ id, name, creditCode, parentId }) => ({ id, name, creditCode, parent: parentId }));
  }
}
