import { Injectable } from '@nestjs/common';
import { Database, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

/** Seed funds, and who was proposed to them. */
@Injectable()
export class FundsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async proposals(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.fundProposal.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'FundProposal'), where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, projectId, entryId, title, reason, aggregate: { state, version } }) => ({ id, project: projectId, entry: entryId, title, reason, state, version }));
  }

  async funds(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.seedFund.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'SeedFund'), where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, name, capital, committed, aggregate: { version } }) => ({ id, name, capital: Number(capital), committed: Number(committed), left: Number(capital - committed), version }));
  }
}
