import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { gradeLine, type Graded } from '../domain/yield-per-mu.js';

/** Years of grading by yield from land: public once they are published. */
@Injectable()
export class YieldReviewsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.yieldReview.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'YieldReview'), where] }, include: { aggregate: true, firms: true }, ...rest });
    return page(rows, query, ({ id, year, publicFrom, publicTo, firms, aggregate: { state, version } }) => ({ id, year, publicFrom, publicTo, ...gradeLine(firms as Pick<Graded, 'grade' | 'mu'>[]), state, version }));
  }

  /** A year with every firm's grade and points; objections are for the district's office. */
  async one(actor: Actor, id: string) {
    const row = await this.database.prisma.yieldReview.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'YieldReview'), { id }] }, include: { aggregate: true, firms: { orderBy: [{ score: 'desc' }, { firm: 'asc' }] } } });
    if (!row) return refuse(notFound, { kind: 'yield-review', id });
    const inside = this.permissions.allows(actor, 'run', 'YieldReview', row) || this.permissions.allows(actor, 'audit', 'YieldReview', row);
    return {
      ...{ id, year: row.year, state: row.aggregate.state, version: row.aggregate.version, publicFrom: row.publicFrom, publicTo: row.publicTo },
      ...{ weights: row.weights as Record<string, number>, lines: row.lines as Record<string, number>, line: gradeLine(row.firms as Pick<Graded, 'grade' | 'mu'>[]) },
      firms: row.firms.map(({ firm, mu, score, grade, notGraded, parts, objection, answer }) => ({ firm, mu, score, grade, notGraded, parts: parts as unknown as Graded['parts'], ...(inside && { objection, answer }) })),
    };
  }
}
