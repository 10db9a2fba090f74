import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { StartFailure } from '../config/start-failure.js';
import { ROOT } from '../root.js';

const FOLDER = join(ROOT, 'prisma/migrations');
/** Our own key, above the 32-bit keys that BullMQ's migrations use. */
const LOCK = 0x5452_454c_4c49n;

/**
 * Applies the migrations in prisma/migrations that the database lacks, in Prisma's own ledger and form, so that
 * `prisma migrate deploy` can take over at any time, or those `until` one. Runs under a lock: of several processes one migrates, the rest wait.
 * One that fails is taken back whole, and the database stays as the program before knows it.
 * @throws StartFailure when the database is newer than the program, or holds another text of a migration.
 */
export async function migrate(url: string, { until, folder = FOLDER }: { until?: string; folder?: string } = {}): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK.toString()]);
    await client.query(LEDGER);
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    refuseForeign(applied, migrations);
    const missing = migrations.filter(({ name }) => !applied.has(name) && (until === undefined || name <= until));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const folders = (await readdir(folder, { withFileTypes: true })).filter((found) => found.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function refuseForeign(applied: ReadonlyMap<string, string>, ours: readonly Migration[]): void {
  const known = new Map(ours.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    const expected = known.get(name);
    if (expected === undefined)
      throw new StartFailure(`The database is newer than this program: it holds the migration ${name}. Start the newer program.`);
    if (expected !== checksum)
      throw new StartFailure(`The migration ${name} in the database is not the one in this program. Start the program it was made with.`);
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new StartFailure(`The migration ${name} failed and was taken back: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const LEDGER = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;
