import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSeason, type Agreement, type Season } from '#contest';
import { auditBooks, type BooksReport } from '#ledger';
import { checkInvariants, MovableClock, readConfig, removeEmbeddedPostgres, ROOT, StartFailure, verifyAudit, type AuditReport, type Config, type StateReport } from '#platform';
import { Command } from 'commander';
import { Listr } from 'listr2';
import { stopOnSignal } from '../service/run.js';
import { startService, type Service } from '../service/service.js';
import { auditText, booksText, stateText } from './audit.js';
import { BOOK_CHECKS } from './book-checks.js';
import { gather, type Cast } from './demo/cast.js';
import { funnelOf, report as tell } from './demo/report.js';
import { playThreeYears, STARTS } from './demo/three-years.js';
import { Stage } from './demo/stage.js';
import { ImportedSeason } from './import.js';
import { INVARIANTS } from './invariants.js';
import { print } from './output.js';
import { allAgree } from './results.js';

interface Played {
  service: Service;
  stage: Stage;
  cast: Cast;
  season: Agreement[];
  audit: AuditReport;
  books: BooksReport;
  state: StateReport;
  /** Records that are not counted in the figures as reading all anew counts them. */
  miscounted: number;
}

export const demoCommand = () =>
  new Command('demo')
    .option('--exit', 'end when it has been played')
    .option('--json', 'print the result as JSON, and end when it has been played')
    .addHelpText('after', '\nEvery run begins anew, under .trellis/demo.\n\nExamples:\n  npm run demo\n  npm run demo -- --exit\n  PORT=8080 npm run demo')
    .action(play);

async function play({ exit, json }: { exit?: boolean; json?: boolean }): Promise<void> {
  const began = performance.now();
  const config = readConfig({ LOG_LEVEL: 'warn', SIGN_INS_A_MINUTE: '100000', REQUESTS_A_MINUTE: '1000000', DATABASE_FAST: '1', ...process.env, TRELLIS_HOME: process.env['TRELLIS_HOME'] ?? join(ROOT, '.trellis/demo') });
  await clear(config);
  const played: Partial<Played> = {};
  try {
    await acts(config, played, json === true).run();
    const { service, stage, cast, season, audit, books, state, miscounted } = played as Played;
    const seconds = (performance.now() - began) / 1000;
    const ends = exit === true || json === true;
    if (json) print(true, { funnel: await funnelOf(cast), season, audit, books, state, miscounted, seconds }, () => '');
    else process.stdout.write(await tell({ cast, stage, season, seconds, audit: `${auditText(audit)}\n${booksText(books)}\n${stateText(state)}\nFigures: ${miscounted === 0 ? 'counted as recounting counts them' : `${miscounted} records counted otherwise than recounting counts them`}.`, stays: !ends, url: service.config.baseUrl }));
    if (audit.findings.length > 0 || books.findings.length > 0 || state.findings.length > 0 || miscounted > 0 || !allAgree(season)) process.exitCode = 1;
    if (ends) await service.stop();
    else stopOnSignal(service);
  } catch (error) {
    await played.service?.stop().catch(() => undefined);
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`The demo could not be played to its end: ${error instanceof Error ? error.message : String(error)}\nWhat it had done is under ${config.TRELLIS_HOME}; the next run begins anew.`);
  }
}

/** What an earlier demo left is removed; another database than the embedded one must be empty. */
async function clear(config: Config): Promise<void> {
  if (config.DATABASE_URL !== undefined) return;
  await removeEmbeddedPostgres(config.TRELLIS_HOME);
  try {
    for (const part of ['files', 'keys']) rmSync(join(config.TRELLIS_HOME, part), { recursive: true, force: true });
  } catch (error) {
    throw StartFailure.from(error, config.TRELLIS_HOME);
  }
}

const acts = (config: Config, played: Partial<Played>, silent: boolean) =>
  new Listr(
    [
      {
        title: 'Start the database and the service',
        task: async (_, task) => {
          const clock = new MovableClock(new Date(`${STARTS}T09:00:00+08:00`));
          const service = await startService(config, { clock, works: true });
          played.service = service;
          await service.listen();
          if ((await service.database.prisma.person.count()) > 0) throw new StartFailure('The demo needs an empty database: DATABASE_URL holds data already.');
          played.stage = new Stage(service, clock, (text) => (task.output = text));
        },
      },
      {
        title: 'Sign up the office, judges, managers; set up platforms, fund and parks',
        task: async () => void (played.cast = await gather(played.service!, played.stage!)),
      },
      {
        title: 'Import a real season',
        task: async (_, task) => {
          const season = (await readSeason(join(ROOT, 'data/figure-skating-2016-17'))) as Season;
          played.season = await new ImportedSeason(played.service!, season).run((text) => (task.title = text));
        },
      },
      {
        title: 'Play three years',
        task: (_, task) => task.newListr(playThreeYears(played.stage!, played.cast!), { rendererOptions: { collapseSubtasks: false } }),
      },
      {
        title: 'Check the record, the books and the figures',
        task: async () => {
          played.audit = await verifyAudit(played.service!.database);
          played.books = await auditBooks(played.service!.database, BOOK_CHECKS);
          played.state = await checkInvariants(played.service!.database, INVARIANTS);
          played.miscounted = (await played.cast!.office.post<{ changed: number }>('/figures/recount')).changed;
        },
      },
    ],
    { rendererOptions: { collapseSubtasks: false, showErrorMessage: false }, silentRendererCondition: silent, fallbackRendererCondition: !process.stdout.isTTY },
  );
