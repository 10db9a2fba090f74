import { setDefaultBackendFactory, createPostgresBackend, runMigrations } from 'bullmq';
import type { Redis } from 'ioredis';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { StartFailure } from '../config/start-failure.js';
import { survive } from '../database/database.js';
import { redisClient } from './redis-client.js';

const SCHEMA = 'bullmq';

/** What every queue and worker of this process shares to reach the queue's backend. */
export interface QueueConnection {
  readonly backend: 'redis' | 'postgresql';
  readonly options: { readonly connection: Redis; readonly prefix: string };
  ping(): Promise<unknown>;
  close(): Promise<void>;
}

/** Connects to Redis where REDIS_URL is set, else to BullMQ's tables in our own PostgreSQL. */
export const connectQueues = (config: Config, databaseUrl: string, log: Logger): Promise<QueueConnection> =>
  config.REDIS_URL ? connectRedis(config.REDIS_URL, log) : connectPostgres(databaseUrl, log);

async function connectRedis(url: string, log: Logger): Promise<QueueConnection> {
  setDefaultBackendFactory();
  const redis = redisClient(url);
  redis.on('error', (error) => log.warn({ error: error.message }, 'redis'));
  const policy = await redis
    .connect()
    .then(() => redis.info('memory'))
    .catch((error: Error) => {
      redis.disconnect();
      throw new StartFailure(`Redis at REDIS_URL can't be reached: ${error.message}`);
    });
  if (!policy.includes('maxmemory_policy:noeviction')) {
    redis.disconnect();
    throw new StartFailure('Redis may evict keys, which loses jobs and locks. Set maxmemory-policy to noeviction.');
  }
  return {
    backend: 'redis',
    // The braces keep all keys of the queues in one slot of a Redis Cluster.
    options: { connection: redis as Redis, prefix: '{trellis}' },
    ping: () => redis.ping(),
    close: async () => redis.disconnect(),
  };
}

async function connectPostgres(url: string, log: Logger): Promise<QueueConnection> {
  // On one client of its own: over a pool the migrations' lock and their transaction would part.
  const migrator = new pg.Client(url);
  await migrator.connect();
  try {
    await runMigrations(migrator, SCHEMA);
  } finally {
    await migrator.end();
  }
  setDefaultBackendFactory(createPostgresBackend);
  // BullMQ does not set the search path of a pool it is handed; each worker keeps one client to listen on.
  const pool = new pg.Pool({ connectionString: url, max: 16, keepAlive: true, options: `-c search_path=${SCHEMA}` });
  // Each queue, worker and flow producer listens to the pool it shares.
  pool.setMaxListeners(32);
  survive(pool, (error) => log.warn({ error: error.message }, 'queue database'));
  return {
    backend: 'postgresql',
    // @nestjs/bullmq types its connection as Redis alone, and hands it on untouched.
    options: { connection: pool as unknown as Redis, prefix: 'trellis' },
    ping: () => pool.query('SELECT 1'),
    close: () => pool.end(),
  };
}

