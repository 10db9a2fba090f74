import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/cli.js';
import { freePort, freshDatabase } from '../support/service.js';

const DATA = 'data/figure-skating-2016-17';
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'trellis-cli-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('trellis', () => {
  it('ends with 2 on bad usage', async () => {
    expect((await runCli(['nonsense'])).code).toBe(2);
    expect((await runCli(['results', 'recompute'])).code).toBe(2);
  });

  it.each(['start', 'demo', 'admin create', 'import season', 'import convert', 'results recompute', 'results raters', 'results certainty', 'assign', 'audit verify', 'audit verify-receipt', 'audit books', 'audit state'])('shows help with examples: %s', async (command) => {
    const { code, out } = await runCli([...command.split(' '), '--help']);
    expect([code, out]).toEqual([0, expect.stringMatching(/Examples?:/)]);
  });

  it('lists all mistakes in the settings at once', async () => {
    const { code, err } = await runCli(['start'], { PORT: '99999', TIME_ZONE: 'Mars/Olympus', DATABASE_URL: 'mysql://x' });
    expect(code).toBe(1);
    for (const name of ['PORT', 'TIME_ZONE', 'DATABASE_URL']) expect(err).toContain(name);
    expect(err).not.toContain('    at ');
  });

  it('makes the workbook of an edition from another program’s export, and says what can’t be read', async () => {
    const [papers, scores, out] = [join(folder, 'data.json'), join(folder, 'scores.csv'), join(folder, 'edition.xlsx')];
    writeFileSync(papers, JSON.stringify([{ object: 'paper', pid: 7, title: 'Fast sorting', status: 'accepted' }]));
    writeFileSync(scores, 'paper,title,email,OveMer\n7,Fast sorting,p@x.example,4\n');
    const convert = (program: string, reviews: string) => runCli(['import', 'convert', program, '--submissions', papers, '--reviews', reviews, '--contest', '大会', '--edition', '1', '--out', out, '--json']);
    const { code, out: said } = await convert('hotcrp', scores);
    expect([code, JSON.parse(said)]).toEqual([0, { entries: 1, judges: 1, sheets: 1, criteria: [{ name: 'ovemer', weight: 1 }], leftOut: [] }]);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    expect(await convert('hotcrp', papers)).toMatchObject({ code: 1, err: expect.stringContaining('The export can') as string });
    expect(await convert('easychair', scores)).toMatchObject({ code: 1, err: expect.stringContaining('hotcrp, pretalx') as string });
  });

  it('recomputes a season without a database', async () => {
    const [scores, segments] = [join(folder, 'scores.csv'), join(folder, 'segments.csv')];
    const { code, out } = await runCli(['results', 'recompute', '--marks', DATA, '--scores', scores, '--segments', segments, '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([0, { scores: 15_353, segments: 1_097 }]);
    expect(readFileSync(scores, 'utf8').split('\n').slice(0, 2)).toEqual(['aspect_id,panel_score', expect.stringMatching(/^[0-9a-f]{10},-?\d+\.\d\d$/)]);
    expect(readFileSync(segments, 'utf8')).toContain('\n8e812c43e1,73.03\n');
  });

  it('refuses a season with mistakes and imports nothing of it', async () => {
    cpSync(DATA, folder, { recursive: true });
    writeFileSync(join(folder, 'judge-scores.csv'), readFileSync(join(folder, 'judge-scores.csv'), 'utf8').replace('00034b9414,J1,9.0', '00034b9414,J1,nine'));
    const { code, out } = await runCli(['import', 'season', folder, '--json'], { DATABASE_URL: await freshDatabase(), TRELLIS_HOME: folder });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ refused: true, problems: [{ file: 'judge-scores.csv', line: 2, problem: 'score is "nine", which is no number' }] });
    expect(existsSync(join(folder, 'keys'))).toBe(false);
  });

  it('imports a season that its jobs score and rank as published; a second run imports nothing more', async () => {
    const environment = { DATABASE_URL: await freshDatabase(), TRELLIS_HOME: folder };
    for (let run = 0; run < 2; run++) {
      const { code, out, err } = await runCli(['import', 'season', DATA, '--json'], environment);
      expect([code, err]).toEqual([0, '']);
      const { competitions } = JSON.parse(out) as { competitions: { panelScores: { agree: number }; totals: { agree: number }; ranks: { agree: number } }[] };
      const sum = (of: 'panelScores' | 'totals' | 'ranks') => competitions.reduce((n, line) => n + line[of].agree, 0);
      expect([sum('panelScores'), sum('totals'), sum('ranks')]).toEqual([15_353, 1_097, 1_097]);
    }
    const audit = await runCli(['audit', 'verify', '--json'], environment);
    expect([audit.code, JSON.parse(audit.out)]).toMatchObject([0, { findings: [] }]);
  });

  it('makes an administrator from standard input, once', async () => {
    const environment = { DATABASE_URL: await freshDatabase(), TRELLIS_HOME: folder };
    const create = ['admin', 'create', '--email', 'office@test.example', '--name', '区办'];
    expect((await runCli(create, environment, 'short\n')).err).toContain('at least 10 characters');
    expect((await runCli(create, environment, 'correct horse battery\n')).code).toBe(0);
    expect(await runCli(create, environment, 'correct horse battery\n')).toMatchObject({ code: 1, err: expect.stringContaining('No administrator was made') });
  });

  it('says what to do when its port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const { code, err } = await runCli(['start'], { DATABASE_URL: await freshDatabase(), TRELLIS_HOME: folder, PORT: String(port), LOG_LEVEL: 'silent' });
    other.close();
    expect([code, err]).toEqual([1, `127.0.0.1:${port} is already in use by another program. Stop it, or choose another port with PORT.\n`]);
  });

  it('refuses a database that a newer program has migrated', async () => {
    const url = await freshDatabase();
    const { Database } = await import('#platform');
    const database = new Database(url, 1);
    await database.pool.query("INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('x', 'x', '99990101000000_later', now(), 1)");
    await database.close();
    const { code, err } = await runCli(['start'], { DATABASE_URL: url, TRELLIS_HOME: folder });
    expect([code, err]).toEqual([1, expect.stringContaining('newer than this program: it holds the migration 99990101000000_later')]);
  });
});
