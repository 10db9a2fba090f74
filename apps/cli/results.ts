import { writeFile } from 'node:fs/promises';
import { compareSeason, readSeason, scoreSeason, type Agreement, type FileProblem, type Season } from '#contest';
import { StartFailure } from '#platform';
import { Command } from 'commander';
import { print, table } from './output.js';

export const resultsCommand = () =>
  new Command('results').description('Results from marks.').addCommand(
    new Command('recompute')
      .description('Computes panel scores and segment totals from a season’s files by the ISU’s rule, without any database.')
      .requiredOption('--marks <dir>', 'the folder with performances.csv, judged-aspects.csv, judge-scores.csv and judges.csv')
      .requiredOption('--scores <file>', 'where to write aspect_id,panel_score')
      .requiredOption('--segments <file>', 'where to write performance_id,total_segment_score')
      .option('--json', 'print the result as JSON')
      .addHelpText('after', '\nExample:\n  npm run -s trellis -- results recompute --marks data/figure-skating-2016-17 --scores scores.csv --segments segments.csv')
      .action(recompute),
  );

async function recompute({ marks, scores, segments, json }: { marks: string; scores: string; segments: string; json?: boolean }): Promise<void> {
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
