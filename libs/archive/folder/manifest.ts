import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFailure } from '#platform';

export const FORMAT = 'trellis-archive-1';
export const MANIFEST = 'manifest.json';

export interface ArchivedTable {
  readonly table: string;
  readonly rows: number;
  /** Of the rows as CSV in the order of the primary key, before they are packed: equal tables have equal sums. */
  readonly sha256: string;
}

/** What an archive holds; it is written last, so a folder without it is no archive. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly program: string;
  readonly at: string;
  /** The last migration of the database that it was made of. */
  readonly migration: string;
  readonly packed: boolean;
  readonly tables: readonly ArchivedTable[];
  /** The SHA-256 of each file, which is its name too. */
  readonly files: readonly string[];
  readonly bytes: number;
}

export const tableFile = (folder: string, table: string, packed: boolean): string => join(folder, 'tables', `${table}.csv${packed ? '.gz' : ''}`);
export const keptFile = (folder: string, hash: string): string => join(folder, 'files', hash.slice(0, 2), hash);

/** @throws StartFailure where the folder holds no archive that this program can read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new StartFailure(`${folder} holds no whole archive: it has no ${MANIFEST}.`);
  });
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== FORMAT) throw new StartFailure(`${folder} holds an archive of the form ${String(manifest.format)}; this program reads ${FORMAT}.`);
  return manifest;
}

/** The tables whose rows are not the same in two archives, and files that only one has. */
export function archiveDifferences(one: Manifest, other: Manifest): string[] {
  const sums = (of: Manifest) => new Map([...of.tables.map(({ table, rows, sha256 }) => [`table ${table}`, `${rows} rows ${sha256}`] as const), ...of.files.map((hash) => [`file ${hash}`, hash] as const)]);
  const [a, b] = [sums(one), sums(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name)).sort();
}
