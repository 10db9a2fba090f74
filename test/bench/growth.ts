import type { Database } from '#platform';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, openCall } from '../support/chain.js';
import { copyEntry } from '../support/copy-entry.js';
import { barChart } from './bar-chart.js';
import { keep, median } from './keep.js';
import { opened } from './opened.js';

const PORT = 3459;
const RUNS = 9;
const ENTRIES = [100, 1_000, 10_000] as const;
const RECORDS = [10_000, 100_000, 1_000_000] as const;

interface Step {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** How steps grow with what is there: the entries of a call, the record of every change. */
export async function benchGrowth(): Promise<void> {
  const { service, office, close } = await opened(PORT);
  const { database } = service;
  const call = await openCall(office, { closesAt: '2099-01-01T18:00:00+08:00' });
  const facts = { ...ELIGIBLE, 'registration-year': 2098 };
  const { id: entry } = await office.post(`/calls/${call}/entries`, { title: '项目 0', abstract: '摘要', facts });
  const team = await new Visitor(service.config.baseUrl, 'team', 'team@bench.example', 'correct horse battery').signUp();
  const read = (path: string) => async () => {
    const answer = await office.raw('GET', path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  let drafted = '';

  const ofEntries: Step[] = [
    { name: 'first page of a call’s entries', run: read(`/entries?call=${call}&limit=50`) },
    { name: 'a page from the middle', run: read(`/entries?call=${call}&limit=50&after=80000000-0000-4000-8000-000000000000`) },
    { name: 'those in a state', run: read(`/entries?call=${call}&limit=50&state=submitted`) },
    { name: 'the call itself, with its counts', run: read(`/calls/${call}`) },
    { name: 'a draft begun', run: async () => (drafted = (await team.post(`/calls/${call}/entries`, { title: '项目', abstract: '摘要', facts })).id) },
    { name: 'a draft saved', run: () => team.patch(`/entries/${drafted}`, { abstract: '另一摘要' }) },
    { name: 'an entry submitted', run: () => team.post(`/entries/${drafted}/submit`) },
  ];
  const rows = await grown('entries', ENTRIES, ofEntries, async (size, before) => {
    await copyEntry(database, entry, size - before);
    await database.pool.query('VACUUM ANALYZE');
  });

  const { id: person } = await office.get<{ id: string }>('/me');
  const ofRecords: Step[] = [
    { name: 'first page of the record', run: read('/operations/audit/entries?limit=50') },
    { name: 'what was done to one thing', run: read(`/operations/audit/entries?limit=50&thing=${entry}`) },
    { name: 'what one person did', run: read(`/operations/audit/entries?limit=50&person=${person}`) },
    { name: 'what was done in a month', run: read('/operations/audit/entries?limit=50&from=2024-03-01T00:00:00Z&to=2024-04-01T00:00:00Z') },
    { name: 'a draft saved', run: () => team.patch(`/entries/${drafted}`, { abstract: '又一摘要' }) },
  ];
  await team.post(`/calls/${call}/entries`, { title: '项目', abstract: '摘要', facts }).then(({ id }) => (drafted = id));
  rows.push(...(await grown('record', RECORDS, ofRecords, (size, before) => copyRecord(database, entry, size - before))));

  await close();
  barChart(
    'growth.svg',
    'At 1 and at 100 times as much, milliseconds (logarithmic)',
    ['1×', '100×'],
    rows.map(([of = '', step = '', once, , hundredfold]) => ({ label: `${of.split(' ').at(-1)!}: ${step}`, reference: parseFloat(once!), ours: parseFloat(hundredfold!) })),
  );
  keep(
    'growth',
    `The same steps at 1, 10 and 100 times as much: entries of one call, and entries of the record of every change, spread over five years; medians of ${RUNS}, by the API with everything in one process. The last column is the power of the size that the time grew with from the first to the last: 0 does not grow, 1 grows as the size does.\n\n![Each step at 1 and at 100 times as much](charts/growth.svg)`,
    ['of', 'step', ...['1×', '10×', '100×'], 'power'],
    rows,
  );
}

async function grown(of: string, sizes: readonly [number, number, number], steps: readonly Step[], grow: (size: number, before: number) => Promise<void>): Promise<string[][]> {
  const times = new Map<string, number[]>(steps.map(({ name }) => [name, []]));
  for (const [n, size] of sizes.entries()) {
    await grow(size, sizes[n - 1] ?? 0);
    for (const { run } of steps) await run();
    const took = new Map<string, number[]>(steps.map(({ name }) => [name, []]));
    for (let turn = 0; turn < RUNS; turn++)
      for (const { name, run } of steps) {
        const began = performance.now();
        await run();
        took.get(name)!.push(performance.now() - began);
      }
    for (const { name } of steps) times.get(name)!.push(median(took.get(name)!));
    process.stdout.write(`${of} ${size}: ${steps.map(({ name }) => `${name} ${times.get(name)!.at(-1)!.toFixed(0)} ms`).join(', ')}\n`);
  }
  return steps.map(({ name }) => {
    const [one, , hundred] = times.get(name)!;
    return [`${sizes.map((size) => size.toLocaleString('en')).join(', ')} ${of}`, name, ...times.get(name)!.map((ms) => `${ms.toFixed(0)} ms`), (Math.log10(hundred! / one!) / 2).toFixed(2)];
  });
}

const A_STATEMENT = 200_000;

/** Adds entries to the record, past the service: what is asked of it does not ask how they came. */
async function copyRecord({ pool }: Database, like: string, count: number): Promise<void> {
  for (let left = count; left > 0; left -= A_STATEMENT)
    await pool.query(
      `INSERT INTO audit_entry
       SELECT (jsonb_populate_record(a, jsonb_build_object('aggregate_id', md5(batch || ' ' || thing)::uuid, 'version', n, 'actor', 'person:' || md5(thing::text)::uuid, 'project_id', md5('project' || thing)::uuid, 'at', timestamptz '2021-01-01' + n % 1826 * interval '1 day' + thing * interval '1 second'))).*
       FROM audit_entry a, (SELECT gen_random_uuid() AS batch) b, generate_series(1, 100) AS thing, generate_series(1, $2::int / 100) AS n WHERE a.aggregate_id = $1 AND a.version = 1`,
      [like, Math.min(left, A_STATEMENT)],
    );
  await pool.query('VACUUM ANALYZE audit_entry');
}
