import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { eventType } from '#kernel';
import { Clock, connectQueues, createLog, Database, Files, migrate, openDistrict, pause, PlatformModule, reaction, readConfig, signingKey, startEmbeddedPostgres, Transactions, type Feature, type Ground } from '#platform';
import { Module } from '@nestjs/common';
import { Queue, Worker } from 'bullmq';
import { keep, median } from './keep.js';

const EVENTS = 20_000;
const BACKLOG = 150_000;
const BATCH = 500;
const CONCURRENCY = 32;
const RUNS = 3;

const happened = eventType<{ n: number }>('bench:happened', 'When the benchmark says so.');

@Module({})
class BenchModule {}

/** A reaction that writes one row, in one statement with its handled mark. */
const bench: Feature = {
  ...{ name: 'bench', module: BenchModule, machines: [], events: [happened], refusals: [], permits: () => undefined },
  reactions: [reaction({ name: 'bench', summary: 'Writes a row.', on: [happened], statement: 'INSERT INTO bench_row (event) SELECT event_id FROM handled', parameters: [] })],
};

/** Events from their commit through relay, queue and reaction, beside plain BullMQ with as many jobs that write the same row. */
export async function benchPipeline(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'trellis-bench-'));
  chmodSync(home, 0o755);
  const postgres = await startEmbeddedPostgres(home);
  const redis = startRedis();
  const rows: string[][] = [];
  try {
    await migrate(postgres.url);
    for (const url of [undefined, ...(redis ? [redis.url] : [])]) rows.push(await compare(home, postgres.url, url));
  } finally {
    redis?.stop();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
  keep(
    'pipeline',
    `${EVENTS.toLocaleString('en')} events, from the relay’s first look after their commit until the last row is written, beside plain BullMQ that adds as many jobs ${BATCH} at a time and writes the same row with \`pg\`. Both at concurrency ${CONCURRENCY}, in turns in one process; medians of ${RUNS} runs. Committing is measured apart: 1,000 changes with state, audit and event a transaction. A backlog is what a worker finds that begins after as many were committed. The last column is the growth of the heap from the first of our runs to the last, after collection. A statement’s jobs take up to 25 events each when there are many, which is why the ratio is above 1; with one event a job, in runs of 10,000 and 20,000 events, single runs gave 0.81 to 0.97 on PostgreSQL and 0.61 to 0.91 on Redis, short of 0.9 in most.`,
    ['backend', 'plain BullMQ, jobs/s', 'Trellis, events/s', 'ratio', 'commits, changes/s', `${BACKLOG.toLocaleString('en')} that waited`, 'heap'],
    rows,
  );
}

async function compare(home: string, databaseUrl: string, redisUrl: string | undefined): Promise<string[]> {
  const config = readConfig({ TRELLIS_HOME: home, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error', CONCURRENCY: String(CONCURRENCY), DATABASE_POOL: '40', ...(redisUrl !== undefined && { REDIS_URL: redisUrl }) });
  const log = createLog(config);
  const database = new Database(databaseUrl, config.DATABASE_POOL);
  await database.pool.query('CREATE TABLE IF NOT EXISTS bench_row (event uuid PRIMARY KEY)');
  const queues = await connectQueues(config, databaseUrl, log);
  const ground: Omit<Ground, 'works'> = { config, log, database, queues, clock: new Clock(), files: await Files.open(config), signingKey: signingKey(config), district: await openDistrict(config, database, new Clock()) };
  const [plain, ours, commits, heaps]: number[][] = [[], [], [], []];
  for (let run = 0; run < RUNS; run++) {
    await database.pool.query('TRUNCATE bench_row');
    plain!.push(await plainBullMq(ground));
    await database.pool.query('TRUNCATE bench_row');
    commits!.push(await commit(ground, EVENTS));
    ours!.push(await trellis(ground, EVENTS));
    globalThis.gc?.();
    heaps!.push(process.memoryUsage().heapUsed);
    process.stdout.write(`${queues.backend}: plain ${plain!.at(-1)!.toFixed(2)} s, Trellis ${ours!.at(-1)!.toFixed(2)} s\n`);
  }
  await database.pool.query('TRUNCATE bench_row');
  await commit(ground, BACKLOG);
  const backlog = await trellis(ground, BACKLOG);
  await queues.close();
  await database.close();
  const [a, b] = [median(plain!), median(ours!)];
  const per = (seconds: number) => Math.round(EVENTS / seconds).toLocaleString('en');
  return [queues.backend, per(a), per(b), (a / b).toFixed(2), per(median(commits!)), `${backlog.toFixed(0)} s`, `${((heaps!.at(-1)! - heaps![0]!) / 2 ** 20).toFixed(1)} MiB`];
}

async function plainBullMq({ database, queues }: Omit<Ground, 'works'>): Promise<number> {
  const queue = new Queue('plain', queues.options);
  const began = performance.now();
  let done = 0;
  const worker = new Worker('plain', async ({ data }) => void (await database.pool.query({ name: 'row', text: 'INSERT INTO bench_row (event) VALUES ($1)', values: [data.event] })), { ...queues.options, concurrency: CONCURRENCY });
  worker.on('completed', () => void done++);
  for (let from = 0; from < EVENTS; from += BATCH)
    await queue.addBulk(Array.from({ length: BATCH }, () => ({ name: 'row', data: { event: crypto.randomUUID() }, opts: { removeOnComplete: true, removeOnFail: true } })));
  while (done < EVENTS) await pause(5);
  const seconds = (performance.now() - began) / 1000;
  await worker.close();
  await queue.obliterate({ force: true });
  await queue.close();
  return seconds;
}

/** Commits all events before any is handed over; returns the seconds it took. */
async function commit({ database, clock, district }: Omit<Ground, 'works'>, events: number): Promise<number> {
  const transactions = new Transactions(database, clock, () => ['bench']);
  const began = performance.now();
  for (let from = 0; from < events; from += 1000)
    await transactions.run({ command: 'bench', actor: { kind: 'system', district, name: 'bench' }, requestId: null }, async (c) => {
      for (let n = 0; n < 1000; n++) c.create('bench', { to: 'done', events: [happened({ n })] });
    });
  return (performance.now() - began) / 1000;
}

async function trellis(shared: Omit<Ground, 'works'>, events: number): Promise<number> {
  // A connection of its own: Nest closes the one that it was handed.
  const ground = { ...shared, queues: await connectQueues(shared.config, shared.database.url, shared.log) };
  // The relay takes its first look when the application is up.
  const app = await NestFactory.createApplicationContext(PlatformModule.on({ ...ground, works: true }, [bench]), { logger: false });
  const began = performance.now();
  // Asked for seldom, so that the question costs nothing beside the work.
  const owed = async () => (await ground.database.pool.query<{ owed: boolean }>('SELECT EXISTS (SELECT 1 FROM pending) AS owed')).rows[0]!.owed;
  while (await owed()) await pause(25);
  const seconds = (performance.now() - began) / 1000;
  const { rows } = await ground.database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM bench_row');
  if (rows[0]!.n !== events) throw new Error(`${rows[0]!.n} rows were written for ${events} events`);
  await app.close();
  await ground.queues.close();
  return seconds;
}

function startRedis(): { url: string; stop(): void } | undefined {
  if (spawnSync('redis-server', ['--version']).error) return undefined;
  const port = 20_000 + (process.pid % 10_000);
  const child = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], { stdio: 'ignore' });
  return { url: `redis://127.0.0.1:${port}`, stop: () => void child.kill() };
}
