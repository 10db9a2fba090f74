import type { Database } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { passing, type PassingQuery } from '../http/page.js';
import { inRecord, namesInRecord } from './names-in-record.js';

/** What of the record is looked for; all of it must hold. */
export interface AuditSearch extends PassingQuery {
  readonly thing?: string | undefined;
  readonly project?: string | undefined;
  readonly person?: string | undefined;
  readonly command?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Entries of the record, the latest first, each with who, what and its place in its chain. */
export async function searchAudit({ prisma }: Database, district: string, { thing, project, person, command, from, to, skip, limit }: AuditSearch) {
  const where: Prisma.AuditEntryWhereInput = {
    districtId: district,
    ...(thing !== undefined && { aggregateId: thing }),
    ...(project !== undefined && { projectId: project }),
    ...(person !== undefined && { actor: inRecord(person) }),
    ...(command !== undefined && { command }),
    at: { ...(from !== undefined && { gte: new Date(from) }), ...(to !== undefined && { lt: new Date(to) }) },
  };
  const rows = await prisma.auditEntry.findMany({ where, orderBy: [{ at: 'desc' }, { aggregateId: 'asc' }, { version: 'desc' }], skip, take: limit + 1 });
  const { shown, next } = passing(rows, { skip, limit });
  const people = await namesInRecord(prisma, district, shown.map(({ actor }) => actor));
  return {
    items: shown.map((row) => ({ thing: row.aggregateId, version: row.version, kind: row.kind, command: row.command, by: people.get(row.actor) ?? row.actor, at: row.at, from: row.fromState, to: row.toState, project: row.projectId, hash: row.hash })),
    next,
  };
}
