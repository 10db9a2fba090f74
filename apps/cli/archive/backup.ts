import { Command } from 'commander';
import { print } from '../output.js';
import { archiveText, makeArchive, tryArchive } from './make.js';

export const backupCommand = () =>
  new Command('backup')
    .argument('<dir>', 'a new folder')
    .option('--verify', 'restore it into a server of its own, and check the record and the books there')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s trellis -- backup /backups/2027-03-31 --verify')
    .action(run);

async function run(folder: string, { verify, json }: { verify?: boolean; json?: boolean }): Promise<void> {
  const manifest = await makeArchive(folder, true);
  const faults = verify ? await tryArchive(folder) : null;
  const checked = faults === null ? [] : faults.length === 0 ? ['Restored and checked: the record is whole and the books balance.'] : ['The backup does NOT hold:', ...faults.map((fault) => `  ${fault}`)];
  print(json, { folder, ...manifest, faults }, () => [archiveText(folder, manifest), ...checked].join('\n'));
  if (faults !== null && faults.length > 0) process.exitCode = 1;
}
