import { archiveFaults, readFiles, readKeys, readTables, type Manifest } from '#archive';
import { Files, keyFiles, readConfig, startEmbeddedPostgres, StartFailure } from '#platform';
import { Command } from 'commander';
import { print } from '../output.js';
import { archiveText } from './make.js';

export const restoreCommand = () =>
  new Command('restore')
    .argument('<dir>', 'the folder that was written by backup or export')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  TRELLIS_HOME=/srv/trellis npm run -s trellis -- restore /backups/2027-03-31')
    .action((folder: string, options: { json?: boolean }) => restore(folder, options));

/** Checks the archive whole before it writes anything. */
export async function restore(folder: string, { json }: { json?: boolean }): Promise<void> {
  const faults = await archiveFaults(folder);
  if (faults.length > 0) throw new StartFailure(`${folder} is not as it was written; nothing was restored.\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  const config = readConfig(process.env);
  await readKeys(folder, keyFiles(config));
  const embedded = config.DATABASE_URL === undefined ? await startEmbeddedPostgres(config.TRELLIS_HOME, { fast: config.DATABASE_FAST }) : undefined;
  let manifest: Manifest;
  try {
    await readFiles(folder, await Files.open(config));
    manifest = await readTables(folder, embedded?.url ?? config.DATABASE_URL!);
  } finally {
    await embedded?.stop();
  }
  print(json, { folder, ...manifest }, () => `Restored ${archiveText(folder, manifest)}`);
}
