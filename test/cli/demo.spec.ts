import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock, pause, readConfig } from '#platform';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import { makeAdministrator } from '../../apps/service/administrator.js';
import { INVARIANTS } from '../../apps/cli/invariants.js';
import { startService, type Service } from '../../apps/service/service.js';
import { LONG_FAULTS } from '../faults/child.js';
import { BREAKS } from '../support/broken.js';
import { runCli } from '../support/cli.js';
import { fuzz } from '../support/fuzz.js';
import { scansOf, watchStatements } from '../support/plans.js';
import { readAll } from '../support/read-all.js';
import { readInPages } from '../support/read-in-pages.js';
import { call, peopleOf, routesOf, thingsOf } from '../support/route-matrix.js';
import { breachesOf } from '../support/route-rules.js';
import { freePort, PASSWORD } from '../support/service.js';

/** What reads all that a district has of something because it is asked for all of it. */
const READ_WHOLE: readonly RegExp[] = [
  // The record is verified, and the figures are counted anew.
  /^SELECT id AS aggregate, kind, state, version, head FROM aggregate/,
  /LEFT JOIN audit_entry a ON .* WHERE a\.version IS NULL/,
  /WITH fresh AS MATERIALIZED/,
  // What is still owed is counted: as many rows as there is work in hand.
  /FROM pending( WHERE district_id = \$1 GROUP BY reaction .*)?$/,
  // The report's funnel, the merits of all projects, the figures of all judges, all marks as a table.
  /WITH stage AS \(SELECT s\.\*, row_number/,
  /SELECT project_id AS project, source, to_char\("on", 'YYYY'\)/,
  /WITH sheets AS \( SELECT s\.\*, r\.judge_by/,
  /FROM mark m JOIN aspect x ON .* AND r\.kind = 'judging'/,
];

describe('the demo', () => {
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'trellis-demo-'));
    chmodSync(home, 0o755);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('plays to its end, also on what a killed run has left, and its record verifies', async () => {
    const environment = { TRELLIS_HOME: home, PORT: String(await freePort()) };
    const doomed = spawn(process.execPath, ['dist/apps/cli/main.js', 'demo'], { env: { PATH: process.env['PATH'], ...environment }, stdio: 'ignore' });
    await pause(8000);
    doomed.kill('SIGKILL');
    const { code, out, err } = await runCli(['demo', '--json'], environment);
    expect([code, err]).toEqual([0, '']);
    const { funnel, season, audit, books, state } = JSON.parse(out) as { funnel: { stage: string; projects: number }[]; season: object[]; audit: { findings: object[] }; books: { transfers: number; findings: object[] }; state: { findings: object[] } };
    const projects = funnel.map((line) => line.projects);
    expect(projects[0]).toBe(85);
    expect(funnel.map(({ stage }) => stage)).toEqual(['entered', 'shortlisted', 'awarded', 'funded', 'admitted', 'graduated', 'landed', 'producing', 'above-scale']);
    for (const count of projects) expect(count).toBeGreaterThan(0);
    expect(season).toHaveLength(10);
    expect(audit.findings).toEqual([]);
    expect([books.findings, state.findings]).toEqual([[], []]);
    expect(books.transfers).toBeGreaterThan(50);
  }, 480_000);

  it('names what breaks an invariant, each by itself', async () => {
    const service = await startHere(home);
    const client = await service.database.pool.connect();
    const unnoticed: string[] = [];
    for (const { what, sql } of INVARIANTS) {
      // A transaction that is taken back, in which no trigger and no foreign key is asked.
      await client.query('BEGIN; SET LOCAL session_replication_role = replica');
      await client.query(BREAKS[what] ?? `SELECT no_break_for('${what}')`);
      const { rows } = await client.query<{ where: string; detail: string }>(sql);
      if (rows.length === 0 || rows.some(({ where, detail }) => !where || !detail)) unnoticed.push(what);
      await client.query('ROLLBACK');
    }
    client.release();
    await service.stop();
    expect(unnoticed).toEqual([]);
    expect(Object.keys(BREAKS).sort()).toEqual(INVARIANTS.map(({ what }) => what).sort());
  });

  it('answers every reading of the office as the API’s document has it', async () => {
    const service = await startHere(home);
    const { read, faults } = await readAll(service, await administratorOf(service, service, 'office-of-answers'));
    await service.stop();
    expect(faults).toEqual([]);
    expect(read).toBeGreaterThan(600);
  });

  it('leaves nothing out and repeats nothing where a list is read in pages, and lets through a filter what it says', async () => {
    const service = await startHere(home);
    const { lists, filtered, faults } = await readInPages(service, await administratorOf(service, service, 'office-of-pages'));
    await service.stop();
    expect(faults).toEqual([]);
    expect(lists).toBeGreaterThan(130);
    expect(filtered).toBeGreaterThan(100);
  });

  it('refuses to judge on what was brought in, by every route of a round and of a sheet', async () => {
    const service = await startHere(home);
    const office = await administratorOf(service, service, 'office-of-what-was-brought-in');
    const { rows } = await service.database.pool.query<{ sheet: string; round: string; entry: string }>('SELECT s.id AS sheet, s.round_id AS round, s.entry_id AS entry FROM score_sheet s JOIN round r ON r.id = s.round_id WHERE r.plan IS NULL ORDER BY s.id LIMIT 1');
    const routes = routesOf(service).filter(({ path }) => /\{(round|sheet)\}/.test(path));
    const answers = await Promise.all(routes.map(async (route) => ({ ...route, ...(await call(office, route, rows[0]!)) })));
    await service.stop();
    expect(answers.filter(({ status }) => status >= 500).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(answers.filter(({ text }) => text.includes('round:brought-in')).length).toBeGreaterThan(5);
  });

  it('gives nothing by any route to who should have nothing: unknown, suspended, of another district, with a role elsewhere, or only reading', async () => {
    const service = await startHere(home);
    const [office, { rows: districts }] = [await administratorOf(service, service, 'office-of-routes'), await service.database.pool.query<{ id: string }>('SELECT id FROM district')];
    // An administrator of a district that keeps its rows in the same database.
    const other = await startHere(home, { DATABASE_URL: service.database.pool.options.connectionString!, DISTRICT_CODE: 'other' });
    const strange = await administratorOf(service, other, 'office-of-another');
    await other.stop();
    const { calls, breaches, open } = await breachesOf(service, districts[0]!.id, office, strange, service.app.get(Clock).now().toISOString());
    await service.stop();
    expect(breaches).toEqual([]);
    expect(calls).toBeGreaterThan(7000);
    expect(open.filter((route) => !route.startsWith('GET'))).toEqual(['POST /api/addresses/by-link/{token}', 'POST /api/calls/{call}/eligibility', 'POST /api/judge-invitations/by-link/{token}', 'POST /api/merge-requests/by-link/{token}', 'POST /api/passwords/ask', 'POST /api/passwords/by-link/{token}']);
  }, 480_000);

  it('answers junk and hostile files by any route with what is wrong with them, in bounded time and memory', async () => {
    const service = await startHere(home);
    const things = await thingsOf(service, routesOf(service));
    const { rows: districts } = await service.database.pool.query<{ id: string }>('SELECT id FROM district ORDER BY id LIMIT 1');
    const person = peopleOf(service, districts[0]!.id);
    const who = [
      await administratorOf(service, service, 'office-of-junk'),
      await person('team of junk', 'owner', `SELECT '${things['project']}'::uuid`),
      await person('judge of junk', 'judge', `SELECT '${things['call']}'::uuid`),
      await person('platform of junk', 'platform-manager', `SELECT '${things['platform']}'::uuid`),
      new Visitor(service.config.baseUrl, 'nobody', '', ''),
    ];
    const watched = watchStatements();
    const found = await fuzz(service, who, things, { tries: LONG_FAULTS ? 170 : 4, seed: Number(process.env['FUZZ_SEED'] ?? 11) });
    watched.stop();
    const { explained, scans } = await scansOf(service.database.pool.options.connectionString!, watched.seen, 400);
    await service.stop();
    process.stdout.write(`${found.requests} requests of junk: ${JSON.stringify(found.answers)}, ${found.faults.length} faults, slowest ${found.slowest.seconds} s (${found.slowest.route}), ${Math.round(found.peak / 1e6)} MB at most\n`);
    expect(found.faults).toEqual([]);
    expect(scans.filter(({ text }) => !READ_WHOLE.some((known) => known.test(text.trim().replace(/\s+/g, ' '))))).toEqual([]);
    expect(explained).toBeGreaterThan(500);
    expect(found.requests).toBeGreaterThan(LONG_FAULTS ? 100_000 : 2400);
    // Of every kind: some do what they ask, most are refused.
    for (const status of ['200', '201', '401', '403', '404', '422']) expect(found.answers[status]).toBeGreaterThan(0);
    expect(found.slowest.seconds).toBeLessThan(30);
    expect(found.peak).toBeLessThan(2e9);
  }, LONG_FAULTS ? 3_600_000 : 480_000);
});

/** The service on the demo's data, in this process. */
async function startHere(home: string, more: Record<string, string> = {}): Promise<Service> {
  const service = await startService(readConfig({ TRELLIS_HOME: home, PORT: String(await freePort()), LOG_LEVEL: 'silent', SIGN_INS_A_MINUTE: '100000', REQUESTS_A_MINUTE: '1000000', ...more }), { works: false });
  await service.listen();
  return service;
}

/** An administrator of the district that `of` serves, who calls `service`; a stranger there where that is another district's. */
async function administratorOf(service: Service, of: Service, name: string): Promise<Visitor> {
  const own = new Visitor(of.config.baseUrl, name, `${name}@test.example`, PASSWORD);
  await makeAdministrator(of.app, own);
  const here = new Visitor(service.config.baseUrl, name, own.email, PASSWORD);
  return here.signIn().catch(() => here);
}
