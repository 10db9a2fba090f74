import { brokenOf, type Broken, type Database, type Invariant } from '#platform';

export interface BooksReport {
  readonly accounts: number;
  readonly transfers: number;
  /** Fen that have moved in each book. */
  readonly moved: Readonly<Record<string, number>>;
  readonly findings: readonly Broken[];
}

const LEDGER_CHECKS: readonly Invariant[] = [
  {
    what: 'a balance is not what its transfers come to',
    sql: `SELECT a.owner_id || ' ' || a.part AS "where", a.balance || ' fen, by its transfers ' || coalesce(s.balance, 0) AS detail FROM ledger_account a
      LEFT JOIN (SELECT district_id, id, sum(amount) AS balance FROM (
        SELECT district_id, to_id AS id, amount FROM transfer UNION ALL SELECT district_id, from_id, -amount FROM transfer) moved GROUP BY 1, 2) s
      ON s.district_id = a.district_id AND s.id = a.id WHERE a.balance <> coalesce(s.balance, 0)`,
  },
  { what: 'a pot is below its floor', sql: `SELECT owner_id || ' ' || part AS "where", balance || ' fen, floor ' || floor AS detail FROM ledger_account WHERE balance < floor` },
  { what: 'a book does not balance', sql: `SELECT book AS "where", sum(balance) || ' fen too much' AS detail FROM ledger_account GROUP BY district_id, book HAVING sum(balance) <> 0` },
  {
    what: 'a transfer is about nothing in the record',
    sql: `SELECT t.ground AS "where", 'about ' || t.about_id AS detail FROM transfer t LEFT JOIN aggregate a ON a.district_id = t.district_id AND a.id = t.about_id WHERE a.id IS NULL`,
  },
];

/** Goes through the whole of the books, and through what modules say must agree with them, as they were at one moment. */
export async function auditBooks({ pool }: Database, checks: readonly Invariant[]): Promise<BooksReport> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const findings = await brokenOf(client, [...LEDGER_CHECKS, ...checks]);
    const counts = await client.query<{ accounts: string; transfers: string }>('SELECT (SELECT count(*) FROM ledger_account) AS accounts, (SELECT count(*) FROM transfer) AS transfers');
    const moved = await client.query<{ book: string; fen: string }>('SELECT book, sum(amount) AS fen FROM transfer GROUP BY book ORDER BY book');
    return { accounts: Number(counts.rows[0]!.accounts), transfers: Number(counts.rows[0]!.transfers), moved: Object.fromEntries(moved.rows.map(({ book, fen }) => [book, Number(fen)])), findings };
  } finally {
    await client.query('COMMIT');
    client.release();
  }
}
