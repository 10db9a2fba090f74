import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

@Injectable()
export class LandingView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async parks(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.park.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Park'), where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, parentId, name, kind, partner, partnerShare, aggregate: { version } }) => ({ id, parent: parentId, name, kind, partner, partnerShare, version }));
  }

  async sites(actor: Actor, query: PageQuery, park: string) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.site.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Site'), { parkId: park }, where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, code, area, aggregate: { state, version } }) => ({ id, code, area, state, version }));
  }

  async deals(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.deal.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Deal'), where] }, include: { aggregate: true, park: true }, ...rest });
    return page(rows, query, ({ id, projectId, firm, industry, park, siteId, aggregate: { state, version } }) => ({ id, project: projectId, firm, industry, park: { id: park.id, name: park.name }, site: siteId, state, version }));
  }

  /** A deal with what was promised a year and what came of it each quarter; an enclave's yield split with its partner. */
  async deal(actor: Actor, id: string) {
    const row = await this.database.prisma.deal.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'Deal'), { id }] },
      include: { aggregate: true, park: true, site: true, quarters: { orderBy: { quarter: 'asc' } } },
    });
    if (!row) return refuse(notFound, { kind: 'deal', id });
    const { park } = row;
    return {
      ...{ id, project: row.projectId, firm: row.firm, industry: row.industry, state: row.aggregate.state, version: row.aggregate.version },
      park: { id: park.id, name: park.name, kind: park.kind, partner: park.partner, partnerShare: park.partnerShare },
      site: row.site && { id: row.site.id, code: row.site.code },
      promised: { investment: Number(row.promisedInvestment), output: Number(row.promisedOutput), tax: Number(row.promisedTax), jobs: row.promisedJobs },
      quarters: row.quarters.map(({ quarter, output, tax, jobs }) => ({ quarter, output: Number(output), tax: Number(tax), jobs })),
    };
  }
}
