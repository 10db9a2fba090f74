import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause, readConfig } from '#platform';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import { makeAdministrator } from '../../apps/service/administrator.js';
import { startService, type Service } from '../../apps/service/service.js';
import { keep, median } from './keep.js';

const PORT = 3458;
const [FIRMS, YEARS, LAST] = [5_000, 20, 2025];
const DAYS = ['2025-12-31', '2025-09-30', '2025-06-30', '2025-03-31', '2024-12-31', '2024-06-30', '2023-12-31'];

interface Told {
  readonly sections: { readonly lines: { readonly key: string; readonly value: number; readonly series: { readonly year: string; readonly value: number }[] }[] }[];
}

/** How soon the report of a district of twenty years opens, beside plain SQL for the same figures on the same server. */
export async function benchReport(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'trellis-report-'));
  const config = readConfig({ TRELLIS_HOME: home, PORT: String(PORT), LOG_LEVEL: 'error', SIGN_INS_A_MINUTE: '1000', REQUESTS_A_MINUTE: '1000000' });
  const opened = async () => {
    const service = await startService(config, { works: true });
    await service.listen();
    return service;
  };
  let service = await opened();
  const office = new Visitor(service.config.baseUrl, 'office', 'office@bench.example', 'correct horse battery');
  await makeAdministrator(service.app, office);
  await office.signIn();
  const facts = await fill(service);
  const rows: string[][] = [];
  const timed = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

  const counted = await timed(() => office.post('/figures/recount'));
  rows.push(['all facts counted from nothing', seconds(counted), `${Math.round(facts / (counted / 1000)).toLocaleString('en-US')} a second`]);
  await service.database.pool.query('ANALYZE');
  await office.get('/report');
  const [ours, plain]: [number[], number[]] = [[], []];
  for (const day of DAYS) {
    let told: Told | undefined;
    let direct: Record<string, number> = {};
    ours.push(await timed(async () => (told = await office.get<Told>(`/report?day=${day}`))));
    plain.push(await timed(async () => (direct = await bySql(service, day))));
    const lines = new Map(told!.sections.flatMap((section) => section.lines).map((line) => [line.key, line]));
    for (const [key, value] of Object.entries(direct)) if (lines.get(key)!.value !== value) throw new Error(`${key} on ${day}: ${lines.get(key)!.value} in the report, ${value} in plain SQL`);
  }
  rows.push(['report of one day, warm, another day each time', seconds(median(ours)), `${(median(plain) / median(ours)).toFixed(1)} times as fast as plain SQL`]);
  rows.push(['the same of eight figures, their value alone, in plain SQL on the modules’ tables', seconds(median(plain)), '']);
  const known = (await office.get<{ knownAt: string }>('/report')).knownAt;
  const { id: firm } = await service.database.prisma.firm.findFirstOrThrow();
  const after = await timed(async () => {
    await office.post(`/firms/${firm}/facts`, { facts: [{ metric: 'revenue', period: '2025', value: 1 }] });
    while ((await service.database.prisma.figureBook.findFirstOrThrow()).knownAt.toISOString() === known) await pause(5);
  });
  rows.push(['a fact entered, until it is counted', seconds(after), '']);
  const past: number[] = [];
  for (const day of DAYS) past.push(await timed(() => office.get(`/report?day=${day}&knownAt=${known}`)));
  rows.push(['report as it was known before that fact, on the day on which all became known', seconds(median(past)), '']);

  const cold: number[] = [];
  for (let n = 0; n < 3; n++) {
    await service.stop();
    service = await opened();
    cold.push(await timed(() => office.get('/report')));
  }
  rows.push(['report, the first thing after service and database were started', seconds(median(cold)), '']);
  await service.stop();
  rmSync(home, { recursive: true, force: true });
  keep('report', `The innovation report of a district with ${FIRMS.toLocaleString('en-US')} firms and ${facts.toLocaleString('en-US')} facts over ${YEARS} years, over HTTP, service and its own PostgreSQL on the same two cores: all lines with what is new, the year before, twenty years of each, targets and the chain. Medians. Plain SQL does much less (eight lines, one value each); its values are compared with the report’s in every run.`, ['what', 'time', ''], rows);
}

/** Fills the register; @returns how many facts, papers and certificates there are. */
async function fill({ database }: Service): Promise<number> {
  const client = await database.pool.connect();
  const count = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rowCount ?? 0;
  const district = "(SELECT id FROM district LIMIT 1)";
  await client.query("SET session_replication_role = 'replica'");
  await count(`INSERT INTO aggregate (district_id, id, kind, state, version, head, created_at, updated_at) SELECT ${district}, gen_random_uuid(), 'firm', 'registered', 1, '', now(), now() FROM generate_series(1, $1::int)`, FIRMS);
  await count(`INSERT INTO firm (district_id, id, name, former_names, place) SELECT district_id, id, 'firm ' || row_number() OVER (), '{}', 'park ' || (row_number() OVER () % 8) FROM aggregate WHERE kind = 'firm'`);
  // Four metrics of each year and its quarters: 5,000 firms, 20 years, 20 facts a year.
  const facts = await count(
    `INSERT INTO firm_fact (district_id, id, firm_id, metric, period, value, source, recorded_at)
     SELECT f.district_id, gen_random_uuid(), f.id, m, p, to_jsonb((('x' || substr(md5(f.id::text || m || p), 1, 7))::bit(28)::int)), 'register', now()
     FROM firm f, unnest(ARRAY['revenue', 'research', 'tax', 'staff']) m, generate_series($1::int, $2::int) y, unnest(ARRAY[y::text, y || '-Q1', y || '-Q2', y || '-Q3', y || '-Q4']) p`,
    LAST - YEARS + 1, LAST,
  );
  const papers = await count(
    `INSERT INTO firm_paper (district_id, id, firm_id, register, kind, title, number, "on", own, in_use, high_value, amount, recorded_at)
     SELECT f.district_id, gen_random_uuid(), f.id, r.register, r.kind, 'paper', row_number() OVER ()::text, y || to_char(1 + n % 12, '"-"FM00"-15"'), true, true, false, 1000000 * (1 + n), now()
     FROM firm f, generate_series($1::int, $2::int) y, (VALUES ('contract', 'development', 1), ('achievement', 'applied', 4)) r(register, kind, n)`,
    LAST - YEARS + 1, LAST,
  );
  const certificates = await count(
    `INSERT INTO qualification (district_id, id, firm_id, key, kind, applied_on, number, issued_on, expires_on)
     SELECT f.district_id, gen_random_uuid(), f.id, 'high-tech-enterprise', 'first', y || '-11-01', row_number() OVER ()::text, y || '-11-20', (y + 3) || '-11-19'
     FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM firm) f, generate_series($1::int, $2::int) y WHERE (f.n + y) % 4 = 0`,
    LAST - YEARS + 1, LAST,
  );
  await client.query("SET session_replication_role = 'origin'");
  client.release();
  return facts + papers + certificates;
}

/** Eight figures of a day, one statement each, as someone would ask the tables himself. */
async function bySql({ database }: Service, day: string): Promise<Record<string, number>> {
  const year = day.endsWith('-12-31') ? day.slice(0, 4) : String(Number(day.slice(0, 4)) - 1);
  const begin = `${day.slice(0, 4)}-01-01`;
  const value = async (sql: string, ...values: string[]) => Number((await database.pool.query<{ n: string | null }>(sql, values)).rows[0]!.n ?? 0);
  const sum = (metric: string) => value(`SELECT sum((value #>> '{}')::numeric) AS n FROM (SELECT DISTINCT ON (firm_id) value FROM firm_fact WHERE metric = $1 AND period = $2 ORDER BY firm_id, recorded_at DESC, id DESC) last`, metric, year);
  return {
    'firm-revenue': await sum('revenue'),
    'firm-research': await sum('research'),
    'firm-tax': await sum('tax'),
    contracts: await value(`SELECT count(*) AS n FROM firm_paper WHERE register = 'contract' AND "on" BETWEEN $1 AND $2`, begin, day),
    'contract-amount': await value(`SELECT sum(amount) AS n FROM firm_paper WHERE register = 'contract' AND "on" BETWEEN $1 AND $2`, begin, day),
    achievements: await value(`SELECT count(*) AS n FROM firm_paper WHERE register = 'achievement' AND "on" BETWEEN $1 AND $2`, begin, day),
    'holders-high-tech-enterprise': await value(`SELECT count(DISTINCT firm_id) AS n FROM qualification WHERE key = 'high-tech-enterprise' AND issued_on <= $1 AND expires_on >= $1`, day),
    'class-one-ip': await value(`SELECT count(*) AS n FROM firm_paper WHERE register = 'ip' AND "on" <= $1`, day),
  };
}
