import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { metricKind } from '../domain/metrics.js';
import { recordsOf } from '../facts/merged-records.js';

/** The register of firms: what is known of each, and where it came from. */
@Injectable()
export class FirmsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async list(actor: Actor, query: PageQuery, { search, creditCode, holds }: { search?: string | undefined; creditCode?: string | undefined; holds?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = {
      mergedIntoId: null,
      ...(creditCode !== undefined && { creditCode }),
      ...(search !== undefined && { OR: [{ name: { contains: search } }, { formerNames: { has: search } }] }),
      ...(holds !== undefined && { qualifications: { some: { key: holds, aggregate: { state: 'recognised' } } } }),
    };
    const rows = await this.database.prisma.firm.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Firm'), where, asked] }, include: { aggregate: true, qualifications: { where: { aggregate: { state: 'recognised' } } } }, ...rest });
    return page(rows, query, ({ id, name, creditCode: code, registeredOn, industry, field, place, projectId, qualifications, aggregate: { state, version } }) => ({ id, name, creditCode: code, registeredOn, industry, field, place, project: projectId, holds: qualifications.map(({ key }) => key), state, version }));
  }

  /** A firm with the facts that hold now, or held as known at a moment, its papers, and what was merged into it. */
  async one(actor: Actor, id: string, known?: string) {
    const { prisma } = this.database;
    const row = await prisma.firm.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Firm'), { id }] }, include: { aggregate: true } });
    if (!row) return refuse(notFound, { kind: 'firm', id });
    const records = [...(await recordsOf(prisma, actor.district, [id])).keys()];
    const where = { districtId: actor.district, firmId: { in: records }, ...(known !== undefined && { recordedAt: { lte: new Date(known) } }) };
    const [recorded, papers, merged] = await Promise.all([
      prisma.firmFact.findMany({ where, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] }),
      prisma.firmPaper.findMany({ where, orderBy: { on: 'asc' } }),
      prisma.firm.findMany({ where: { districtId: actor.district, id: { in: records, not: id } }, orderBy: { id: 'asc' } }),
    ]);
    const facts = new Map(recorded.map((fact) => [`${fact.metric} ${fact.period}`, fact]));
    return {
      ...{ id, name: row.name, formerNames: row.formerNames, creditCode: row.creditCode, registeredOn: row.registeredOn, industry: row.industry, field: row.field, place: row.place, project: row.projectId, mergedInto: row.mergedIntoId, state: row.aggregate.state, version: row.aggregate.version },
      merged: merged.map(({ id: other, name, creditCode }) => ({ id: other, name, creditCode })),
      facts: [...facts.values()].map(({ metric, period, value, source, sourceId, note, recordedAt }) => ({ metric, zh: metricKind(metric)?.zh ?? metric, unit: metricKind(metric)?.unit ?? null, period: period === '' ? null : period, value: value as number | boolean | string, source, sourceId, note, recordedAt })),
      papers: papers.map(paperOf),
    };
  }

  /** All that was ever recorded of one thing, the last first: what holds, and what held before. */
  async history(actor: Actor, id: string, metric: string) {
    const { prisma } = this.database;
    if ((await prisma.firm.count({ where: { AND: [this.permissions.where(actor, 'read', 'Firm'), { id }] } })) === 0) return refuse(notFound, { kind: 'firm', id });
    const records = [...(await recordsOf(prisma, actor.district, [id])).keys()];
    const facts = await prisma.firmFact.findMany({ where: { districtId: actor.district, firmId: { in: records }, metric }, orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }] });
    return { items: facts.map(({ id: fact, period, value, source, sourceId, note, recordedAt }) => ({ id: fact, period: period === '' ? null : period, value: value as number | boolean | string, source, sourceId, note, recordedAt })) };
  }

  /** A register of all firms' papers. */
  async register(actor: Actor, query: PageQuery, register: string) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.firmPaper.findMany({ where: { AND: [{ firm: { is: this.permissions.where(actor, 'read', 'Firm') } }, where, { register }] }, include: { firm: true }, ...rest });
    return page(rows, query, (row) => ({ ...paperOf(row), firm: { id: row.firm.id, name: row.firm.name } }));
  }
}

interface PaperShown {
  readonly id: string;
  readonly register: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string;
  readonly level: string | null;
  readonly on: string;
  readonly until: string | null;
  readonly own: boolean;
  readonly inUse: boolean;
  readonly highValue: boolean;
  readonly amount: bigint | null;
  readonly technologyAmount: bigint | null;
  readonly party: string | null;
  readonly withdrawnOn: string | null;
  readonly reason: string | null;
}

const fenOf = (amount: bigint | null): number | null => (amount === null ? null : Number(amount));
const paperOf = ({ id, register, kind, title, number, level, on, until, own, inUse, highValue, amount, technologyAmount, party, withdrawnOn, reason }: PaperShown) => ({ id, register, kind, title, number, level, on, until, own, inUse, highValue, amount: fenOf(amount), technologyAmount: fenOf(technologyAmount), party, withdrawnOn, reason });
