import { declaredIn, type Feature } from '#platform';
import { ArchiveModule } from './archive.module.js';
import * as backups from './domain/backup.js';
import { writeBackup } from './reactions/write-backup.js';

export { archiveDifferences, keptFile, MANIFEST, readManifest, tableFile, type Manifest } from './folder/manifest.js';
export { archiveFaults, readFiles, readKeys, readTables } from './folder/read-archive.js';
export { writeArchive } from './folder/write-archive.js';

export const archive: Feature = {
  name: 'archive',
  module: ArchiveModule,
  ...declaredIn(backups),
  reactions: [writeBackup],
  permits: () => undefined,
};
