import { Injectable } from '@nestjs/common';
import { canonical, isRefusal, refuse, sha256, type Refusal } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import type { Told } from '../commands/issue-report.js';
import { FiguresView, type FigureLine } from './figures.js';
import type { FiguresAsked } from './question.js';

type Said = Pick<FigureLine, 'key' | 'unit' | 'value' | 'fresh' | 'before' | 'change' | 'target' | 'density' | 'intensity'>;

/** Reports that were issued; each is made again from what was known then, and held against what it said. */
@Injectable()
export class IssuedReportsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly figures: FiguresView,
  ) {}

  /** What a report of a day would say, as it is kept. */
  async told(actor: Actor, asked: FiguresAsked): Promise<Told | Refusal> {
    const told = await this.figures.all(actor, asked);
    if (isRefusal(told)) return told;
    return { day: told.day, knownAt: told.knownAt, figures: told.items.map(({ key, unit, value, fresh, before, change, target, density, intensity }): Said => ({ key, unit, value, fresh, before, change, target, density, intensity })) };
  }

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.issuedReport.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'IssuedReport'), where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, title, day, knownAt, place, sha256: sum, aggregate }) => ({ id, title, day, knownAt, place, sha256: sum, issuedAt: aggregate.createdAt }));
  }

  /** What it said, and whether what was known then still says so. */
  async one(actor: Actor, id: string) {
    const row = await this.database.prisma.issuedReport.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'IssuedReport'), { id }] } });
    if (!row) return refuse(notFound, { kind: 'issued report', id });
    const again = await this.told(actor, { day: row.day, knownAt: row.knownAt.toISOString(), place: row.place ?? undefined });
    if (isRefusal(again)) return again;
    const said = row.figures as unknown as Said[];
    const now = new Map((again.figures as Said[]).map((one) => [one.key, canonical(one)]));
    const differs = said.filter((one) => now.get(one.key) !== canonical(one)).map(({ key }) => key);
    return { id, title: row.title, day: row.day, knownAt: row.knownAt, place: row.place, sha256: row.sha256, figures: said, again: { sha256: sha256(canonical(again.figures)), same: differs.length === 0, differs } };
  }
}
