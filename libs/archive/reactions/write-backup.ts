import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keyFiles, reaction } from '#platform';
import { backupAsked, backupDone, backupFailed, backupMachine, backupRemoved } from '../domain/backup.js';
import { archiveFaults } from '../folder/read-archive.js';
import { writeArchive } from '../folder/write-archive.js';

type Written = { readonly folder: string; readonly rows: number; readonly files: number; readonly bytes: number } | { readonly failure: string };

export const writeBackup = reaction({
  name: 'write-backup',
  summary: 'Writes the backup that was asked for, reads it through, and removes the oldest beyond those that stay.',
  on: [backupAsked],
  async prepare({ files, database, config, report }, { id, at }): Promise<Written> {
    const folder = join(config.BACKUP_DIR ?? join(config.TRELLIS_HOME, 'backups'), `${at.toISOString().replaceAll(/[:.]/g, '-')}-${id.slice(-6)}`);
    try {
      // What an attempt that was cut short left behind.
      await rm(folder, { recursive: true, force: true });
      const manifest = await writeArchive({ database, files, keys: keyFiles(config) }, folder, { at, packed: true, report: (done, of) => report('write', done, of) });
      const faults = await archiveFaults(folder);
      if (faults.length > 0) throw new Error(faults.slice(0, 3).join('; '));
      return { folder, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), files: manifest.files.length, bytes: manifest.bytes };
    } catch (error) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  },
  async react(c, { aggregate: id }, written, { config }) {
    const aggregate = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(id) });
    if ('failure' in written) {
      c.move(aggregate, backupMachine.take('fail', aggregate.state, {}, [backupFailed({ reason: written.failure })]));
      await c.tx.backup.update({ where: c.key(id), data: { endedAt: c.now, failure: written.failure.slice(0, 2000) } });
      return;
    }
    c.move(aggregate, backupMachine.take('finish', aggregate.state, {}, [backupDone(written)]));
    await c.tx.backup.update({ where: c.key(id), data: { endedAt: c.now, folder: written.folder, rows: BigInt(written.rows), files: written.files, bytes: BigInt(written.bytes) } });
    const old = await c.tx.backup.findMany({ where: { districtId: c.district, folder: { not: null }, id: { not: id } }, include: { aggregate: true }, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], skip: config.BACKUPS_KEPT - 1 });
    for (const row of old) {
      await rm(row.folder!, { recursive: true, force: true });
      c.move(row.aggregate, backupMachine.take('remove', row.aggregate.state, {}, [backupRemoved({ folder: row.folder! })]));
      await c.tx.backup.update({ where: c.key(row.id), data: { folder: null } });
    }
  },
});
