import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runMigrations } from 'bullmq';
import { migrate, removeEmbeddedPostgres, startEmbeddedPostgres } from '../../dist/libs/platform/index.js';

/** One PostgreSQL for the run with a migrated template that each file clones, and one Redis where there is one; returns what takes them away. */
export default async function setUp() {
  const home = mkdtempSync(join(tmpdir(), 'trellis-test-'));
  chmodSync(home, 0o755);
  const postgres = await startEmbeddedPostgres(home, { fast: true });
  const admin = new pg.Client(postgres.url.replace(/\/trellis$/, '/postgres'));
  await admin.connect();
  await admin.query('CREATE DATABASE template_trellis');
  const template = postgres.url.replace(/\/trellis$/, '/template_trellis');
  await migrate(template);
  const client = new pg.Client(template);
  await client.connect();
  await runMigrations(client, 'bullmq');
  await client.end();
  await admin.end();
  const redis = await startRedis();
  process.env.TEST_POSTGRES = postgres.url;
  process.env.TEST_REDIS = redis?.url ?? '';
  return async () => {
    redis?.child.kill();
    await postgres.stop();
    await removeEmbeddedPostgres(home);
    rmSync(home, { recursive: true, force: true });
  };
}

async function startRedis() {
  try {
    execFileSync('redis-server', ['--version']);
  } catch {
    process.stdout.write('No redis-server here: the tests on Redis are left out (Debian: apt-get install redis-server).\n');
    return undefined;
  }
  const port = await freePort();
  const child = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no', '--bind', '127.0.0.1', '--databases', '64'], { stdio: 'ignore' });
  return { url: `redis://127.0.0.1:${port}`, child };
}

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
