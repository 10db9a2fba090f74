import { Injectable } from '@nestjs/common';
import { Database, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

@Injectable()
export class PeopleView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async me(actor: Actor) {
    if (actor.kind !== 'person') return null;
    const row = await this.database.prisma.person.findUniqueOrThrow({ where: { districtId_id: { districtId: actor.district, id: actor.id } } });
    return { id: row.id, name: row.name, email: row.email, language: row.language, district: actor.district, grants: actor.grants };
  }

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.person.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'Person'), where] },
      include: { aggregate: true, grants: true },
      ...rest,
    });
    return page(rows, query, ({ id, name, email, aggregate, grants }) => ({
      id,
      name,
      email,
      state: aggregate.state,
      version: aggregate.version,
      grants: grants.map(({ role, scopeId }) => ({ role, scope: scopeId })),
    }));
  }
}
