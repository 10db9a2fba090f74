import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { request, type Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbeddedPostgres } from '#platform';
import { randomUUID } from 'node:crypto';
import { ELIGIBLE, openCall } from '../support/chain.js';
import { freePort, startTestService } from '../support/service.js';
import { Part } from '../support/part.js';

export const TEAMS = 200;
/** Of 400 characters and more, as a team writes it. */
export const ABSTRACT = '一种用于低温环境的高能量密度电池及其制备方法。'.repeat(18);

interface Installed {
  readonly base: string;
  readonly ports: { readonly ours: number; readonly floor: number };
  readonly parts: Readonly<Record<'floor' | 'api' | 'worker', Part>>;
  /** A draft each team saves, and what the floor has in its place. */
  readonly entries: readonly Saved[];
  readonly things: readonly Saved[];
  /** Who reads the report. */
  readonly office: Saved;
  close(): Promise<void>;
}

export interface Saved {
  readonly path: string;
  readonly cookie: string;
}

/** An api and a worker as processes of their own on one server, with a floor beside them. */
export async function installApart(): Promise<Installed> {
  const home = mkdtempSync(join(tmpdir(), 'trellis-bench-'));
  chmodSync(home, 0o755);
  const postgres = await startEmbeddedPostgres(home);
  await migrate(postgres.url);
  const ports = { ours: await freePort(), floor: await freePort() };
  const service = await startTestService({ environment: { DATABASE_URL: postgres.url } });
  const reader = await service.office();
  const call = await openCall(reader, { closesAt: '2098-12-31T00:00:00+08:00' });
  const entries: Saved[] = [];
  for (let n = 0; n < TEAMS; n++) {
    const team = await service.visitor(`team${n}`).signUp();
    const { id } = await team.post(`/calls/${call}/entries`, { title: `项目 ${n}`, abstract: '0', organisation: `单位 ${n}`, facts: { ...ELIGIBLE, 'registration-year': 2097 } });
    entries.push({ path: `/api/entries/${id}`, cookie: team.cookieHeader() });
  }
  const base = service.config.baseUrl;
  await service.settle();
  // As PostgreSQL does by itself within a minute or two.
  await service.database.pool.query('ANALYZE');
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
  return { base, ports, parts, entries, things, office: { path: '/api/report', cookie: reader.cookieHeader() }, close };
}

/** Sends one request; its status, 0 where there is none. */
export const sent = (agent: Agent, port: number, method: string, path: string, headers: Record<string, string>, body?: object): Promise<number> =>
  new Promise((done, fail) => {
    const asked = request({ agent, port, host: '127.0.0.1', method, path, headers: { ...headers, ...(body && { 'content-type': 'application/json' }) } }, (answer) => answer.resume().on('end', () => done(answer.statusCode ?? 0)));
    asked.on('error', fail).end(body && JSON.stringify(body));
  });
