import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient, type Prisma } from './generated/client.js';
import { statementNames } from './statement-names.js';

/** What reads and writes inside a command's transaction. */
export type Tx = Prisma.TransactionClient;

/**
 * Lets a pool live through a restart of the server: a broken connection fails its query and is replaced, but its error
 * event, idle or in use, would end the process if nobody heard it.
 */
export function survive(pool: pg.Pool, heard: (error: Error) => void): void {
  pool.on('error', heard);
  pool.on('connect', (client) => void client.on('error', heard));
}

type Query = (asked: unknown, values?: unknown, ...rest: unknown[]) => unknown;

const ALL_COLUMNS = /(?:\.|\b(?:select|returning)\s+)\*/i;

/**
 * Names the statements with parameters that come often through a pool, whoever sends them as text. One that asks for all
 * columns of a table stays without: what was planned for it breaks when a newer program adds a column.
 */
function nameStatements(pool: pg.Pool, nameOf: (query: { readonly sql: string }) => string): void {
  pool.on('connect', (client: { query: unknown }) => {
    const query = (client.query as Query).bind(client);
    client.query = ((asked, values, ...rest) => (typeof asked === 'string' && Array.isArray(values) && values.length > 0 && !ALL_COLUMNS.test(asked) ? query({ text: asked, values: values as unknown[], name: nameOf({ sql: asked }) }, ...rest) : query(asked, values, ...rest))) satisfies Query;
  });
}

/** PostgreSQL: Prisma for the modules' own rows, the same pool for hand-written SQL. */
export class Database {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;

  constructor(
    readonly url: string,
    connections: number,
  ) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      // Kept over a quiet spell: whoever comes first after it would wait for new ones, where every statement is unknown yet.
      idleTimeoutMillis: 600_000,
      // No statement or lock may hold others up for good; a lost client's transaction ends by itself.
      options: '-c lock_timeout=10s -c idle_in_transaction_session_timeout=30s -c transaction_timeout=60s',
    });
    survive(this.pool, () => undefined);
    const nameOf = statementNames();
    nameStatements(this.pool, nameOf);
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool, { statementNameGenerator: nameOf }), transactionOptions: { maxWait: 10_000, timeout: 60_000 } });
  }

  async close(): Promise<void> {
    await this.prisma.$disconnect();
    if (!this.pool.ended) await this.pool.end();
  }
}
