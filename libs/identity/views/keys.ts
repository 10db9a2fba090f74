import { Injectable } from '@nestjs/common';
import { Database, Permissions, type Actor } from '#platform';

/** One's keys, with when each was last used; administrators see everyone's. */
@Injectable()
export class KeysView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async list(actor: Actor, everyone: boolean) {
    const own = !everyone && actor.kind === 'person' ? { personId: actor.id } : {};
    const rows = await this.database.prisma.apiKey.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'ApiKey'), own] }, include: { aggregate: true, person: true }, orderBy: { id: 'asc' } });
    return { items: rows.map(({ id, name, scopes, expiresAt, lastUsedAt, person, aggregate }) => ({ id, name, scopes, expiresAt, lastUsedAt, person: { id: person.id, name: person.name }, state: aggregate.state })) };
  }
}
