import { readFile } from 'node:fs/promises';
import { marksOf, nextReviews, rankCertainty, reviewsFor, severityModel, varianceParts, type Cut, type Marks } from '#judging';
import { Command, Option } from 'commander';
import { whole } from './options.js';
import { print, table } from './output.js';
import { Refused, refusedFile } from './refused.js';

interface Asked {
  readonly marks: string;
  readonly places: number;
  readonly by: NonNullable<Cut['by']>;
  readonly resamples: number;
  readonly seed: number;
  readonly json?: boolean;
}

/** How many further reviews are named. */
const NEXT = 10;

export const certaintyCommand = () =>
  new Command('certainty')
    .description('Tells how certain a ranking is: rank intervals, chances above the cut, which reviews would settle it, and what more reviews buy.')
    .requiredOption('--marks <file>', 'a CSV file: a header, then `entry,judge,mark` a line')
    .requiredOption('--places <number>', 'how many places there are above the cut', whole)
    .addOption(new Option('--by <what>', 'what is drawn again: judges with all they marked, or the noise of the severity model').choices(['judges', 'severity']).default('judges'))
    .option('--resamples <number>', 'how often', whole, 10_000)
    .option('--seed <number>', 'where the resampling starts', whole, 1)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s trellis -- results certainty --marks marks.csv --places 20')
    .action(run);

async function run({ marks: path, places, json, ...asked }: Asked): Promise<void> {
  const { marks, entries, judges } = parse(path, await readFile(path, 'utf8').catch(refusedFile(path)));
  const { intervals, above, stability, resamples } = await rankCertainty(marks, { places, ...asked });
  const { scores, panels } = severityModel(marks);
  const found = {
    ...{ stability, resamples, panels: panels.length },
    entries: entries.map((entry, n) => ({ entry, score: scores[n]!, interval: intervals[n]!, above: above[n]! })).sort((a, b) => b.above - a.above || b.score - a.score),
    next: nextReviews(marks, places).slice(0, NEXT).map(({ entry, judge, gain }) => ({ entry: entries[entry]!, judge: judges[judge]!, gain })),
    variance: varianceParts(marks),
    bought: reviewsFor(varianceParts(marks), { entries: entries.length, places: Math.min(places, entries.length), seed: asked.seed }),
  };
  print(json, found, () => text(found, places));
}

function text(found: { stability: number; panels: number; entries: readonly { entry: string; score: number; interval: readonly [number, number]; above: number }[]; next: readonly { entry: string; judge: string; gain: number }[]; bought: readonly { reviews: number; reliability: number; rightAbove: number }[] }, places: number): string {
  const share = (value: number) => `${(100 * value).toFixed(1)} %`;
  return [
    `Of the ${places} above the cut ${share(found.stability)} would be expected to stay.`,
    ...(found.panels > 1 ? [`The marks fall into ${found.panels} panels that nobody connects: scores of different ones don't compare.`] : []),
    '',
    table(['Entry', 'score', 'ranks (95 %)', 'above the cut'], found.entries.map(({ entry, score, interval, above }) => [entry, score.toFixed(2), interval.join('-'), share(above)])),
    '',
    'Reviews that would settle the cut soonest:',
    table(['Entry', 'judge', 'surer by'], found.next.map(({ entry, judge, gain }) => [entry, judge, share(gain)])),
    '',
    'What so many reviews an entry buy, by these marks’ own variance:',
    table(['Reviews', 'reliability', 'right above the cut'], found.bought.map(({ reviews, reliability, rightAbove }) => [String(reviews), reliability.toFixed(2), share(rightAbove)])),
  ].join('\n');
}

function parse(path: string, csv: string): { marks: Marks; entries: string[]; judges: string[] } {
  const [entries, judges] = [new Map<string, number>(), new Map<string, number>()];
  const numbered = (of: Map<string, number>, name: string) => of.get(name) ?? of.set(name, of.size).size - 1;
  const pairs = new Set<string>();
  const list = csv.split(/\r?\n/).flatMap((line, n) => {
    if (n === 0 || line.trim() === '') return [];
    const [entry = '', judge = '', mark = '', ...more] = line.split(',').map((cell) => cell.trim());
    const wrong = entry === '' || judge === '' || mark === '' || !Number.isFinite(Number(mark)) || more.length > 0;
    if (wrong) throw new Refused(`${path}:${n + 1}: not an entry, a judge and a mark`);
    if (pairs.has(`${entry},${judge}`)) throw new Refused(`${path}:${n + 1}: ${judge} marked ${entry} before`);
    pairs.add(`${entry},${judge}`);
    return [{ entry: numbered(entries, entry), judge: numbered(judges, judge), value: Number(mark) }];
  });
  if (list.length === 0) throw new Refused(`${path} holds no marks`);
  return { marks: marksOf(entries.size, judges.size, list), entries: [...entries.keys()], judges: [...judges.keys()] };
}
