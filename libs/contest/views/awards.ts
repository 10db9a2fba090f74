import { Injectable } from '@nestjs/common';
import { Database, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

/** Who won what, and whether its money is paid. */
@Injectable()
export class AwardsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async awards(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.award.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Award'), where] }, include: { aggregate: true, entry: { include: { call: true } } }, ...rest });
    return page(rows, query, ({ id, entry, prize, place, money, paidOn, paidRef, code, aggregate: { state, version } }) => ({
      ...{ id, call: entry.call.id, callName: entry.call.name, entry: entry.id, title: entry.title, organisation: entry.organisation, prize, place, money: Number(money), paidOn, paidRef, code, state, version },
    }));
  }
}
