import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import type { Fault } from '../files/import-row.js';

/** Spreadsheets that were looked at, and what came of them. */
@Injectable()
export class FirmImportsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.firmImport.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'FirmImport'), where] }, include: { aggregate: true }, omit: { rows: true, faults: true }, ...rest });
    return page(rows, query, ({ id, register, name, period, lines, fresh, known, aggregate: { state, version, createdAt } }) => ({ id, register, name, period, lines, fresh, known, state, version, at: createdAt }));
  }

  /** A preview with every fault by row and column. */
  async one(actor: Actor, id: string) {
    const row = await this.database.prisma.firmImport.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'FirmImport'), { id }] }, include: { aggregate: true } });
    if (!row) return refuse(notFound, { kind: 'firm-import', id });
    const faults = row.faults as unknown as Fault[];
    return { id, register: row.register, name: row.name, period: row.period, state: row.aggregate.state, version: row.aggregate.version, lines: row.lines, fresh: row.fresh, known: row.known, faulty: new Set(faults.map(({ line }) => line)).size, faults };
  }
}
