import { chained, GENESIS } from '#kernel';
import type { HashedEntry } from '../commands/record.js';
import { signatureHolds } from '../config/keys.js';
import type { Database } from '../database/database.js';
import { rootOf, signedText, type Head } from './checkpoint.js';

/** Something in the record that is not as it was written. */
interface AuditFinding {
  readonly what: 'changed' | 'removed' | 'inserted';
  readonly where: string;
  readonly detail: string;
}

export interface AuditReport {
  readonly entries: number;
  readonly chains: number;
  readonly events: number;
  readonly checkpoints: number;
  readonly findings: readonly AuditFinding[];
}

type EntryRow = Omit<HashedEntry, 'at'> & { at: Date; previous: string; hash: string };

const BATCH = 5000;

/** Recomputes every chain from the rows and holds it against the heads and the signed checkpoints. Reads only. */
export async function verifyAudit(database: Database): Promise<AuditReport> {
  const findings: AuditFinding[] = [];
  const hashes = new Map<string, string>();
  const ends = new Map<string, EntryRow>();
  let entries = 0;
  let events = 0;
  for await (const row of auditEntries(database)) {
    entries++;
    events += row.events.length;
    const before = ends.get(row.aggregate);
    const where = nameOf(row.kind, row.aggregate, row.version);
    for (let missing = (before?.version ?? 0) + 1; missing < row.version; missing++)
      findings.push({ what: 'removed', where: nameOf(row.kind, row.aggregate, missing), detail: 'the entry is missing' });
    const { previous, hash, at, ...rest } = row;
    if (chained(previous, { ...rest, at: at.toISOString() }) !== hash)
      findings.push({ what: 'changed', where, detail: `"${row.command}" no longer gives the hash it was written with` });
    else if (previous !== (before?.hash ?? GENESIS) && before?.version !== undefined && before.version + 1 === row.version)
      findings.push({ what: 'changed', where, detail: 'it does not follow the entry before it' });
    hashes.set(`${row.aggregate} ${row.version}`, hash);
    ends.set(row.aggregate, row);
  }
  await againstHeads(database, ends, findings);
  await looseEvents(database, findings);
  const checkpoints = await againstCheckpoints(database, hashes, findings);
  return { entries, chains: ends.size, events, checkpoints, findings };
}

const nameOf = (kind: string, aggregate: string, version: number) => `${kind} ${aggregate}, version ${version}`;

async function* auditEntries({ pool }: Database): AsyncGenerator<EntryRow> {
  let after = ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', 0] as [string, string, number];
  for (;;) {
    const { rows } = await pool.query<EntryRow>(ENTRIES, [...after, BATCH]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = [last.district, last.aggregate, last.version];
  }
}

const ENTRIES = `
SELECT a.district_id AS district, a.aggregate_id AS aggregate, a.kind, a.version, a.command, a.actor, a.cause, a.at,
  a.from_state AS "from", a.to_state AS "to", a.project_id AS project, a.previous, a.hash,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name, 'payload', e.payload) ORDER BY e.ordinal)
    FROM event e WHERE e.district_id = a.district_id AND e.aggregate_id = a.aggregate_id AND e.version = a.version), '[]') AS events
FROM audit_entry a WHERE (a.district_id, a.aggregate_id, a.version) > ($1, $2, $3)
ORDER BY a.district_id, a.aggregate_id, a.version LIMIT $4`;

async function againstHeads({ pool }: Database, ends: ReadonlyMap<string, EntryRow>, findings: AuditFinding[]): Promise<void> {
  const { rows } = await pool.query<Head & { kind: string; state: string }>('SELECT id AS aggregate, kind, state, version, head FROM aggregate');
  const known = new Set<string>();
  for (const { aggregate, kind, state, version, head } of rows) {
    known.add(aggregate);
    const end = ends.get(aggregate);
    const last = end?.version ?? 0;
    for (let missing = last + 1; missing <= version; missing++)
      findings.push({ what: 'removed', where: nameOf(kind, aggregate, missing), detail: 'the entry is missing at the end of its chain' });
    for (let extra = version + 1; extra <= last; extra++)
      findings.push({ what: 'inserted', where: nameOf(kind, aggregate, extra), detail: 'the thing itself never reached this version' });
    if (end && last === version && (end.hash !== head || end.to !== state))
      findings.push({ what: 'changed', where: nameOf(kind, aggregate, version), detail: 'the thing itself holds another state or head than its record' });
  }
  for (const [aggregate, end] of ends)
    if (!known.has(aggregate)) findings.push({ what: 'inserted', where: nameOf(end.kind, aggregate, end.version), detail: 'there is no such thing' });
}

async function looseEvents({ pool }: Database, findings: AuditFinding[]): Promise<void> {
  const { rows } = await pool.query<{ id: string; name: string; kind: string; aggregate: string; version: number }>(
    `SELECT e.id, e.name, e.kind, e.aggregate_id AS aggregate, e.version FROM event e
     LEFT JOIN audit_entry a ON a.district_id = e.district_id AND a.aggregate_id = e.aggregate_id AND a.version = e.version WHERE a.version IS NULL`,
  );
  for (const { id, name, kind, aggregate, version } of rows)
    findings.push({ what: 'inserted', where: nameOf(kind, aggregate, version), detail: `event ${id} (${name}) belongs to no entry` });
}

/** The heads that each checkpoint saw must be those of the chains, and its root and signature those of the heads. */
async function againstCheckpoints({ prisma }: Database, hashes: ReadonlyMap<string, string>, findings: AuditFinding[]): Promise<number> {
  const checkpoints = await prisma.checkpoint.findMany({ orderBy: [{ districtId: 'asc' }, { number: 'asc' }] });
  const heads = new Map<string, Map<string, Head>>();
  const last = new Map<string, number>();
  for (const { districtId, id, number, at, chains, root, signature, publicKey } of checkpoints) {
    const seen = heads.get(districtId) ?? new Map<string, Head>();
    heads.set(districtId, seen);
    for (let missing = (last.get(districtId) ?? 0) + 1; missing < number; missing++) findings.push({ what: 'removed', where: `checkpoint ${missing}`, detail: 'the checkpoint is missing' });
    last.set(districtId, number);
    const leaves = await prisma.checkpointLeaf.findMany({ where: { districtId, checkpointId: id } });
    for (const { aggregateId: aggregate, version, head } of leaves) {
      seen.set(aggregate, { aggregate, version, head });
      const now = hashes.get(`${aggregate} ${version}`);
      if (now !== head)
        findings.push({
          what: now === undefined ? 'removed' : 'changed',
          where: `${aggregate}, version ${version}`,
          detail: `the checkpoint of ${at.toISOString()} saw another entry`,
        });
    }
    if (!signatureHolds(signedText(districtId, at, chains, root), signature, publicKey))
      findings.push({ what: 'changed', where: `checkpoint ${id}`, detail: 'its signature does not hold' });
    else if (seen.size !== chains || rootOf(seen.values()) !== root)
      findings.push({ what: 'changed', where: `checkpoint ${id}`, detail: 'its heads do not give its root' });
  }
  return checkpoints.length;
}
