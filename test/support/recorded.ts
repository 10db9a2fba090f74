import { newId } from '#platform';
import type { TestService } from './service.js';

type Row = Readonly<Record<string, unknown>>;

/** Rows for the records of modules, put straight into the database: as many as a published figure counts. */
export class Recorded {
  private readonly rows: { table: string; row: Row }[] = [];

  constructor(
    private readonly service: TestService,
    private readonly district: string,
    private readonly now: string,
  ) {}

  /** One row of an aggregate's table, with its aggregate. @returns its id */
  thing(kind: string, table: string, row: Row, state = 'known', createdAt = this.now): string {
    const id = newId();
    this.rows.push({ table: 'aggregate', row: { district_id: this.district, id, kind, state, version: 1, head: '', created_at: createdAt, updated_at: createdAt } }, { table, row: { district_id: this.district, id, ...row } });
    return id;
  }

  /** One row that belongs to something else, under an id of its own where its table has one. */
  part(table: string, row: Row): void {
    this.rows.push({ table, row: { district_id: this.district, ...(table !== 'periodic_report' && { id: newId() }), ...row } });
  }

  /** Writes all of it; references to what is not part of the fixture are not checked. */
  async write(): Promise<void> {
    const client = await this.service.database.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query("SET LOCAL session_replication_role = 'replica'");
      for (const [table, rows] of Map.groupBy(this.rows, (one) => one.table)) {
        const names = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))].map((name) => `"${name}"`).join(', ');
        await client.query(`INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::"${table}", $1)`, [JSON.stringify(rows.map(({ row }) => row))]);
      }
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }
}

export const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
