import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { readFiles, readManifest, readTables, tableFile } from '#archive';
import { auditBooks } from '#ledger';
import { checkInvariants, Database, Files, readConfig, verifyAudit } from '#platform';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { BOOK_CHECKS } from '../../apps/cli/book-checks.js';
import { INVARIANTS } from '../../apps/cli/invariants.js';
import { ELIGIBLE, openCall } from '../support/chain.js';
import { readAll } from '../support/read-all.js';
import { freshDatabase, startTestService } from '../support/service.js';
import { LONG_FAULTS } from './child.js';

const RELEASED = 'test/released';
/** After everything that the kept installations tell of. */
const LATER = '2026-07-01T09:00:00+08:00';
const ALL = readdirSync(RELEASED).sort();

/** How what stood in a column that is no more is read now. */
const MOVED: Readonly<Record<string, string>> = {
  'entry.receipt': "(SELECT jsonb_object_agg(key, value) FROM submission s CROSS JOIN jsonb_each(s.receipt) WHERE s.entry_id = entry.id AND s.number = 1 AND key IN ('at', 'call', 'hash', 'entry', 'title'))",
  'call.rubric': "plans -> 0 -> 'rubric'",
  'call.scoring': "jsonb_build_object('name', plans -> 0 ->> 'scoring', 'places', plans -> 0 -> 'places', 'drop', plans -> 0 -> 'drop', 'dropFrom', plans -> 0 -> 'dropFrom', 'source', 'The call’s own rule: the highest and the lowest of five marks or more are dropped')",
  'call.quorum': "(plans -> 0 ->> 'quorum')::int",
  'periodic_report.quarter': 'period',
  'periodic_report.revenue': "figures ->> 'revenue'",
  'periodic_report.research': "figures ->> 'research'",
  'periodic_report.staff': "figures ->> 'staff'",
  'periodic_report.valid_ip': "figures ->> 'validIp'",
  'seed_fund.capital': '(SELECT sum(pledged) FROM fund_contributor c WHERE c.fund_id = seed_fund.id)',
  'seed_fund.committed': '(SELECT coalesce(sum(amount), 0) FROM investment i WHERE i.fund_id = seed_fund.id)',
  'park.partner_share': "(SELECT output FROM enclave_share s WHERE s.park_id = park.id AND s.year = '0000')",
};

/** Deadlines of reports said `quarter` once, and say `period`. */
const renamed = (table: string, lines: string) => (table === 'deadline' ? lines.replaceAll('{""quarter"":', '{""period"":') : lines);

/** The lines that were kept and are no more as they were written; what migrations added is not looked at. */
async function lost(folder: string, url: string): Promise<string[]> {
  const { tables, packed } = await readManifest(folder);
  const client = new pg.Client(url);
  await client.connect();
  const found: string[] = [];
  for (const { table } of tables) {
    const written = renamed(table, gunzipSync(readFileSync(tableFile(folder, table, packed))).toString()).split('\n');
    const { rows } = await client.query<{ name: string }>('SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1', [table]);
    const columns = written[0]!.split(',').map((column) => (rows.some(({ name }) => name === column) ? `"${column}"` : `${MOVED[`${table}.${column}`]} AS "${column}"`));
    const is = new Set((await text(client.query(to(`COPY (SELECT ${columns.join()} FROM "${table}") TO STDOUT (FORMAT csv, HEADER)`)))).split('\n'));
    found.push(...written.filter((line) => !is.has(line)).map((line) => `${table}: ${line}`));
  }
  await client.end();
  return found;
}

/** What is wrong with the record, the books and the state of an installation. */
async function findingsOf(database: Database): Promise<string[]> {
  const [record, books, state] = [await verifyAudit(database), await auditBooks(database, BOOK_CHECKS), await checkInvariants(database, INVARIANTS)];
  expect(record.entries).toBeGreaterThan(1000);
  return [...record.findings, ...books.findings, ...state.findings].map(({ what, where, detail }) => `${what}: ${where}: ${detail}`);
}

describe.each(ALL)('what the program wrote whose schema ended with %s', (name) => {
  const folder = join(RELEASED, name);
  let url: string;
  beforeAll(async () => {
    url = await freshDatabase('template0');
    await readTables(folder, url);
  });

  it('is brought to this schema, and nothing of it is lost', async () => {
    expect(await lost(folder, url)).toEqual([]);
    const database = new Database(url, 2);
    expect(await findingsOf(database)).toEqual([]);
    await database.close();
  });

  // The oldest has gone through every migration.
  if (!LONG_FAULTS && name !== ALL[0]) return;
  it('is read by every route, and gone on with', async () => {
    const home = mkdtempSync(join(tmpdir(), 'trellis-home-'));
    await readFiles(folder, await Files.open(readConfig({ TRELLIS_HOME: home })));
    const service = await startTestService({ now: LATER, environment: { DATABASE_URL: url, TRELLIS_HOME: home } });
    await service.settle();
    const office = await service.office();
    const { read, faults } = await readAll(service, office);
    expect(faults).toEqual([]);
    expect(read).toBeGreaterThan(400);
    expect(await office.post('/figures/recount')).toMatchObject({ changed: 0 });
    const call = await openCall(office, { closesAt: '2026-08-31T18:00:00+08:00' });
    const team = await service.visitor('team').signUp();
    const { id: entry } = await team.post(`/calls/${call}/entries`, { title: '新项目', abstract: '摘要', facts: { ...ELIGIBLE, 'registration-year': 2025 } });
    await team.post(`/entries/${entry}/submit`);
    await service.settle();
    expect(await findingsOf(service.database)).toEqual([]);
    await service.stop();
  });
});
