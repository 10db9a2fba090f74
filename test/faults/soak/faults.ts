import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pause, type Database } from '#platform';
import { killPostgres, restartPostgres } from '../../support/postgres-control.js';
import type { Part } from '../../support/part.js';
import type { RedisServers } from '../../support/redis-servers.js';
import type { Proxy } from './proxy.js';

/** What can be broken: the processes, the wires between them, the disk and the clocks. */
export interface Installation {
  readonly api: Part;
  readonly workers: readonly [Part, Part];
  readonly wires: { readonly http: Proxy; readonly database: Proxy; readonly queue: Proxy | null };
  /** Redis, where the queue is in one server of it. */
  readonly queue: Part | null;
  /** Redis, where others take the place of a server that is lost. */
  readonly servers: RedisServers | null;
  /** Straight to the server, past the wires. */
  readonly database: Database;
  readonly postgresHome: string;
  readonly filesHome: string;
  /** Whether the database and the files stand on small disks of their own that can be filled. */
  readonly smallDisks: boolean;
  readonly skewFiles: readonly [string, string];
  emptyQueue(): Promise<unknown>;
}

interface Fault {
  /** What it breaks: of one part only one thing is broken at a time. */
  readonly part: 'api' | 'workers' | 'database' | 'files' | 'queue' | 'database wire' | 'queue wire' | 'people wire';
  readonly run: (on: Installation, random: () => number) => Promise<unknown>;
  /** Where it can be made. */
  readonly where?: (on: Installation) => boolean;
}

const either = <T>([one, other]: readonly [T, T], random: () => number): T => (random() < 0.5 ? one : other);
const onSmallDisks = ({ smallDisks }: Installation): boolean => smallDisks;
const onOneRedis = ({ queue }: Installation): boolean => queue !== null;
const again = async (part: Part, signal: NodeJS.Signals): Promise<void> => {
  await part.end(signal);
  await part.start();
};

/** Every kind of fault. Each ends with what it broke whole again, or on its way there by itself. */
const FAULTS = {
  'api killed': { part: 'api', run: ({ api }) => again(api, 'SIGKILL') },
  'api stopped': { part: 'api', run: ({ api }) => again(api, 'SIGTERM') },
  'api held for 2 s': { part: 'api', run: ({ api }) => api.hold(2000) },
  'worker killed': { part: 'workers', run: ({ workers }, random) => again(either(workers, random), 'SIGKILL') },
  'worker stopped': { part: 'workers', run: ({ workers }, random) => again(either(workers, random), 'SIGTERM') },
  'worker held past its lock': { part: 'workers', run: ({ workers }, random) => either(workers, random).hold(4000) },
  'both workers killed': { part: 'workers', run: ({ workers }) => Promise.all(workers.map((worker) => again(worker, 'SIGKILL'))) },
  'worker’s clock jumps': { part: 'workers', run: ({ skewFiles }, random) => skew(either(skewFiles, random), Math.round((random() - 0.5) * 120_000)) },
  'database restarted': { part: 'database', run: ({ postgresHome }) => restartPostgres(postgresHome, 'fast') },
  'database crashed': { part: 'database', run: ({ postgresHome }) => restartPostgres(postgresHome, 'immediate') },
  'database killed': { part: 'database', run: ({ postgresHome }) => killPostgres(postgresHome) },
  'database sessions ended': { part: 'database', run: ({ database }) => database.pool.query(END_SESSIONS).catch(() => undefined) },
  'database’s disk full': { part: 'database', run: fillDatabase, where: onSmallDisks },
  'files’ disk full': { part: 'files', run: ({ filesHome }) => fill(filesHome), where: onSmallDisks },
  'queue killed': { part: 'queue', run: async ({ queue }) => queue && again(queue, 'SIGKILL'), where: onOneRedis },
  'queue’s primary lost': { part: 'queue', run: async ({ servers }) => servers?.bringBack(await servers.failPrimary()), where: ({ servers }) => servers !== null },
  'queue emptied': { part: 'queue', run: ({ emptyQueue }) => emptyQueue() },
  'wire to the database cut': { part: 'database wire', run: async ({ wires }) => wires.database.cut() },
  'wire to the database slow': { part: 'database wire', run: ({ wires }) => wires.database.slow(60, 1500) },
  'wire to the database hangs': { part: 'database wire', run: ({ wires }) => wires.database.hang(2000) },
  'wire to the queue cut': { part: 'queue wire', run: async ({ wires }) => wires.queue?.cut(), where: onOneRedis },
  'wire to the queue slow': { part: 'queue wire', run: async ({ wires }) => wires.queue?.slow(100, 1500), where: onOneRedis },
  'wire to the queue hangs': { part: 'queue wire', run: async ({ wires }) => wires.queue?.hang(3000), where: onOneRedis },
  'wire to the people cut': { part: 'people wire', run: async ({ wires }) => wires.http.cut() },
  'wire to the people slow': { part: 'people wire', run: ({ wires }) => wires.http.slow(150, 1500) },
  'wire to the people hangs': { part: 'people wire', run: ({ wires }) => wires.http.hang(2000) },
} satisfies Readonly<Record<string, Fault>>;

export type FaultKind = keyof typeof FAULTS;

const END_SESSIONS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";

/** Breaks what is whole, at random but as the seed says, until `times` faults were made, of `only` one kind or of all; two parts may be broken at once. `each` is told of every one. */
export async function breakThings(installation: Installation, { times, only }: { times: number; only: FaultKind | null }, random: () => number, each: () => void): Promise<Map<string, number>> {
  const made = new Map<string, number>();
  const broken = new Set<string>();
  let begun = 0;
  const possible = Object.entries<Fault>(FAULTS).filter(([name, { where }]) => (only === null || name === only) && (where?.(installation) ?? true));
  const lane = async () => {
    while (begun < times) {
      const whole = possible.filter(([, { part }]) => !broken.has(part));
      const [name, { part, run }] = whole[Math.floor(random() * whole.length)]!;
      begun++;
      broken.add(part);
      await run(installation, random);
      broken.delete(part);
      each();
      made.set(name, (made.get(name) ?? 0) + 1);
      await pause(random() * 2000);
    }
  };
  await Promise.all(only === null ? [lane(), lane()] : [lane()]);
  return made;
}

async function skew(file: string, milliseconds: number): Promise<void> {
  writeFileSync(file, String(milliseconds));
  await pause(2000);
  writeFileSync(file, '0');
}

/** Takes what room there is for a second. */
async function fill(folder: string): Promise<void> {
  const path = join(folder, 'filler');
  const piece = Buffer.alloc(1 << 20);
  try {
    for (;;) writeFileSync(path, piece, { flag: 'a' });
  } catch {
    await pause(1000);
  } finally {
    rmSync(path, { force: true });
  }
}

/** A server that fell over it is started again, as whoever operates it would. */
async function fillDatabase({ postgresHome, database }: Installation): Promise<void> {
  await fill(postgresHome);
  for (let tries = 0; tries < 30; tries++) {
    if (await database.pool.query('SELECT 1').then(() => true, () => false)) return;
    await pause(100);
  }
  await restartPostgres(postgresHome, 'immediate');
}
