import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { keep, median } from './keep.js';
import { opened } from './opened.js';

const SIZES = [5_000_000, 50_000_000] as const;
const RUNS = 41;
const A_STATEMENT = 1_000_000;
/** How often each thing was changed, and how many people did it. */
const VERSIONS = 20;
const PEOPLE = 10_000;
/** Of so many changes one is by a command that is seldom given. */
const RARE = 500_000;

const INDEXES = "SELECT indexname AS name, indexdef AS text FROM pg_indexes WHERE tablename = 'audit_entry' AND indexname <> 'audit_entry_pkey'";
const idOf = (text: string) => `overlay(overlay(md5(${text}) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`;
/** Ten years of changes, in the order of time; each thing’s lie far from each other, as they do. */
const FILL = `
INSERT INTO audit_entry (district_id, aggregate_id, version, kind, command, actor, request_id, at, from_state, to_state, project_id, previous, hash)
SELECT $1, ${idOf("'thing ' || n % $3")}, n / $3 + 1, 'entry', CASE WHEN n % ${RARE} = 7 THEN 'veto-entry' ELSE 'change-entry' END, 'person:' || ${idOf(`'person ' || n * 7919 % ${PEOPLE}`)}, md5('request ' || n),
  timestamptz '2015-01-01' + n::float8 / $2 * interval '3650 days', 'draft', 'draft', ${idOf("'project ' || n % $3 / 10")}, repeat(md5('thing'), 2), repeat(md5('thing'), 2)
FROM generate_series($4::bigint, $5::bigint - 1) AS n`;

const uuid = (text: string) => createHash('md5').update(text).digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');

interface Filled {
  readonly office: Visitor;
  readonly things: number;
  close(): Promise<void>;
}

/** The record of every change at 50 million entries beside a tenth of it, asked by turns for what nobody has just asked for. */
export async function benchRecord(): Promise<void> {
  const [small, large] = [await filled(3461, SIZES[0]), await filled(3462, SIZES[1])];
  const questions: [string, (of: Filled, n: number) => string][] = [
    ['the latest', (_, n) => `limit=50&skip=${n}`],
    ['what was done to one thing', ({ things }, n) => `limit=50&thing=${uuid(`thing ${(n * 104_729) % things}`)}`],
    ['what was done in one project', ({ things }, n) => `limit=50&project=${uuid(`project ${(n * 7919) % (things / 10)}`)}`],
    ['what one person did', (_, n) => `limit=50&person=${uuid(`person ${(n * 13) % PEOPLE}`)}`],
    ['what was done by a command that is seldom given', () => 'limit=50&command=veto-entry'],
    ['what was done in a month', (_, n) => `limit=50&from=${2015 + (n % 9)}-${String((n % 12) + 1).padStart(2, '0')}-01T00:00:00Z&to=${2015 + (n % 9)}-${String((n % 12) + 1).padStart(2, '0')}-28T00:00:00Z`],
    ['what one person did in a month', (_, n) => `limit=50&person=${uuid(`person ${(n * 17) % PEOPLE}`)}&from=${2015 + (n % 9)}-05-01T00:00:00Z&to=${2015 + (n % 9)}-06-01T00:00:00Z`],
  ];
  const rows: string[][] = [];
  for (const [name, question] of questions) {
    const took: [number[], number[]] = [[], []];
    for (let n = 1; n <= RUNS; n++)
      for (const [which, of] of [small, large].entries()) {
        const began = performance.now();
        const answer = await of.office.raw('GET', `/operations/audit/entries?${question(of, n)}`);
        const { items } = (await answer.json()) as { items: readonly unknown[] };
        took[which]!.push(performance.now() - began);
        if (items.length === 0) throw new Error(`${name}: nothing found`);
      }
    const [once, tenfold] = took.map(median) as [number, number];
    rows.push([name, `${once.toFixed(1)} ms`, `${tenfold.toFixed(1)} ms`, (tenfold / once).toFixed(2)]);
    process.stdout.write(`${rows.at(-1)!.join(' ')}\n`);
  }
  for (const { close } of [small, large]) await close();
  keep('record', `The record of every change, searched by the API: two districts with ${SIZES.map((size) => size.toLocaleString('en')).join(' and ')} entries over ten years, by turns in one run; medians of ${RUNS}, each of another thing, person or month, so that what is asked for is seldom at hand.`, ['asked for', ...SIZES.map((size) => size.toLocaleString('en')), 'ratio'], rows);
}

async function filled(port: number, size: number): Promise<Filled> {
  const { service, office, close } = await opened(port);
  const things = size / VERSIONS;
  const client = new pg.Client(service.database.pool.options.connectionString);
  await client.connect();
  const { rows: indexes } = await client.query<{ name: string; text: string }>(INDEXES);
  for (const setting of ["SET synchronous_commit = off", "SET maintenance_work_mem = '2GB'", "ALTER SYSTEM SET max_wal_size = '8GB'", 'SELECT pg_reload_conf()']) await client.query(setting);
  for (const { name } of indexes) await client.query(`DROP INDEX "${name}"`);
  await client.query('ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_pkey');
  const { rows } = await client.query<{ id: string }>('SELECT id FROM district');
  for (let from = 0; from < size; from += A_STATEMENT) await client.query(FILL, [rows[0]!.id, size, things, from, Math.min(from + A_STATEMENT, size)]);
  await client.query('ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (district_id, aggregate_id, version)');
  for (const { text } of indexes) await client.query(text);
  await client.query('VACUUM ANALYZE audit_entry');
  await client.end();
  process.stdout.write(`${size.toLocaleString('en')} entries\n`);
  return { office, things, close };
}
