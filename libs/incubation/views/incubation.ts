import { Injectable } from '@nestjs/common';
import { evaluate, localDay, refuse, ruleInForce } from '#kernel';
import { Clock, Config, Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { graduationFacts } from '../domain/graduation-facts.js';
import { GRADUATION } from '../rules/graduation.js';

@Injectable()
export class IncubationView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async platforms(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.platform.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'Platform'), where] },
      include: { aggregate: true, _count: { select: { incubatees: { where: { aggregate: { state: 'admitted' } } } } } },
      ...rest,
    });
    return page(rows, query, ({ id, name, kind, level, aggregate, _count }) => ({ id, name, kind, level, version: aggregate.version, incubatees: _count.incubatees }));
  }

  async incubatees(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.incubatee.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Incubatee'), where] }, include: { aggregate: true, platform: true }, ...rest });
    return page(rows, query, ({ id, projectId, firm, platform, contractFrom, contractTo, aggregate: { state, version } }) => ({
      ...{ id, project: projectId, firm, platform: platform && { id: platform.id, name: platform.name }, contractFrom, contractTo, state, version },
    }));
  }

  /** A firm in incubation with its milestones, reports and money, and what is still missing for graduation. */
  async incubatee(actor: Actor, id: string) {
    const row = await this.database.prisma.incubatee.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'Incubatee'), { id }] },
      include: { aggregate: true, platform: true, milestones: { orderBy: { dueOn: 'asc' } }, reports: { orderBy: { quarter: 'asc' } }, investments: true },
    });
    if (!row) return refuse(notFound, { kind: 'incubatee', id });
    const rule = ruleInForce(GRADUATION, 'incubator-graduation', localDay(this.clock.now(), this.config.TIME_ZONE));
    return {
      ...{ id, project: row.projectId, firm: row.firm, state: row.aggregate.state, version: row.aggregate.version, contractFrom: row.contractFrom, contractTo: row.contractTo },
      platform: row.platform && { id: row.platform.id, name: row.platform.name },
      milestones: row.milestones.map(({ id: milestone, title, dueOn, reachedOn }) => ({ id: milestone, title, dueOn, reachedOn })),
      reports: row.reports.map(({ quarter, revenue, research, staff, validIp, reportedAt }) => ({ quarter, revenue: Number(revenue), research: Number(research), staff, validIp, reportedAt })),
      investments: row.investments.map(({ id: investment, fundId, amount, instrument, paidOn }) => ({ id: investment, fund: fundId, amount: Number(amount), instrument, paidOn })),
      graduation: row.graduation ?? (rule && evaluate(rule, graduationFacts({}, row.investments.map(({ amount }) => amount), row.reports))),
    };
  }

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
