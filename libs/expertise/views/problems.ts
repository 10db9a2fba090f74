import { Injectable } from '@nestjs/common';
import { daysBetween, refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import type { Match } from '../domain/matching.js';
import { matchesFor } from '../facts/matches-for.js';

interface Agreement {
  readonly number: string;
  readonly amount: number;
  readonly from: string;
  readonly to: string;
  readonly work: string;
}

export interface ProblemsAsked {
  readonly state?: string | undefined;
  readonly field?: string | undefined;
  readonly solved?: string | undefined;
}

/** Firms' technical problems, who was found for them, and how they were solved. */
@Injectable()
export class ProblemsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async list(actor: Actor, query: PageQuery, { state, field, solved }: ProblemsAsked) {
    const { where, ...rest } = slice(query);
    const asked = { ...(state !== undefined && { aggregate: { state } }), ...(field !== undefined && { field }), ...(solved !== undefined && { solvedOn: { startsWith: solved } }) };
    const rows = await this.database.prisma.problem.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Problem'), where, asked] }, include: { aggregate: true }, ...rest });
    return page(rows, query, (row) => ({ id: row.id, project: row.projectId, firm: row.firm, title: row.title, field: row.field, urgency: row.urgency, neededBy: row.neededBy, statedOn: row.statedOn, solvedOn: row.solvedOn, days: row.solvedOn === null ? null : daysBetween(row.statedOn, row.solvedOn), state: row.aggregate.state, version: row.aggregate.version }));
  }

  /** Problems that firms let everyone see, as far as they do; never the firm's name. */
  async published(district: string, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.problem.findMany({ where: { AND: [{ districtId: district, open: { in: ['title', 'all'] }, aggregate: { state: { not: 'withdrawn' } } }, where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, title, field, urgency, open, symptoms, goal, statedOn, aggregate }) => ({ id, title, field, urgency, statedOn, state: aggregate.state, ...(open === 'all' && { symptoms, goal }) }));
  }

  async one(actor: Actor, id: string) {
    const row = await this.database.prisma.problem.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'Problem'), { id }] },
      include: { aggregate: true, introductions: { include: { aggregate: true, solver: true }, orderBy: { id: 'asc' } }, contracts: { include: { aggregate: true } }, achievements: { include: { aggregate: true } } },
    });
    if (!row) return refuse(notFound, { kind: 'problem', id });
    const seen = row.introductions.filter((introduction) => this.permissions.allows(actor, 'read', 'Introduction', introduction));
    return {
      ...{ id, project: row.projectId, firm: row.firm, title: row.title, field: row.field, symptoms: row.symptoms, tried: row.tried, goal: row.goal, urgency: row.urgency, open: row.open, budget: row.budget === null ? null : Number(row.budget), neededBy: row.neededBy },
      ...{ state: row.aggregate.state, version: row.aggregate.version, statedOn: row.statedOn, introducedOn: row.introducedOn, startedOn: row.startedOn, solvedOn: row.solvedOn, days: row.solvedOn === null ? null : daysBetween(row.statedOn, row.solvedOn) },
      ...{ solver: row.solverId, agreement: row.agreement as Agreement | null, solution: row.solution, rating: row.rating, reason: row.reason },
      introductions: seen.map((one) => ({ id: one.id, solver: { id: one.solverId, name: one.solver.name, kind: one.solver.kind }, why: one.explanation as unknown as Match, note: one.note, fits: one.fits, at: one.at, state: one.aggregate.state, version: one.aggregate.version })),
      contracts: row.contracts.map(({ id: contract, title, amount, aggregate }) => ({ id: contract, title, amount: Number(amount), state: aggregate.state })),
      achievements: row.achievements.map(({ id: achievement, title, aggregate }) => ({ id: achievement, title, state: aggregate.state })),
    };
  }

  /** Solvers for a problem, the best first, each with why. */
  async matches(actor: Actor, id: string, limit: number) {
    const row = await this.database.prisma.problem.findFirst({ where: { AND: [this.permissions.where(actor, 'match', 'Problem'), { id }] } });
    if (!row) return refuse(notFound, { kind: 'problem', id });
    const matches = (await matchesFor(this.database.prisma, row)).slice(0, limit);
    const solvers = await this.database.prisma.solver.findMany({ where: { districtId: actor.district, id: { in: matches.map(({ solver }) => solver) } }, include: { institute: true } });
    const known = new Map(solvers.map((solver) => [solver.id, solver]));
    const asked = new Map((await this.database.prisma.introduction.findMany({ where: { districtId: actor.district, problemId: id }, include: { aggregate: true } })).map((one) => [one.solverId, one.aggregate.state]));
    return {
      items: matches.map(({ solver, ...why }) => {
        const { name, kind, title, fields, institute } = known.get(solver)!;
        return { solver: { id: solver, name, kind, title, fields, institute: institute?.name ?? null }, ...why, asked: asked.get(solver) ?? null };
      }),
    };
  }

  async introductions(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.introduction.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Introduction'), where] }, include: { aggregate: true, problem: true, solver: true }, ...rest });
    return page(rows, query, (one) => ({ id: one.id, problem: { id: one.problemId, title: one.problem.title, field: one.problem.field }, solver: { id: one.solverId, name: one.solver.name }, note: one.note, fits: one.fits, at: one.at, state: one.aggregate.state, version: one.aggregate.version }));
  }
}
