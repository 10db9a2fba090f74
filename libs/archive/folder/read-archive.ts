import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Files, migrate, StartFailure } from '#platform';
import { keptFile, readManifest, tableFile, type Manifest } from './manifest.js';
import { columnList, tableName, tablesOf } from './tables.js';

const unpacking = (packed: boolean): Transform => (packed ? createGunzip() : new PassThrough());

/** Reads an archive through, and names what is not as it was written. */
export async function archiveFaults(folder: string): Promise<string[]> {
  const { tables, files, packed } = await readManifest(folder);
  const faults: string[] = [];
  const check = async (name: string, path: string, expected: string, pack: boolean) => {
    const sum = await sumOf(path, pack).catch((error: Error) => error.message);
    if (sum !== expected) faults.push(`${name}: ${/^[0-9a-f]{64}$/.test(sum) ? 'its content is not what was written' : sum}`);
  };
  for (const { table, sha256 } of tables) await check(`table ${table}`, tableFile(folder, table, packed), sha256, packed);
  for (const hash of files) await check(`file ${hash}`, keptFile(folder, hash), hash, false);
  return faults;
}

async function sumOf(path: string, packed: boolean): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), unpacking(packed), hash);
  return hash.digest('hex');
}

/**
 * Fills an empty database from an archive, in one transaction: it is brought to the schema that the archive was made of,
 * filled, and brought to this program's. What was filled in is counted against the manifest.
 * @throws StartFailure where the database holds an installation, or the archive is not whole
 */
export async function readTables(folder: string, url: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await migrate(url, { until: manifest.migration });
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('BEGIN');
    if ((await client.query<{ held: boolean }>('SELECT EXISTS (SELECT 1 FROM district) AS held')).rows[0]!.held) throw new StartFailure('The database holds an installation already. Restore into an empty one.');
    // Tables refer to each other in circles: references are taken away and, checked, put back.
    const { rows: references } = await client.query<{ table: string; name: string; text: string }>(REFERENCES);
    for (const { table, name } of references) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    const rows = new Map(manifest.tables.map((one) => [one.table, one.rows]));
    for (const { table, columns } of await tablesOf(client)) {
      if (!rows.has(table)) continue;
      const into = client.query(copyFrom(`COPY ${tableName(table)} (${columnList(columns)}) FROM STDIN (FORMAT csv, HEADER MATCH)`));
      await pipeline(createReadStream(tableFile(folder, table, manifest.packed)), unpacking(manifest.packed), into);
      if (into.rowCount !== rows.get(table)) throw new StartFailure(`The table ${table} has ${into.rowCount} rows in the archive and should have ${rows.get(table) ?? 0}.`);
    }
    for (const { table, name, text } of references) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${text}`);
    await client.query(SEQUENCES);
    await client.query('COMMIT');
    // Plans go by what has been counted of the tables, and of these nothing has: the first readers would wait for seconds.
    await client.query('ANALYZE');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  await migrate(url);
  return manifest;
}

/** Puts an archive's files into the store; each is checked by its hash. */
export async function readFiles(folder: string, files: Files): Promise<void> {
  for (const hash of (await readManifest(folder)).files) {
    const kept = await files.keepFile(keptFile(folder, hash));
    if (kept !== hash) throw new StartFailure(`The file ${hash} in the archive is not what was written.`);
  }
}

/** Puts the keys of an archive where a new installation looks for them. @throws StartFailure where it has its own */
export async function readKeys(folder: string, keys: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, path] of Object.entries(keys)) {
    if (await stat(path).catch(() => null)) throw new StartFailure(`${path} is there already. Restore where no installation has been.`);
    await mkdir(dirname(path), { recursive: true });
    await copyFile(join(folder, 'keys', name), path);
  }
}

const REFERENCES = `
SELECT conrelid::regclass AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint
WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`;

/** Counters go on after the highest number that was given. */
const SEQUENCES = `
DO $$
DECLARE one RECORD; most bigint;
BEGIN
  FOR one IN SELECT s.oid::regclass AS sequence, t.relname AS "table", a.attname AS "column" FROM pg_class s JOIN pg_depend d ON d.objid = s.oid AND d.deptype = 'a' JOIN pg_class t ON t.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid WHERE s.relkind = 'S' AND t.relnamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('SELECT max(%I) FROM %I', one."column", one."table") INTO most;
    IF most IS NOT NULL THEN PERFORM setval(one.sequence, most); END IF;
  END LOOP;
END $$`;
