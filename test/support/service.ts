import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Mail } from '#notify';
import { Clockwork, Links, MovableClock, pause, readConfig } from '#platform';
import pg from 'pg';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import { makeAdministrator } from '../../apps/service/administrator.js';
import { startService, type Service } from '../../apps/service/service.js';
import { leftovers } from './leftovers.js';

export const PASSWORD = 'correct horse battery';
export const REDIS = process.env['TEST_REDIS'] ?? '';

/** A fresh database of the test run's server, cloned from the migrated template or from one that nobody is using. */
export async function freshDatabase(template = 'template_trellis'): Promise<string> {
  const url = process.env['TEST_POSTGRES']!;
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(url.replace(/\/trellis$/, '/postgres'));
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template.slice(template.lastIndexOf('/') + 1)}`);
  await admin.end();
  return url.replace(/\/trellis$/, `/${name}`);
}

/** A Redis database of this worker's own, emptied. */
export async function freshRedis(): Promise<string> {
  const { Redis } = await import('ioredis');
  const url = `${REDIS}/${process.env['VITEST_POOL_ID'] ?? '1'}`;
  const redis = new Redis(url);
  await redis.flushdb();
  redis.disconnect();
  return url;
}

export interface TestService extends Service {
  readonly clock: MovableClock;
  readonly home: string;
  visitor(account: string): Visitor;
  /** The token of a link that was mailed to someone. */
  link(purpose: string, id: string): string;
  /** Makes the district's first administrator and signs in. */
  office(): Promise<Visitor>;
  moveTo(instant: string): Promise<void>;
  /** Waits until no reaction owes anything; @throws when it takes longer than a minute and a half. */
  settle(): Promise<void>;
  /** `keep`: its home stays, for another process to go on with. */
  stop(options?: { keep?: boolean }): Promise<void>;
}

export async function startTestService(options: { now?: string; environment?: Record<string, string>; works?: boolean } = {}): Promise<TestService> {
  const clock = new MovableClock(new Date(options.now ?? '2025-03-03T09:00:00+08:00'));
  const home = mkdtempSync(join(tmpdir(), 'trellis-home-'));
  const config = readConfig({
    ...{ TRELLIS_HOME: home, DATABASE_URL: options.environment?.['DATABASE_URL'] ?? (await freshDatabase()), DATABASE_POOL: '10', PORT: String(await freePort()), LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent', SIGN_INS_A_MINUTE: '100000', REQUESTS_A_MINUTE: '1000000', JOB_LOCK_SECONDS: '3' },
    ...options.environment,
  });
  const service = await startService(config, { clock, works: options.works ?? true });
  leftovers.add(service);
  await service.listen();
  const visitor = (account: string) => new Visitor(config.baseUrl, account, `${account}@test.example`, PASSWORD);
  const settle = async () => {
    for (let tries = 0; tries < 4500; tries++) {
      const { rows } = await service.database.pool.query<{ owed: number }>('SELECT count(*)::int AS owed FROM pending WHERE failed_at IS NULL');
      if (rows[0]?.owed === 0) return;
      await pause(20);
    }
    throw new Error('The service did not settle');
  };
  return {
    ...service,
    ...{ clock, home, visitor, settle, link: (purpose, id) => service.app.get(Links).token(purpose, id) },
    office: async () => {
      const office = visitor('office');
      await makeAdministrator(service.app, office);
      return office.signIn();
    },
    moveTo: async (instant) => {
      clock.moveTo(new Date(instant));
      await service.app.get(Clockwork).ring();
      await settle();
    },
    stop: async ({ keep = false } = {}) => {
      leftovers.delete(service);
      await service.stop();
      if (!keep) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Until no mail is on its way any more; whoever of the clockwork and the test gets to it first sends it. */
export async function mailsSent({ app, database, clock, settle }: TestService): Promise<void> {
  await settle();
  for (let tries = 0; tries < 500; tries++) {
    await app.get(Mail).sendDue();
    if ((await database.prisma.delivery.count({ where: { state: 'waiting', lastError: null, tryAt: { lte: clock.now() } } })) === 0) return;
    await pause(20);
  }
}

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
