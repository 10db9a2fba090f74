import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Clock, Database, pause, startEmbeddedPostgres } from '#platform';
import { seeded } from '#judging';
import { freePort } from '../../support/service.js';
import { losses } from './checker.js';
import { Clients } from './clients.js';
import { breakThings, type FaultKind, type Installation } from './faults.js';
import { History } from './history.js';
import { Part } from '../../support/part.js';
import { redisCluster, redisUnderSentinel } from '../../support/redis-servers.js';
import { Proxy } from './proxy.js';
import { prepare, type Size } from './world.js';

export type Backend = 'PostgreSQL' | 'Redis' | 'Redis under Sentinel' | 'a Redis Cluster of six';

export interface Soak {
  readonly seed: number;
  readonly faults: number;
  /** The only kind of fault that is made, or null for all. */
  readonly only: FaultKind | null;
  readonly backend: Backend;
  readonly size: Size;
}

export interface Told {
  /** How often each kind of fault was made. */
  readonly faults: ReadonlyMap<string, number>;
  /** Commands by kind: how many were done, refused, and of unknown outcome to who gave up. */
  readonly commands: ReadonlyMap<string, { done: number; refused: number; unknown: number }>;
  /** Why commands were refused, and how often. */
  readonly refusals: ReadonlyMap<string, number>;
  /** Answers that said that the service can't just now, by status and code. */
  readonly failures: ReadonlyMap<string, number>;
  /** What the api logged of the failures that it took for its own. */
  readonly faulted: readonly string[];
  readonly attempts: number;
  /** Seconds: the longest wait for an answer, and from the last fault until nothing was owed. */
  readonly longest: number;
  readonly drained: number;
  readonly losses: readonly string[];
}

/** How long everything that is owed may take when the faults have stopped. */
const DRAINS_WITHIN = 120;

/** Runs a whole installation under load, breaks parts of it as the seed says, and holds what is there against what people were told. */
export async function soak({ seed, faults, only, backend, size }: Soak): Promise<Told> {
  const undo: (() => unknown)[] = [];
  try {
    const home = mkdtempSync(join(tmpdir(), 'trellis-soak-'));
    undo.push(() => rmSync(home, { recursive: true, force: true }));
    chmodSync(home, 0o755);
    const databaseSmall = mountSmallDisk(home, '700m', undo);
    const postgres = await startEmbeddedPostgres(home);
    undo.push(() => postgres.stop());
    const world = await prepare(postgres.url, size);
    undo.push(() => rmSync(world.home, { recursive: true, force: true }));
    const filesHome = join(world.home, 'files');
    // No file was kept yet.
    mkdirSync(filesHome);
    const smallDisks = mountSmallDisk(filesHome, '64m', undo) && databaseSmall;
    const database = new Database(postgres.url, 4);
    undo.push(() => database.close());
    for (const setting of ["max_wal_size = '128MB'", "min_wal_size = '32MB'"]) await database.pool.query(`ALTER SYSTEM SET ${setting}`);
    await database.pool.query('SELECT pg_reload_conf()');

    const installation = await install({ url: postgres.url, home: world.home, backend, undo }, { postgresHome: home, filesHome, smallDisks, database });
    const { api, workers, wires } = installation;
    const random = seeded(seed);
    const history = new History(random);
    let made = 0;
    const clients = new Clients(`http://127.0.0.1:${wires.http.port}`, world, history, random, () => 1 - made / faults);
    await clients.begin();
    const counted = await breakThings(installation, { times: faults, only }, random, () => made++);
    await clients.end();

    for (const part of [api, ...workers]) if (part.fallen) throw new Error(`${part.name} fell over by itself:\n${part.said.slice(-3000)}`);
    // The last calls close yet.
    const lastCloses = Math.max(0, ...clients.shortCalls.map(({ closesAt }) => Date.parse(closesAt)));
    while (new Clock().now().getTime() < lastCloses) await pause(100);
    const stopped = performance.now();
    const drained = () => (performance.now() - stopped) / 1000;
    while ((await owes(database)) && drained() < DRAINS_WITHIN) await pause(100);
    const time = drained();
    const commands = new Map<string, { done: number; refused: number; unknown: number }>();
    const refusals = new Map<string, number>();
    for (const { kind, outcome, code } of history.items) {
      if (outcome === 'refused') refusals.set(`${kind}: ${code}`, (refusals.get(`${kind}: ${code}`) ?? 0) + 1);
      const counts = commands.get(kind) ?? { done: 0, refused: 0, unknown: 0 };
      counts[outcome]++;
      commands.set(kind, counts);
    }
    const fileOf = (sha256: string) => join(filesHome, sha256.slice(0, 2), sha256);
    return { faults: counted, commands, refusals, failures: history.failures, faulted: loggedOf(api, history.faults), attempts: history.attempts, longest: history.longest / 1000, drained: time, losses: await losses(database, world, history, clients.shortCalls, fileOf) };
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

type Stands = Pick<Installation, 'postgresHome' | 'filesHome' | 'smallDisks' | 'database'>;

async function install({ url, home, backend, undo }: { url: string; home: string; backend: Backend; undo: (() => unknown)[] }, stands: Stands): Promise<Installation> {
  const wire = async (port: number) => {
    const proxy = await Proxy.to(port);
    undo.push(() => proxy.close());
    return proxy;
  };
  const begin = async (part: Part) => {
    undo.push(() => part.end('SIGKILL'));
    await part.start();
    return part;
  };
  const at = new URL(url);
  const [queuePort, apiPort] = [await freePort(), await freePort()];
  const queue = backend === 'Redis' ? await begin(new Part('redis', ['redis-server', '--port', String(queuePort), '--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'], process.env, 'Ready to accept connections')) : null;
  const servers = backend === 'Redis under Sentinel' ? await redisUnderSentinel() : backend === 'a Redis Cluster of six' ? await redisCluster() : null;
  undo.push(() => servers?.stop());
  const wires = { http: await wire(apiPort), database: await wire(Number(at.port)), queue: queue && (await wire(queuePort)) };
  at.port = String(wires.database.port);
  const environment = {
    ...{ PATH: process.env['PATH'], NODE_COMPILE_CACHE: 'node_modules/.cache/trellis', LOG_LEVEL: 'warn', TRELLIS_HOME: home, DATABASE_URL: at.href, DATABASE_POOL: '10', PORT: String(apiPort) },
    ...{ BASE_URL: `http://127.0.0.1:${wires.http.port}`, SIGN_INS_A_MINUTE: '100000', REQUESTS_A_MINUTE: '1000000', JOB_LOCK_SECONDS: '2' },
    ...(wires.queue && { REDIS_URL: `redis://127.0.0.1:${wires.queue.port}` }),
    ...(servers && { REDIS_URL: servers.url }),
  };
  const skewFiles = [join(home, 'skew1'), join(home, 'skew2')] as const;
  for (const file of skewFiles) writeFileSync(file, '0');
  const program = (name: string, main: string, ready: string, more: NodeJS.ProcessEnv = {}, flags: string[] = []) =>
    begin(new Part(name, [process.execPath, '--disable-warning=DeprecationWarning', ...flags, main], { ...environment, ...more }, ready));
  const api = await program('api', 'dist/apps/api/main.js', 'Trellis answers');
  const worker = (n: 0 | 1) => program(`worker ${n + 1}`, 'dist/apps/worker/main.js', 'Trellis works', { SKEW_FILE: skewFiles[n] }, ['--import', './dist/test/faults/soak/skewed-clock.js']);
  const workers = [await worker(0), await worker(1)] as const;
  const emptyQueue = () => (servers ? servers.empty() : queue ? execFileSync('redis-cli', ['-p', String(queuePort), 'FLUSHALL']) : stands.database.pool.query(EMPTY_QUEUE).catch(() => undefined)) as unknown;
  return { ...stands, api, workers, wires, queue, servers, skewFiles, emptyQueue: async () => emptyQueue() };
}

const loggedOf = (api: Part, faults: readonly string[]): string[] => {
  const numbers = faults.flatMap((detail) => detail.match(/[0-9a-f-]{36}/) ?? []);
  return api.said.split('\n').filter((line) => numbers.some((number) => line.includes(number)));
};

const EMPTY_QUEUE = `DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'bullmq' AND tablename !~ 'migration' LOOP EXECUTE 'DELETE FROM ' || t; END LOOP;
END $$`;

/** Whether anything is still to be done that is not for later. */
async function owes({ pool }: Database): Promise<boolean> {
  const { rows } = await pool.query<{ owed: boolean }>('SELECT EXISTS (SELECT 1 FROM pending WHERE failed_at IS NULL) OR EXISTS (SELECT 1 FROM outbox) OR EXISTS (SELECT 1 FROM deadline WHERE at < now()) AS owed').catch(() => ({ rows: [{ owed: true }] }));
  return rows[0]!.owed;
}

/** Only root may mount; without it the faults of a full disk are left out. */
function mountSmallDisk(path: string, size: string, undo: (() => unknown)[]): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'trellis', path], { stdio: 'ignore' });
    undo.push(() => execFileSync('umount', ['-l', path]));
    return true;
  } catch {
    return false;
  }
}
