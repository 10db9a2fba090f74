import pg from 'pg';
import { freshDatabase } from '../support/service.js';

/** Rows of no one district: on every server alike, or with BullMQ's. */
const SHARED = ['_prisma_migrations', 'auth_account', 'auth_claim', 'auth_passkey', 'auth_session', 'auth_two_factor', 'auth_user', 'auth_verification', 'district', 'heartbeat'];

interface Key {
  readonly table: string;
  readonly name: string;
  readonly columns: string[];
}

interface Reference extends Key {
  readonly to: string;
  readonly toColumns: string[];
  readonly onDelete: string;
  readonly onUpdate: string;
}

const COLUMNS = (of: string, numbers: string) => `ARRAY(SELECT a.attname::text FROM unnest(${numbers}) WITH ORDINALITY k(n, place) JOIN pg_attribute a ON a.attrelid = ${of} AND a.attnum = k.n ORDER BY k.place)`;

/**
 * What Citus asks of tables that are spread by district: the district in every unique key and, compared by =, in every
 * exclusion; foreign keys that pair district with district, and change nothing on the other side; none from a shared table to a spread one.
 * See https://docs.citusdata.com/en/stable/develop/reference_ddl.html and foreign_constraint.c in its source.
 */
describe('tables spread by district', () => {
  let database: pg.Client;
  const ask = async <T>(text: string) => (await database.query(text)).rows as T[];

  beforeAll(async () => {
    database = new pg.Client(await freshDatabase());
    await database.connect();
  });
  afterAll(() => database.end());

  it('are all but those of no one district', async () => {
    const rows = await ask<{ table: string }>(`SELECT c.relname AS table FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'district_id' AND a.attnotnull) ORDER BY 1`);
    expect(rows.map(({ table }) => table)).toEqual(SHARED);
  });

  it('have the district in every key that is unique', async () => {
    const keys = await ask<Key>(`SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS name, ${COLUMNS('i.indrelid', 'i.indkey::int2[]')} AS columns
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace`);
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter(({ table, columns }) => !SHARED.includes(table) && !columns.includes('district_id'))).toEqual([]);
  });

  it('compare the district in every exclusion', async () => {
    const exclusions = await ask<{ name: string; says: string }>("SELECT conname AS name, pg_get_constraintdef(oid) AS says FROM pg_constraint WHERE contype = 'x'");
    expect(exclusions.length).toBeGreaterThan(5);
    expect(exclusions.filter(({ says }) => !says.includes('district_id WITH ='))).toEqual([]);
  });

  it('refer to each other within the district, and to shared tables alone without it', async () => {
    const references = await ask<Reference>(`SELECT c.conrelid::regclass::text AS table, c.conname AS name, ${COLUMNS('c.conrelid', 'c.conkey')} AS columns,
      c.confrelid::regclass::text AS to, ${COLUMNS('c.confrelid', 'c.confkey')} AS "toColumns", c.confdeltype AS "onDelete", c.confupdtype AS "onUpdate"
      FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`);
    expect(references.length).toBeGreaterThan(150);
    const wrong = references.filter(({ table, columns, to, toColumns, onDelete, onUpdate }) => {
      if (SHARED.includes(to)) return false;
      if (SHARED.includes(table)) return true;
      const place = columns.indexOf('district_id');
      return place === -1 || toColumns[place] !== 'district_id' || ['n', 'd'].includes(onDelete) || ['n', 'd', 'c'].includes(onUpdate);
    });
    expect(wrong).toEqual([]);
  });
});
