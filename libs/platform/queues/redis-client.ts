import { Cluster, Redis } from 'ioredis';
import { REDIS_ADDRESS } from '../config/redis-address.js';

const NODE_PORT = 6379;
const SENTINEL_PORT = 26379;

/** A client, not yet connected, of what REDIS_URL names. Through an outage it waits and tries again, as BullMQ asks. */
export function redisClient(url: string): Redis | Cluster {
  const { scheme, kind, user, password, nodes = '', path = '' } = REDIS_ADDRESS.exec(url)?.groups ?? {};
  const options = {
    maxRetriesPerRequest: null,
    ...(user && { username: decodeURIComponent(user) }),
    ...(password !== undefined && { password: decodeURIComponent(password) }),
    ...(scheme === 'rediss' && { tls: {} }),
  };
  const hosts = (port: number) => nodes.split(',').map((node) => ({ host: node.replace(/:\d+$/, ''), port: Number(/:(\d+)$/.exec(node)?.[1] ?? port) }));
  if (kind === 'cluster') return new Cluster(hosts(NODE_PORT), { lazyConnect: true, redisOptions: options });
  if (kind === 'sentinel') return new Redis({ ...options, lazyConnect: true, sentinels: hosts(SENTINEL_PORT), name: path, ...(scheme === 'rediss' && { enableTLSForSentinelMode: true }) });
  return new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
}
