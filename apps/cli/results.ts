import { writeFile } from 'node:fs/promises';
import { compareSeason, readSeason, scoreSeason, seasonRaters, type Agreement, type FileProblem, type Season, type SeasonRaters } from '#contest';
import { StartFailure } from '#platform';
import { Command } from 'commander';
import { recomputeBundleFile } from './bundle.js';
import { certaintyCommand } from './certainty.js';
import { whole } from './options.js';
import { print, table } from './output.js';

export const resultsCommand = () =>
  new Command('results').addCommand(raters()).addCommand(certaintyCommand()).addCommand(
    new Command('recompute')
      .description('Computes results again, without any database: those of a results bundle, with its signature and its lots; or a season’s panel scores and totals by the ISU’s rule.')
      .argument('[bundle]', 'a results bundle as the service publishes it')
      .option('--marks <dir>', 'a season: the folder with performances.csv, judged-aspects.csv, judge-scores.csv and judges.csv')
      .option('--scores <file>', 'of a season: where to write aspect_id,panel_score')
      .option('--segments <file>', 'of a season: where to write performance_id,total_segment_score')
      .option('--json', 'print the result as JSON')
      .addHelpText('after', '\nExamples:\n  npm run -s trellis -- results recompute bundle.json\n  npm run -s trellis -- results recompute --marks data/figure-skating-2016-17 --scores scores.csv --segments segments.csv')
      .action(recompute),
  );

interface Asked {
  readonly marks?: string;
  readonly scores?: string;
  readonly segments?: string;
  readonly json?: boolean;
}

function recompute(bundle: string | undefined, { marks, scores, segments, json }: Asked, command: Command): Promise<void> {
  if (bundle !== undefined) return recomputeBundleFile(bundle, json);
  if (marks === undefined || scores === undefined || segments === undefined) return command.error('error: name a results bundle, or a season with --marks, --scores and --segments');
  return recomputeSeason({ marks, scores, segments, ...(json !== undefined && { json }) });
}

const raters = () =>
  new Command('raters')
    .description('Tells how a season’s judges mark: severity, consistency and agreement of each panel, and whether judges favour their own side.')
    .requiredOption('--marks <dir>', 'the folder with performances.csv, judged-aspects.csv, judge-scores.csv and judges.csv')
    .option('--seed <number>', 'where the resampling starts', whole, 1)
    .option('--json', 'print the result as JSON, every judge and panel included')
    .addHelpText('after', '\nExample:\n  npm run -s trellis -- results raters --marks data/figure-skating-2016-17')
    .action(async ({ marks, seed, json }: { marks: string; seed: number; json?: boolean }) => {
      const season = await seasonFrom(marks, json);
      if (!season) return;
      const found = seasonRaters(season, seed);
      print(json, found, () => ratersText(found));
    });

function ratersText({ performances, leftOut, ownSide, panels }: SeasonRaters): string {
  const [low, high] = ownSide.interval;
  const figure = (value: number | null | undefined) => (value === null || value === undefined ? '-' : value.toFixed(2));
  const lines = panels.map(({ competition, program, entries, judges, alpha, intraclass }) => [
    `${competition} ${program}`,
    ...[String(entries), String(judges.length), figure(alpha.interval), figure(intraclass?.single.random), figure(Math.max(...judges.map(({ severity }) => severity)))],
  ]);
  return [
    `${performances} performances, ${leftOut} left out for marks that are not translated.`,
    `Judges mark their own side ${ownSide.gap.toFixed(2)} points higher (95 %: ${low.toFixed(2)} to ${high.toFixed(2)}): ${ownSide.own.mean.toFixed(2)} in ${ownSide.own.count} cases against ${ownSide.other.mean.toFixed(2)} in ${ownSide.other.count}.`,
    `Of ${ownSide.judges.length} judges who met their own side ${ownSide.standOut.length} stand out once corrected for their number${ownSide.standOut.length > 0 ? `: ${ownSide.standOut.join(', ')}` : ''}.`,
    '',
    table(['Panel', 'entries', 'judges', 'alpha', 'ICC(2,1)', 'most severe'], lines),
  ].join('\n');
}

async function recomputeSeason({ marks, scores, segments, json }: { marks: string; scores: string; segments: string; json?: boolean }): Promise<void> {
  const season = await seasonFrom(marks, json);
  if (!season) return;
  const computed = scoreSeason(season);
  await writeCsv(scores, 'aspect_id,panel_score', computed.panel);
  await writeCsv(segments, 'performance_id,total_segment_score', computed.totals);
  const competitions = compareSeason(season, computed);
  print(json, { scores: computed.panel.size, segments: computed.totals.size, competitions }, () => agreementText(competitions));
  if (!allAgree(competitions)) process.exitCode = 1;
}

const writeCsv = (path: string, header: string, rows: ReadonlyMap<string, string>) =>
  writeFile(path, [header, ...[...rows].map(([id, value]) => `${id},${value}`), ''].join('\n')).catch((error: unknown) => {
    throw StartFailure.from(error, path);
  });

/** A season's files, or undefined once all that is wrong with them has been told. */
export async function seasonFrom(folder: string, json: boolean | undefined): Promise<Season | undefined> {
  const season = await readSeason(folder);
  if (!Array.isArray(season)) return season as Season;
  const problems = season as readonly FileProblem[];
  print(json, { refused: true, problems }, () => [`${folder} is refused; ${problems.length} problems:`, ...problems.map(({ file, line, problem }) => `  ${file}:${line}: ${problem}`)].join('\n'));
  process.exitCode = 1;
  return undefined;
}

export const allAgree = (competitions: readonly Agreement[]): boolean => competitions.every(({ panelScores, totals, ranks }) => [panelScores, totals, ranks].every(({ agree, of }) => agree === of));

/** How far ours and the published figures agree, a competition a line. */
export function agreementText(competitions: readonly Agreement[]): string {
  const sum = (of: 'panelScores' | 'totals' | 'ranks') => competitions.reduce((all, line) => ({ agree: all.agree + line[of].agree, of: all.of + line[of].of }), { agree: 0, of: 0 });
  const share = ({ agree, of }: { agree: number; of: number }) => `${agree}/${of}`;
  const lines = competitions.map(({ competition, panelScores, totals, ranks, leftOut }) => [competition, share(panelScores), share(totals), share(ranks), String(leftOut)]);
  const all = ['All', share(sum('panelScores')), share(sum('totals')), share(sum('ranks')), String(competitions.reduce((n, { leftOut }) => n + leftOut, 0))];
  return table(['Competition', 'panel scores', 'segment totals', 'ranks', 'left out'], [...lines, all]);
}
