import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

/** Experts, teams and institutes, and what the district does with them. */
@Injectable()
export class SolversView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async solvers(actor: Actor, query: PageQuery, { kind, field }: { kind?: string | undefined; field?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(kind !== undefined && { kind }), ...(field !== undefined && { fields: { has: field } }) };
    const rows = await this.database.prisma.solver.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Solver'), where, asked] }, include: { aggregate: true, institute: true }, ...rest });
    return page(rows, query, ({ id, kind: sort, name, title, fields, institute, resting, aggregate: { version } }) => ({ id, kind: sort, name, title, fields, institute: institute?.name ?? null, resting, version }));
  }

  async solver(actor: Actor, id: string) {
    const row = await this.database.prisma.solver.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Solver'), { id }] }, include: { aggregate: true, institute: true, works: { orderBy: { id: 'asc' } } } });
    if (!row) return refuse(notFound, { kind: 'solver', id });
    const solved = await this.database.prisma.problem.findMany({ where: { districtId: actor.district, solverId: id, solvedOn: { not: null } }, orderBy: { solvedOn: 'asc' } });
    return {
      ...{ id, kind: row.kind, name: row.name, title: row.title, person: row.personId, members: row.members, fields: row.fields, profile: row.profile, resting: row.resting, version: row.aggregate.version },
      institute: row.institute && { id: row.institute.id, name: row.institute.name },
      works: row.works.map(({ id: work, kind, title, text, number, on }) => ({ id: work, kind, title, text, number, on })),
      solved: solved.map(({ id: problem, title, field, solvedOn, rating }) => ({ id: problem, title, field, solvedOn, rating })),
    };
  }

  async institutes(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.institute.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Institute'), where] }, include: { aggregate: true, _count: { select: { projects: true, agreements: true, platforms: true, promotions: true } } }, ...rest });
    return page(rows, query, ({ id, name, kind, place, fields, _count, aggregate: { version } }) => ({ id, name, kind, place, fields, ..._count, version }));
  }

  async institute(actor: Actor, id: string) {
    const row = await this.database.prisma.institute.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'Institute'), { id }] },
      include: { aggregate: true, agreements: { orderBy: { signedOn: 'asc' } }, projects: { include: { aggregate: true } }, platforms: { include: { aggregate: true } }, promotions: { orderBy: { on: 'asc' } }, solvers: true },
    });
    if (!row) return refuse(notFound, { kind: 'institute', id });
    return {
      ...{ id, name: row.name, kind: row.kind, place: row.place, profile: row.profile, fields: row.fields, version: row.aggregate.version },
      agreements: row.agreements.map(({ title, paper, signedOn, endsOn }) => ({ title, paper, signedOn, endsOn })),
      projects: row.projects.map(({ id: project, title, level, from, to, aggregate }) => ({ id: project, title, level, from, to, state: aggregate.state })),
      platforms: row.platforms.map(({ id: platform, name, kind, level, aggregate }) => ({ id: platform, name, kind, level, state: aggregate.state })),
      promotions: row.promotions.map(({ id: promotion, title, field, on, to }) => ({ id: promotion, title, field, on, to })),
      solvers: row.solvers.map(({ id: solver, name, kind }) => ({ id: solver, name, kind })),
    };
  }

  async jointProjects(actor: Actor, query: PageQuery, { year, across, state }: { year?: string | undefined; across?: string | undefined; state?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(year !== undefined && { from: { lte: `${year}-12-31` }, to: { gte: `${year}-01-01` } }), ...(across === 'yes' && { partnerDistrict: { not: null } }), ...(across === 'no' && { partnerDistrict: null }), ...(state !== undefined && { aggregate: { state } }) };
    const rows = await this.database.prisma.jointProject.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'JointProject'), where, asked] }, include: { aggregate: true, institute: true }, ...rest });
    return page(rows, query, (row) => ({ id: row.id, title: row.title, level: row.level, institute: row.institute?.name ?? null, project: row.projectId, partnerDistrict: row.partnerDistrict, partners: row.partners, funds: Number(row.funds), from: row.from, to: row.to, endedOn: row.endedOn, outcome: row.outcome, state: row.aggregate.state, version: row.aggregate.version }));
  }

  async researchPlatforms(actor: Actor, query: PageQuery, { kind, level, state }: { kind?: string | undefined; level?: string | undefined; state?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(kind !== undefined && { kind }), ...(level !== undefined && { level }), ...(state !== undefined && { aggregate: { state } }) };
    const rows = await this.database.prisma.researchPlatform.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'ResearchPlatform'), where, asked] }, include: { aggregate: true, institute: true }, ...rest });
    return page(rows, query, (row) => ({ id: row.id, name: row.name, kind: row.kind, level: row.level, operator: row.operator, field: row.field, institute: row.institute?.name ?? null, steps: row.steps as unknown as { act: string; level: string; on: string; paper: string; reason: string | null }[], state: row.aggregate.state, version: row.aggregate.version }));
  }

  async promotions(actor: Actor, query: PageQuery, { year }: { year?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.promotion.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Promotion'), where, year === undefined ? {} : { on: { startsWith: year } }] }, include: { institute: true }, ...rest });
    return page(rows, query, ({ id, title, field, on, to, institute, fromDistrict }) => ({ id, title, field, on, to, institute: institute?.name ?? null, fromDistrict }));
  }
}
