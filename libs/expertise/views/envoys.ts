import { Injectable } from '@nestjs/common';
import { refuse, type Explanation } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { envoyYear } from '../facts/envoy-year.js';

/** Science envoys, their teams, and what they did. */
@Injectable()
export class EnvoysView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async teams(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.envoyTeam.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'EnvoyTeam'), where] }, include: { aggregate: true, _count: { select: { envoys: true, activities: true } } }, ...rest });
    return page(rows, query, ({ id, name, industry, _count, aggregate: { version } }) => ({ id, name, industry, ..._count, version }));
  }

  /** Envoys; of a year, those who were selected and whose term reaches into it. */
  async list(actor: Actor, query: PageQuery, { team, state, year }: { team?: string | undefined; state?: string | undefined; year?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { AND: [team === undefined ? {} : { teamId: team }, state === undefined ? {} : { aggregate: { state } }, year === undefined ? {} : { from: { lte: `${year}-12-31` }, to: { gte: `${year}-01-01` }, aggregate: { state: { in: ['serving', 'ended'] } } }] };
    const rows = await this.database.prisma.envoy.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Envoy'), where, asked] }, include: { aggregate: true, team: true }, ...rest });
    return page(rows, query, (row) => ({ id: row.id, name: row.name, unit: row.unit, level: row.level, industry: row.industry, team: row.team && { id: row.team.id, name: row.team.name }, from: row.from, to: row.to, state: row.aggregate.state, version: row.aggregate.version }));
  }

  async one(actor: Actor, id: string) {
    const row = await this.database.prisma.envoy.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'Envoy'), { id }] },
      include: { aggregate: true, team: true, dispatches: { orderBy: { from: 'asc' } }, services: { orderBy: { on: 'asc' } }, brought: { orderBy: { on: 'asc' } }, appraisals: { orderBy: { year: 'asc' } }, payments: { orderBy: [{ year: 'asc' }, { part: 'asc' }] } },
    });
    if (!row) return refuse(notFound, { kind: 'envoy', id });
    const years = Array.from({ length: Number(row.to.slice(0, 4)) - Number(row.from.slice(0, 4)) + 1 }, (_, n) => String(Number(row.from.slice(0, 4)) + n));
    return {
      ...{ id, name: row.name, unit: row.unit, level: row.level, industry: row.industry, team: row.team && { id: row.team.id, name: row.team.name }, person: row.personId, solver: row.solverId, from: row.from, to: row.to, fee: Number(row.fee), paper: row.paper, reason: row.reason },
      ...{ state: row.aggregate.state, version: row.aggregate.version },
      dispatches: row.dispatches.map((one) => ({ id: one.id, project: one.projectId, place: one.place, task: one.task, from: one.from, to: one.to })),
      services: row.services.map((one) => ({ id: one.id, dispatch: one.dispatchId, on: one.on, halves: one.halves, what: one.what, proof: one.proof, problem: one.problemId })),
      brought: row.brought.map(({ kind, name, place, on }) => ({ kind, name, place, on })),
      years: await Promise.all(years.map(async (year) => ({ year, ...(await envoyYear(this.database.prisma, row, year)) }))),
      appraisals: row.appraisals.map(({ year, grade, byRule, explanation, note, on }) => ({ year, grade, byRule, explanation: explanation as unknown as Explanation[], note, on })),
      payments: row.payments.map(({ year, part, amount, on, reference }) => ({ year, part, amount: Number(amount), on, reference })),
    };
  }

  async activities(actor: Actor, query: PageQuery, { year }: { year?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.envoyActivity.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'EnvoyActivity'), where, year === undefined ? {} : { on: { startsWith: year } }] }, ...rest });
    return page(rows, query, ({ id, teamId, title, place, on, envoys, people }) => ({ id, team: teamId, title, place, on, envoys, people }));
  }

  async brought(actor: Actor, query: PageQuery, { year }: { year?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.envoyBrought.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'EnvoyBrought'), where, year === undefined ? {} : { on: { startsWith: year } }] }, ...rest });
    return page(rows, query, ({ id, envoyId, kind, name, place, on }) => ({ id, envoy: envoyId, kind, name, place, on }));
  }
}
