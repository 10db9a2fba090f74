import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditBooks } from '#ledger';
import { archiveFaults, readTables, writeArchive, type Manifest } from '#archive';
import { checkInvariants, Clock, Database, Files, keyFiles, startEmbeddedPostgres, verifyAudit } from '#platform';
import { BOOK_CHECKS } from '../book-checks.js';
import { withDatabase } from '../ground.js';
import { INVARIANTS } from '../invariants.js';

/** Writes an archive of the installation that the settings name, running or not. */
export const makeArchive = (folder: string, packed: boolean): Promise<Manifest> =>
  withDatabase(async ({ config, database }) => writeArchive({ database, files: await Files.open(config), keys: keyFiles(config) }, folder, { at: new Clock().now(), packed }));

/** Restores an archive into a server of its own that is thrown away after, and checks what came out; what is wrong, if anything. */
export async function tryArchive(folder: string): Promise<string[]> {
  const faults = await archiveFaults(folder);
  if (faults.length > 0) return faults;
  const home = await mkdtemp(join(tmpdir(), 'trellis-try-'));
  const server = await startEmbeddedPostgres(home, { fast: true });
  const database = new Database(server.url, 4);
  try {
    await readTables(folder, server.url);
    const [record, books, state] = [await verifyAudit(database), await auditBooks(database, BOOK_CHECKS), await checkInvariants(database, INVARIANTS)];
    return [...record.findings, ...books.findings, ...state.findings].map(({ what, where, detail }) => `${what}: ${where}: ${detail}`);
  } finally {
    await database.close();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}

export const archiveText = (folder: string, { tables, files, bytes }: Manifest): string =>
  `${folder}: ${tables.length} tables with ${tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en')} rows, ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB.`;
