import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { migrate, startEmbeddedPostgres } from '#platform';
import { randomUUID } from 'node:crypto';
import { ELIGIBLE, openCall } from '../support/chain.js';
import { freePort, startTestService } from '../support/service.js';
import { Part } from '../support/part.js';
import { keep, median } from './keep.js';

const TEAMS = 200;
const CONNECTIONS = 32;
const SECONDS = 15;
const TURNS = 3;
const MINUTES = 10;
const ABSTRACT = '一种用于低温环境的高能量密度电池及其制备方法。'.repeat(18);

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

interface Installed {
  readonly base: string;
  readonly ports: { readonly ours: number; readonly floor: number };
  readonly parts: Readonly<Record<'floor' | 'api' | 'worker', Part>>;
  /** A draft each team saves, and what the floor has in its place. */
  readonly entries: readonly Saved[];
  readonly things: readonly Saved[];
  close(): Promise<void>;
}

interface Saved {
  readonly path: string;
  readonly cookie: string;
}

/** A rush of saves: drafts changed by many teams at once, beside bare Fastify and `pg` that write the same rows. */
export async function benchRush(): Promise<void> {
  const { base, ports, entries, things, close } = await install();
  const loads: Record<'floor' | 'trellis', Load[]> = { floor: [], trellis: [] };
  await rush(ports.floor, base, things, 3);
  await rush(ports.ours, base, entries, 3);
  for (let turn = 0; turn < TURNS; turn++) {
    loads.floor.push(await rush(ports.floor, base, things, SECONDS));
    loads.trellis.push(await rush(ports.ours, base, entries, SECONDS));
  }
  await close();

  const middle = (of: 'floor' | 'trellis', pick: (load: Load) => number) => median(loads[of].map(pick));
  const row = (name: string, of: 'floor' | 'trellis') => [name, middle(of, ({ perSecond }) => perSecond).toFixed(0), `${middle(of, ({ p50 }) => p50).toFixed(0)} ms`, `${middle(of, ({ p99 }) => p99).toFixed(0)} ms`, String(loads[of].reduce((sum, { failed }) => sum + failed, 0))];
  const ratio = (pick: (load: Load) => number) => (middle('trellis', pick) / middle('floor', pick)).toFixed(2);
  keep(
    'rush',
    `Drafts saved by ${TEAMS} teams over ${CONNECTIONS} connections, each as soon as the one before is answered; ${TURNS} turns of ${SECONDS} s each, by turns, medians. The *floor* is bare Fastify and \`pg\` that write the same rows in one transaction and do nothing else; *Trellis* knows who calls, checks, merges field by field and hashes the record, while a worker handles the events. Load, both services and PostgreSQL share the machine.`,
    ['', 'saves a second', 'p50', 'p99', 'failed'],
    [row('floor', 'floor'), row('Trellis', 'trellis'), ['ratio', ratio(({ perSecond }) => perSecond), ratio(({ p50 }) => p50), ratio(({ p99 }) => p99), '']],
  );
}

/** The same rush for ten minutes: whether it stays as quick, and what the processes hold. */
export async function benchSteady(): Promise<void> {
  const { base, ports, parts, entries, close } = await install();
  const rows: string[][] = [];
  for (let minute = 1; minute <= MINUTES; minute++) {
    const { perSecond, p99, failed } = await rush(ports.ours, base, entries, 60);
    rows.push([String(minute), perSecond.toFixed(0), `${p99.toFixed(0)} ms`, String(failed), `${parts.api.memory.toFixed(0)} MiB`, `${parts.worker.memory.toFixed(0)} MiB`]);
    process.stdout.write(`${rows.at(-1)!.join(' ')}\n`);
  }
  await close();
  keep('steady', `The same rush on Trellis alone, for ${MINUTES} minutes: what each minute was like, and what api and worker hold at its end (resident memory).`, ['minute', 'saves a second', 'p99', 'failed', 'api', 'worker'], rows);
}

/** An api and a worker as processes of their own on one server, with a floor beside them. */
async function install(): Promise<Installed> {
  const home = mkdtempSync(join(tmpdir(), 'trellis-bench-'));
  chmodSync(home, 0o755);
  const postgres = await startEmbeddedPostgres(home);
  await migrate(postgres.url);
  const ports = { ours: await freePort(), floor: await freePort() };
  const service = await startTestService({ environment: { DATABASE_URL: postgres.url } });
  const call = await openCall(await service.office(), { closesAt: '2098-12-31T00:00:00+08:00' });
  const entries: Saved[] = [];
  for (let n = 0; n < TEAMS; n++) {
    const team = await service.visitor(`team${n}`).signUp();
    const { id } = await team.post(`/calls/${call}/entries`, { title: `项目 ${n}`, abstract: '0', facts: ELIGIBLE });
    entries.push({ path: `/api/entries/${id}`, cookie: team.cookieHeader() });
  }
  const base = service.config.baseUrl;
  await service.settle();
  await service.stop({ keep: true });

  const environment = { PATH: process.env['PATH'], DATABASE_URL: postgres.url, LOG_LEVEL: 'error', TRELLIS_HOME: service.home, REQUESTS_A_MINUTE: '10000000' };
  const parts = {
    floor: new Part('floor', [process.execPath, 'dist/test/bench/floor.js'], { ...environment, PORT: String(ports.floor) }, 'floor answers'),
    api: new Part('api', [process.execPath, 'dist/apps/api/main.js'], { ...environment, PORT: String(ports.ours), BASE_URL: base }, 'Trellis answers'),
    worker: new Part('worker', [process.execPath, 'dist/apps/worker/main.js'], environment, 'Trellis works'),
  };
  for (const part of Object.values(parts)) await part.start();
  const things = Array.from({ length: TEAMS }, () => ({ path: `/things/${randomUUID()}`, cookie: '' }));
  for (const { path } of things) await fetch(`http://127.0.0.1:${ports.floor}${path}`, { method: 'POST' });
  const close = async () => {
    for (const part of Object.values(parts)) await part.end('SIGTERM');
    await postgres.stop();
    for (const folder of [home, service.home]) rmSync(folder, { recursive: true, force: true });
  };
  return { base, ports, parts, entries, things, close };
}

/** Every connection saves the next thing as soon as it is free. */
async function rush(port: number, origin: string, things: readonly Saved[], seconds: number): Promise<Load> {
  const times: number[] = [];
  let [next, failed] = [0, 0];
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const begun = performance.now();
  const client = async () => {
    while (performance.now() - begun < seconds * 1000) {
      const { path, cookie } = things[next++ % things.length]!;
      const asked = performance.now();
      const status = await save(agent, port, path, { origin, cookie }, `${ABSTRACT}${next}`);
      times.push(performance.now() - asked);
      if (status >= 300) failed++;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  agent.destroy();
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  return { perSecond: times.length / ((performance.now() - begun) / 1000), p50: at(0.5), p99: at(0.99), failed };
}

const save = (agent: Agent, port: number, path: string, headers: Record<string, string>, abstract: string): Promise<number> =>
  new Promise((done, fail) => {
    const sent = request({ agent, port, host: '127.0.0.1', method: 'PATCH', path, headers: { ...headers, 'content-type': 'application/json' } }, (answer) => answer.resume().on('end', () => done(answer.statusCode ?? 0)));
    sent.on('error', fail).end(JSON.stringify({ abstract }));
  });
