import { readFile, writeFile } from 'node:fs/promises';
import { editionOf, fromHotcrp, fromPretalx, type Elsewhere, type Named } from '#contest';
import { Command } from 'commander';
import { whole } from './options.js';
import { print } from './output.js';
import { Refused } from './refused.js';

interface Asked extends Named {
  readonly submissions: string;
  readonly reviews: string;
  readonly out: string;
  readonly json?: boolean;
}

const READS: Readonly<Record<string, (submissions: string, reviews: Buffer) => Promise<Elsewhere>>> = {
  hotcrp: fromHotcrp,
  pretalx: async (submissions, reviews) => fromPretalx(submissions, reviews.toString('utf8')),
};

export const convertCommand = () =>
  new Command('convert')
    .description('Makes the workbook of an edition from another program’s export, to look through and to send to POST /api/editions/import.')
    .argument('<program>', 'hotcrp or pretalx')
    .requiredOption('--submissions <file>', 'HotCRP: Download → JSON; pretalx: /api/events/EVENT/submissions/?expand=speakers,track')
    .requiredOption('--reviews <file>', 'HotCRP: Download → Scores (CSV); pretalx: /api/events/EVENT/reviews/?expand=user,scores.category')
    .requiredOption('--contest <name>', 'what the contest is called here')
    .requiredOption('--edition <number>', 'which edition it was', whole)
    .option('--group <name>', 'the group that it becomes', '全部')
    .option('--round <name>', 'the round that it becomes', '评审')
    .requiredOption('--out <file>', 'where to write the workbook')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s trellis -- import convert hotcrp --submissions data.json --reviews scores.csv --contest 示例赛 --edition 1 --out edition.xlsx')
    .action(convert);

async function convert(program: string, { submissions, reviews, out, json, ...named }: Asked): Promise<void> {
  const reads = READS[program];
  if (!reads) throw new Refused(`${program} is none of ${Object.keys(READS).join(', ')}`);
  const told = (error: Error) => {
    throw new Refused(`The export can't be read: ${error.message}`);
  };
  const found = await Promise.all([readFile(submissions, 'utf8'), readFile(reviews)]).then((files) => reads(...files)).catch(told);
  if (found.criteria.length === 0) throw new Refused('No criterion has a number in every review; nothing was written.');
  await writeFile(out, await editionOf(found, named));
  const { entries, judges, sheets, criteria, leftOut } = found;
  print(json, { entries: entries.length, judges: judges.length, sheets: sheets.length, criteria, leftOut }, () => [`${entries.length} entries, ${judges.length} judges, ${sheets.length} sheets over ${criteria.map(({ name }) => name).join(', ')}: ${out}`, ...leftOut.map((what) => `Left out: ${what}.`)].join('\n'));
}
