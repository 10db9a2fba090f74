import { Command } from 'commander';
import { print } from '../output.js';
import { archiveText, makeArchive } from './make.js';

export const exportCommand = () =>
  new Command('export')
    .requiredOption('--all <dir>', 'a new folder')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s trellis -- export --all /media/disk/trellis')
    .action(async ({ all, json }: { all: string; json?: boolean }) => {
      const manifest = await makeArchive(all, false);
      print(json, { folder: all, ...manifest }, () => archiveText(all, manifest));
    });
