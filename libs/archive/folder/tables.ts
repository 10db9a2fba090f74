import type { ClientBase } from 'pg';

export interface TableOf {
  readonly table: string;
  readonly columns: readonly string[];
  /** The primary key, by which rows are ordered. */
  readonly key: readonly string[];
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const columnList = (names: readonly string[]): string => names.map(quoted).join(', ');
export const tableName = quoted;

/** The tables of an installation. Queues are not among them: they are made again from what is owed. */
export const tablesOf = async (client: ClientBase): Promise<TableOf[]> => (await client.query<TableOf>(TABLES)).rows;

const TABLES = `
SELECT t.relname AS table,
  (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
  (SELECT array_agg(a.attname::text ORDER BY k.at) FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k(attnum, at) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum WHERE i.indrelid = t.oid AND i.indisprimary) AS key
FROM pg_class t WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname <> '_prisma_migrations' ORDER BY t.relname`;
