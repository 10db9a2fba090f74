import pg from 'pg';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** Where a statement reads all that a district has of a table. */
export interface Scan {
  readonly table: string;
  readonly how: string;
  readonly text: string;
}

/** Keeps one set of values of every statement that is sent to PostgreSQL in this process, until it is let go. */
export function watchStatements(): { readonly seen: ReadonlyMap<string, unknown[]>; stop(): void } {
  const seen = new Map<string, unknown[]>();
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | { text?: string; values?: unknown[] }, unknown];
    const text = typeof first === 'string' ? first : first.text;
    const values = (typeof first === 'string' ? second : first.values) ?? [];
    if (text !== undefined && Array.isArray(values) && !seen.has(text)) seen.set(text, values);
    return (original as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof original;
  return { seen, stop: () => (pg.Client.prototype.query = original) };
}

/**
 * The statements that can but read a whole district's rows of a table with more than `rows` rows, or the whole table:
 * PostgreSQL is asked for plans with scans of whole tables and joins over them ruled out, so that what is left of them has no index.
 */
export async function scansOf(url: string, seen: ReadonlyMap<string, unknown[]>, rows: number): Promise<{ explained: number; scans: Scan[] }> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('ANALYZE');
  const large = new Set((await client.query<{ name: string }>("SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = 'public' AND relkind = 'r' AND reltuples > $1", [rows])).rows.map(({ name }) => name));
  await client.query('SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET plan_cache_mode = force_custom_plan; SET statement_timeout = 20000');
  const scans: Scan[] = [];
  let explained = 0;
  for (const [text, values] of seen) {
    // What names dozens of rows reads those, which may be all that there are here.
    if (values.length > 40) continue;
    if (!/^\s*(--[^\n]*\n\s*)*(SELECT|WITH|UPDATE|DELETE)\b/i.test(text) || /\bbullmq\b|pg_catalog|information_schema/.test(text)) continue;
    const plan = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values).then(({ rows: [row] }) => row!['QUERY PLAN'][0]!.Plan, () => undefined);
    if (!plan) continue;
    explained++;
    for (const scan of whole(plan, false, large)) scans.push({ ...scan, text });
  }
  await client.end();
  return { explained, scans };
}

/** Below a Limit with nothing in between that must have read everything, a scan ends early; a sort by what the index leaves unsorted has not. */
const READS_ALL = /^Sort|Aggregate|Hash|Group|Unique|WindowAgg|Materialize|SetOp/;

function whole(plan: Plan, ends: boolean, large: ReadonlySet<string>): Omit<Scan, 'text'>[] {
  const type = plan['Node Type'];
  const early = type === 'Limit' || (ends && !READS_ALL.test(type));
  const below = (plan.Plans ?? []).flatMap((inner) => whole(inner, early, large));
  const table = plan['Relation Name'];
  if (table === undefined || !large.has(table) || early) return below;
  if (type === 'Seq Scan') return [...below, { table, how: 'reads the table' }];
  const index = type === 'Bitmap Heap Scan' ? plan.Plans?.find((inner) => inner['Index Cond'] !== undefined) : type.startsWith('Index') ? plan : undefined;
  if (!index) return below;
  const narrowed = (index['Index Cond'] ?? '').replace(/\(?district_id = [^()]*(\([^()]*\))?[^()]*\)?/g, '').replace(/[()\s]|AND/g, '');
  return narrowed === '' ? [...below, { table, how: `reads all of a district by ${index['Index Name'] ?? 'an index'}` }] : below;
}
