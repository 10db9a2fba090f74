import { verifyAudit, type Database } from '#platform';

/** What must be true of a round that was judged to its end, whatever happened on the way. */
export async function expectRankedOnce(database: Database, { round, entries, judges }: { round: string; entries: number; judges: number }): Promise<void> {
  const count = async (text: string, ...values: unknown[]) => Number((await database.pool.query<{ n: string }>(text, values)).rows[0]?.n);
  expect(await count('SELECT count(*) AS n FROM pending')).toBe(0);
  expect(await count('SELECT count(*) AS n FROM outbox')).toBe(0);
  expect(await count("SELECT count(*) AS n FROM event WHERE name = 'sheet:submitted'")).toBe(entries * judges);
  expect(await count("SELECT count(*) AS n FROM event WHERE name = 'round:closed'")).toBe(1);
  expect(await count("SELECT count(*) AS n FROM event WHERE name = 'entry:scored'")).toBe(entries);
  expect(await count("SELECT count(*) AS n FROM event WHERE name = 'round:ranked'")).toBe(1);
  expect(await count('SELECT count(*) AS n FROM standing WHERE round_id = $1 AND rank IS NOT NULL', round)).toBe(entries);
  expect(await count('SELECT count(*) AS n FROM mark')).toBe(entries * judges * 2);
  expect(await count("SELECT count(*) AS n FROM notification WHERE kind = 'ranking-ready'")).toBe(1);
  expect((await verifyAudit(database)).findings).toEqual([]);
}
