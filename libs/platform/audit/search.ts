import type { Database } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';

/** What of the record is looked for; all of it must hold. */
export interface AuditSearch {
  readonly thing?: string | undefined;
  readonly project?: string | undefined;
  readonly person?: string | undefined;
  readonly command?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly skip: number;
  readonly limit: number;
}

/** How the record names a person who did something. */
const PERSON = 'person:';

/** Entries of the record, the latest first, each with who, what and its place in its chain. */
export async function searchAudit({ prisma }: Database, district: string, { thing, project, person, command, from, to, skip, limit }: AuditSearch) {
  const where: Prisma.AuditEntryWhereInput = {
    districtId: district,
    ...(thing !== undefined && { aggregateId: thing }),
    ...(project !== undefined && { projectId: project }),
    ...(person !== undefined && { actor: PERSON + person }),
    ...(command !== undefined && { command }),
    at: { ...(from !== undefined && { gte: new Date(from) }), ...(to !== undefined && { lt: new Date(to) }) },
  };
  const rows = await prisma.auditEntry.findMany({ where, orderBy: [{ at: 'desc' }, { aggregateId: 'asc' }, { version: 'desc' }], skip, take: limit + 1 });
  const shown = rows.slice(0, limit);
  const ids = shown.flatMap(({ actor }) => (actor.startsWith(PERSON) ? [actor.slice(PERSON.length)] : []));
  const people = new Map((await prisma.person.findMany({ where: { districtId: district, id: { in: ids } } })).map(({ id, name }) => [PERSON + id, name]));
  return {
    items: shown.map((row) => ({ thing: row.aggregateId, version: row.version, kind: row.kind, command: row.command, by: people.get(row.actor) ?? row.actor, at: row.at, from: row.fromState, to: row.toState, project: row.projectId, hash: row.hash })),
    next: rows.length > limit ? skip + limit : null,
  };
}
