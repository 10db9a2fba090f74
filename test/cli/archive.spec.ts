import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveDifferences, readManifest } from '#archive';
import { Clockwork } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { enter, openCall } from '../support/chain.js';
import { runCli } from '../support/cli.js';
import { FORM, upload } from '../support/form.js';
import { refused } from '../support/refused.js';
import { freshDatabase, startTestService, type TestService } from '../support/service.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n');

describe('an installation leaves whole and comes back equal', () => {
  let service: TestService;
  let office: Visitor;
  let folder: string;
  let environment: Record<string, string>;
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'trellis-archive-'));
    service = await startTestService();
    office = await service.office();
    const call = await openCall(office, { form: FORM });
    const { entry, team } = await enter(service, await openCall(office), 'wang');
    const draft = (await team.post(`/calls/${call}/entries`, { title: '带附件的项目', abstract: '摘要，含"引号"、逗号,与\n换行', facts: {} })).id;
    await team.post(`/entries/${draft}/files`, { field: 'papers', upload: await upload(team, '计划.pdf', PDF) });
    await service.settle();
    environment = { DATABASE_URL: service.config.DATABASE_URL!, TRELLIS_HOME: service.home };
    expect(entry).toBeDefined();
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is backed up while people write, and the backup is restored and checked', async () => {
    let writing = true;
    const written: string[] = [];
    const writer = (async () => {
      while (writing) written.push((await office.post('/organisations', { name: `单位 ${written.length}` })).id);
    })();
    const { code, out, err } = await runCli(['backup', at('backup'), '--verify', '--json'], environment);
    writing = false;
    await writer;
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ faults: [], packed: true });
    expect(written.length).toBeGreaterThan(5);
    // As of one moment: of what was written meanwhile it holds the first so many, each with its record.
    const rows = new Map((await readManifest(at('backup'))).tables.map((one) => [one.table, one.rows]));
    expect(rows.get('organisation')).toBeLessThan(written.length + 2);
  });

  it('exports in open formats, imports into an empty place, and exports the very same again', async () => {
    expect(await runCli(['export', '--all', at('first')], environment)).toMatchObject({ code: 0 });
    expect(readFileSync(join(at('first'), 'tables', 'entry.csv'), 'utf8')).toContain('"摘要，含""引号""、逗号,与\n换行"');
    const other = { DATABASE_URL: await freshDatabase('template0'), TRELLIS_HOME: at('home') };
    expect(await runCli(['import', '--all', at('first')], other)).toMatchObject({ code: 0, err: '' });
    expect(await runCli(['export', '--all', at('second')], other)).toMatchObject({ code: 0 });
    const [first, second] = [await readManifest(at('first')), await readManifest(at('second'))];
    expect(archiveDifferences(first, second)).toEqual([]);
    expect(first.files.length).toBeGreaterThan(0);
    expect(await runCli(['audit', 'verify'], other)).toMatchObject({ code: 0 });
    // It is that installation: who could sign in can, and goes on.
    const moved = await startTestService({ environment: other });
    const wang = moved.visitor('wang');
    await wang.signIn();
    expect((await moved.database.pool.query("SELECT 1 FROM pg_stats WHERE schemaname = 'public' AND tablename = 'person'")).rowCount).toBeGreaterThan(0);
    expect((await wang.get<{ items: { title: string }[] }>('/entries')).items.map(({ title }) => title).sort()).toEqual(['带附件的项目', '项目 wang']);
    await moved.stop();
  });

  it('refuses what is not whole, and a place where an installation is, before it writes anything', async () => {
    expect(await runCli(['backup', at('spoilt')], environment)).toMatchObject({ code: 0 });
    const elsewhere = { DATABASE_URL: await freshDatabase('template0'), TRELLIS_HOME: at('nowhere') };
    expect(await runCli(['restore', at('spoilt')], environment)).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });
    expect(await runCli(['restore', at('spoilt')], { ...environment, TRELLIS_HOME: at('third') })).toMatchObject({ code: 1, err: expect.stringContaining('holds an installation already') });
    expect(await runCli(['backup', at('spoilt')], environment)).toMatchObject({ code: 1, err: expect.stringContaining('is not empty') });
    const [{ files }] = [await readManifest(at('spoilt'))];
    appendFileSync(join(at('spoilt'), 'files', files[0]!.slice(0, 2), files[0]!), 'x');
    writeFileSync(join(at('spoilt'), 'tables', 'person.csv.gz'), 'no gzip');
    const { code, err } = await runCli(['restore', at('spoilt')], elsewhere);
    expect([code, err]).toEqual([1, expect.stringMatching(/nothing was restored\.\n {2}table person: .*\n {2}file /)]);
    rmSync(join(at('spoilt'), 'manifest.json'));
    expect(await runCli(['restore', at('spoilt')], elsewhere)).toMatchObject({ code: 1, err: expect.stringContaining('no whole archive') });
  });

  it('is backed up when the office asks, with what came of it; the oldest make room', async () => {
    const own = await startTestService({ environment: { BACKUPS_KEPT: '1' } });
    const boss = await own.office();
    const list = () => boss.get<{ items: { state: string; folder: string | null; rows: number | null; failure: string | null }[] }>('/operations/backups');
    const one = async () => (await boss.post('/operations/backups'), await own.settle());
    await one();
    await one();
    expect((await list()).items).toMatchObject([{ state: 'done', failure: null, folder: expect.stringContaining(own.home) as string, rows: expect.any(Number) as number }, { state: 'done', folder: null }]);
    expect((await readManifest((await list()).items[0]!.folder!)).packed).toBe(true);
    // A disk that takes nothing: the reason is kept, and the earlier backup stays.
    const { folder: kept } = (await list()).items[0]!;
    rmSync(join(own.home, 'keys'), { recursive: true });
    await one();
    expect((await list()).items[0]).toMatchObject({ state: 'failed', failure: expect.stringContaining('ENOENT') as string });
    expect((await readManifest(kept!)).packed).toBe(true);
    expect(await refused((await own.visitor('someone').signUp()).get('/operations/backups'))).toMatchObject({ status: 403 });
    await own.stop();
  });

  it('is backed up every day at the hour of the settings, once', async () => {
    const own = await startTestService({ now: '2025-03-03T01:00:00+08:00', environment: { BACKUP_AT: '02:30' } });
    const made = () => own.database.prisma.backup.count({ where: { aggregate: { state: 'done' } } });
    const hour = async (now: string, expected: number) => {
      await own.moveTo(now);
      await Promise.all([own.app.get(Clockwork).run('nightly-backup'), own.app.get(Clockwork).run('nightly-backup')]);
      await own.settle();
      expect(await made()).toBe(expected);
    };
    await hour('2025-03-03T02:29:00+08:00', 0);
    await hour('2025-03-03T02:31:00+08:00', 1);
    await hour('2025-03-03T23:00:00+08:00', 1);
    await hour('2025-03-04T09:00:00+08:00', 2);
    await own.stop();
  });
});
