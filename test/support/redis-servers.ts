import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '#platform';
import { Redis } from 'ioredis';
import { freePort } from './service.js';

/** Redis as installations have it that must not stand still when one server dies. */
export interface RedisServers {
  /** As REDIS_URL has it. */
  readonly url: string;
  /** Kills the server that holds the queues, and says which; another takes its place within seconds. */
  failPrimary(): Promise<number>;
  /** Starts a server that was killed again, once another has taken its place, to follow that one. */
  bringBack(port: number): Promise<void>;
  /** Takes all that they hold. */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Processes in a folder of their own, which goes when they end. */
class Servers {
  private readonly folder = mkdtempSync(join(tmpdir(), 'trellis-redis-'));
  private readonly children = new Map<number, ChildProcess>();
  private readonly settings = new Map<number, readonly string[]>();

  async start(port: number, ...more: string[]): Promise<void> {
    const dir = join(this.folder, String(port));
    mkdirSync(dir);
    this.settings.set(port, ['--port', String(port), '--bind', HOST, '--dir', dir, '--save', '', '--appendonly', 'no', ...more]);
    await this.run(port);
  }

  /** Starts one that was killed as it was, to follow the one that took its place. */
  async bringBack(port: number): Promise<void> {
    await this.run(port);
    await this.follows(port);
  }

  private async run(port: number): Promise<void> {
    this.children.set(port, spawn('redis-server', this.settings.get(port)!, { stdio: 'ignore' }));
    await this.until(port, ['PING'], (answer) => answer === 'PONG');
  }

  async startSentinel(port: number, primary: number): Promise<void> {
    const file = join(this.folder, `${port}.conf`);
    writeFileSync(file, `port ${port}\nbind ${HOST}\ndir ${this.folder}\nsentinel monitor trellis ${HOST} ${primary} 2\nsentinel down-after-milliseconds trellis 1500\nsentinel failover-timeout trellis 3000\n`);
    this.children.set(port, spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' }));
    await this.until(port, ['PING'], (answer) => answer === 'PONG');
  }

  /** Asks a server until it answers so. @throws when it has not within half a minute */
  async until(port: number, [command, ...args]: readonly [string, ...string[]], good: (answer: unknown) => boolean): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      if (await this.ask(port, command, ...args).then(good, () => false)) return;
      await pause(100);
    }
    throw new Error(`Redis at ${port} did not answer ${command} as it should`);
  }

  async ask(port: number, command: string, ...args: string[]): Promise<unknown> {
    const redis = new Redis({ host: HOST, port, lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await redis.call(command, ...args);
    } finally {
      redis.disconnect();
    }
  }

  kill(port: number): void {
    this.children.get(port)?.kill('SIGKILL');
  }

  async follows(port: number): Promise<void> {
    await this.until(port, ['INFO', 'replication'], (answer) => String(answer).includes('master_link_status:up'));
  }

  /** Those that only follow, or are gone, refuse. */
  async empty(ports: readonly number[]): Promise<void> {
    await Promise.all(ports.map((port) => this.ask(port, 'FLUSHALL').catch(() => undefined)));
  }

  async stop(): Promise<void> {
    for (const child of this.children.values()) child.kill('SIGKILL');
    await pause(100);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A cluster of six: three that share the keys, each with one that follows it. */
export async function redisCluster(): Promise<RedisServers> {
  const servers = new Servers();
  const ports: number[] = [];
  for (let n = 0; n < 6; n++) {
    const port = await freePort();
    ports.push(port);
    await servers.start(port, '--cluster-enabled', 'yes', '--cluster-port', String(await freePort()), '--cluster-node-timeout', '1500');
  }
  execFileSync('redis-cli', ['--cluster', 'create', ...ports.map((port) => `${HOST}:${port}`), '--cluster-replicas', '1', '--cluster-yes'], { stdio: 'ignore' });
  for (const port of ports) await servers.until(port, ['CLUSTER', 'INFO'], (answer) => String(answer).includes('cluster_state:ok') && String(answer).includes('cluster_known_nodes:6'));
  // One that has not yet followed can't take a lost one's place.
  for (const port of ports) await servers.until(port, ['INFO', 'replication'], (answer) => /master_link_status:up|slave0:.*state=online/.test(String(answer)));
  const slot = Number(await servers.ask(ports[0]!, 'CLUSTER', 'KEYSLOT', '{trellis}'));
  return {
    url: `redis+cluster://${ports.map((port) => `${HOST}:${port}`).join(',')}`,
    failPrimary: async () => {
      const port = holderOf(await servers.ask(ports[0]!, 'CLUSTER', 'SLOTS'), slot);
      servers.kill(port);
      return port;
    },
    bringBack: async (port) => {
      await servers.until(ports.find((other) => other !== port)!, ['CLUSTER', 'SLOTS'], (answer) => holderOf(answer, slot) !== port);
      await servers.bringBack(port);
    },
    empty: () => servers.empty(ports),
    stop: () => servers.stop(),
  };
}

type Range = readonly [from: number, to: number, primary: readonly [host: string, port: number]];
const holderOf = (answer: unknown, slot: number): number => (answer as Range[]).find(([from, to]) => from <= slot && slot <= to)![2][1];

/** A server, one that follows it, and three sentinels that put it in the place of the first. */
export async function redisUnderSentinel(): Promise<RedisServers> {
  const servers = new Servers();
  const [primary, replica] = [await freePort(), await freePort()];
  await servers.start(primary);
  await servers.start(replica, '--replicaof', HOST, String(primary));
  await servers.follows(replica);
  const sentinels: number[] = [];
  for (let n = 0; n < 3; n++) {
    const port = await freePort();
    sentinels.push(port);
    await servers.startSentinel(port, primary);
  }
  for (const port of sentinels) await servers.until(port, ['INFO', 'sentinel'], (answer) => String(answer).includes('slaves=1,sentinels=3'));
  return {
    url: `redis+sentinel://${sentinels.map((port) => `${HOST}:${port}`).join(',')}/trellis`,
    failPrimary: async () => {
      const port = primaryOf(await servers.ask(sentinels[0]!, ...WHO));
      servers.kill(port);
      return port;
    },
    bringBack: async (port) => {
      await servers.until(sentinels[0]!, WHO, (answer) => primaryOf(answer) !== port);
      await servers.bringBack(port);
    },
    empty: () => servers.empty([primary, replica]),
    stop: () => servers.stop(),
  };
}

const WHO = ['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'trellis'] as const;
const primaryOf = (answer: unknown): number => Number((answer as readonly [string, string])[1]);
