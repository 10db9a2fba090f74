import { isRefusal, refusalWords, type DistrictId } from '#kernel';
import { compareSeason, importSeason, readSeasonScores, seasonProgress, type Agreement, type Season } from '#contest';
import { Commands, DISTRICT, pause, StartFailure } from '#platform';
import { Command } from 'commander';
import { Listr } from 'listr2';
import type { Service } from '../service/service.js';
import { restore } from './archive/restore.js';
import { convertCommand } from './convert.js';
import { withService } from './ground.js';
import { agreementText, allAgree, seasonFrom } from './results.js';
import { bar, print } from './output.js';

export const importCommand = () =>
  new Command('import')
    .option('--all <dir>', 'the folder that export --all wrote; where no installation has been')
    .option('--json', 'print the result as JSON')
    .action(async ({ all, json }: { all?: string; json?: boolean }, command: Command) => (all === undefined ? command.help({ error: true }) : restore(all, { ...(json !== undefined && { json }) })))
    .addCommand(
    new Command('season')
      .description('Imports a season of judged competitions as archived contests; jobs score it and flows rank it. Files with mistakes are refused whole.')
      .argument('<dir>', 'the folder with performances.csv, judged-aspects.csv, judge-scores.csv and judges.csv')
      .option('--json', 'print the result as JSON')
      .addHelpText('after', '\nExample:\n  npm run -s trellis -- import season data/figure-skating-2016-17')
      .action(run),
    )
    .addCommand(convertCommand());

async function run(folder: string, { json }: { json?: boolean }): Promise<void> {
  const season = await seasonFrom(folder, json);
  if (!season) return;
  const competitions = await withService((service) => {
    const work = new ImportedSeason(service, season);
    const list = new Listr<{ agreements: Agreement[] }>([{ title: 'Import the season', task: async (context, task) => void (context.agreements = await work.run((text) => (task.title = text))) }], { silentRendererCondition: json === true, fallbackRendererCondition: !process.stdout.isTTY });
    return list.run({ agreements: [] }).then(({ agreements }) => agreements);
  });
  print(json, { competitions }, () => agreementText(competitions));
  if (!allAgree(competitions)) process.exitCode = 1;
}

/** A season on its way into the database and through the service's jobs. */
export class ImportedSeason {
  constructor(
    private readonly service: Service,
    private readonly season: Season,
  ) {}

  /** Loads it, waits for the jobs, and holds what they computed against the published results. */
  async run(say: (text: string) => void): Promise<Agreement[]> {
    const district = this.service.app.get<DistrictId>(DISTRICT);
    const { contests } = await seasonProgress(this.service.database, district, this.season);
    if (contests.length === 0) await this.load(district);
    for (;;) {
      const { contests: loaded, rounds, ranked } = await seasonProgress(this.service.database, district, this.season);
      say(`Score and rank the season: ${bar(ranked, rounds)} programs`);
      if (ranked === rounds) return compareSeason(this.season, await readSeasonScores(this.service.database, district, loaded));
      await pause(250);
    }
  }

  private async load(district: DistrictId): Promise<void> {
    const actor = { kind: 'system', district, name: 'import' } as const;
    const done = await this.service.app.get(Commands).run(importSeason, { actor, requestId: null }, this.season);
    if (isRefusal(done)) throw new StartFailure(refusalWords(done, 'en'));
  }
}
