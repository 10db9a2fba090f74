import type { ClientBase } from 'pg';
import type { Database } from '../database/database.js';

/** Something that is always so in what is stored: SQL that gives `where` and `detail` of each row that breaks it. */
export interface Invariant {
  readonly what: string;
  readonly sql: string;
}

export interface Broken {
  readonly what: string;
  readonly where: string;
  readonly detail: string;
}

export interface StateReport {
  readonly invariants: number;
  readonly findings: readonly Broken[];
}

/** What is always so of every thing, whatever it is. */
export const PLATFORM_INVARIANTS: readonly Invariant[] = [
  {
    what: 'a thing is not in the state that its record ends with',
    sql: `SELECT a.kind || ' ' || a.id AS "where", a.state || ', by its record ' || coalesce(e.to_state, 'nothing') AS detail FROM aggregate a
      LEFT JOIN audit_entry e ON e.district_id = a.district_id AND e.aggregate_id = a.id AND e.version = a.version WHERE e.to_state IS DISTINCT FROM a.state`,
  },
  {
    what: 'one event moved a thing twice',
    sql: `SELECT command || ' ' || aggregate_id AS "where", count(*) || ' times because of ' || cause AS detail FROM audit_entry WHERE cause IS NOT NULL GROUP BY district_id, cause, command, aggregate_id HAVING count(*) > 1`,
  },
  {
    what: 'a deadline is set for a thing that is not there',
    sql: `SELECT d.name AS "where", d.kind || ' ' || d.aggregate_id AS detail FROM deadline d LEFT JOIN aggregate a ON a.district_id = d.district_id AND a.id = d.aggregate_id WHERE a.id IS NULL`,
  },
];

/** What breaks these invariants, as the client's transaction sees it. */
export async function brokenOf(client: ClientBase, invariants: readonly Invariant[]): Promise<Broken[]> {
  const found: Broken[] = [];
  for (const { what, sql } of invariants) {
    const { rows } = await client.query<{ where: string; detail: string }>(sql);
    found.push(...rows.map(({ where, detail }) => ({ what, where, detail })));
  }
  return found;
}

/** Asks what must always be so, of one moment. */
export async function checkInvariants({ pool }: Database, invariants: readonly Invariant[]): Promise<StateReport> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return { invariants: invariants.length, findings: await brokenOf(client, invariants) };
  } finally {
    await client.query('COMMIT');
    client.release();
  }
}
