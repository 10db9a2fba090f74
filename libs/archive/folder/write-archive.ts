import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Database, type Files, PROGRAM, StartFailure } from '#platform';
import { ARCHIVE_README } from './readme.js';
import { FORMAT, keptFile, MANIFEST, tableFile, type ArchivedTable, type Manifest } from './manifest.js';
import { columnList, tableName, tablesOf, type TableOf } from './tables.js';

export interface ArchiveSource {
  readonly database: Database;
  readonly files: Files;
  /** The files with the secret of sessions and the key of signatures, by the name they have in the archive. */
  readonly keys: Readonly<Record<string, string>>;
}

export interface ArchiveOptions {
  readonly at: Date;
  /** Whether tables are compressed. */
  readonly packed: boolean;
  readonly report?: (done: number, of: number) => void;
}

/**
 * Writes a whole installation into a new folder while it runs: all tables as of one moment, then the files, which are
 * kept before a row names them and never deleted, so that every file that a row names is there.
 * @throws StartFailure where the folder is not empty; an error of the disk leaves it without a manifest.
 */
export async function writeArchive({ database, files, keys }: ArchiveSource, folder: string, options: ArchiveOptions): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new StartFailure(`${folder} is not empty. Name a new folder.`);
  await mkdir(join(folder, 'tables'));
  const client = await database.pool.connect();
  try {
    // However long it takes: the limits of the pool are for commands.
    await client.query('SET transaction_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ name: string }>('SELECT max(migration_name) AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL');
    const [tables, of] = [[] as (ArchivedTable & { bytes: number })[], await tablesOf(client)];
    for (const table of of) {
      tables.push(await writeTable(client, table, tableFile(folder, table.table, options.packed), options.packed));
      options.report?.(tables.length, of.length + 1);
    }
    await client.query('COMMIT');
    const kept = await writeFiles(files, folder);
    await mkdir(join(folder, 'keys'), { mode: 0o700 });
    for (const [name, path] of Object.entries(keys)) await copyFile(path, join(folder, 'keys', name));
    await writeFile(join(folder, 'README.md'), ARCHIVE_README);
    const manifest: Manifest = { format: FORMAT, program: PROGRAM, at: options.at.toISOString(), migration: rows[0]!.name, packed: options.packed, tables: tables.map(({ table, rows: count, sha256 }) => ({ table, rows: count, sha256 })), files: kept.hashes, bytes: kept.bytes + tables.reduce((sum, { bytes }) => sum + bytes, 0) };
    await writeFile(join(folder, `${MANIFEST}.part`), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(join(folder, `${MANIFEST}.part`), join(folder, MANIFEST));
    options.report?.(of.length + 1, of.length + 1);
    return manifest;
  } finally {
    // A connection that is in the middle of something is not given to anyone else.
    client.release(true);
  }
}

async function writeTable(client: ClientBase, { table, columns, key }: TableOf, path: string, packed: boolean): Promise<ArchivedTable & { bytes: number }> {
  const rows = client.query(copyTo(`COPY (SELECT ${columnList(columns)} FROM ${tableName(table)} ORDER BY ${columnList(key)}) TO STDOUT (FORMAT csv, HEADER)`)) as Readable & { rowCount: number };
  const hash = createHash('sha256');
  const hashed = new Transform({ transform: (part: Buffer, _, done) => (hash.update(part), done(null, part)) });
  await pipeline(rows, hashed, packed ? createGzip() : new PassThrough(), createWriteStream(path));
  return { table, rows: rows.rowCount, sha256: hash.digest('hex'), bytes: (await stat(path)).size };
}

async function writeFiles(files: Files, folder: string): Promise<{ readonly hashes: readonly string[]; readonly bytes: number }> {
  const hashes: string[] = [];
  let bytes = 0;
  for await (const hash of files.all()) {
    const path = keptFile(folder, hash);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(await files.stream(hash), createWriteStream(path));
    bytes += (await stat(path)).size;
    hashes.push(hash);
  }
  return { hashes: hashes.sort(), bytes };
}
