import type { Tx } from './database.js';

const BATCH = 10_000;

/** Inserts many rows fast, as arrays of columns; `columns` names each with its PostgreSQL type. Values go as text or null. */
export async function insertMany(tx: Tx, table: string, columns: Readonly<Record<string, string>>, rows: readonly (readonly (string | null)[])[]): Promise<void> {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map((type, i) => `$${i + 1}::${type}[]`);
  const statement = `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`;
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await tx.$executeRawUnsafe(statement, ...names.map((_, i) => batch.map((row) => row[i] ?? null)));
  }
}
