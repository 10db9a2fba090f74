import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock, Database } from '#platform';

const PREFIX = 'trellis_';
/** How often a key's last use is written down, in seconds: once a minute says enough. */
const SEEN_EVERY = 60;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export interface KnownKey {
  readonly id: string;
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly scopes: readonly string[];
}

/** A new key: what its owner is told once, and what is kept of it. */
export function newKey(id: string): { readonly token: string; readonly hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { token: `${PREFIX}${id}_${secret}`, hash: hashOf(secret) };
}

/** The key that a header names, if it is one of ours that lives. */
export async function knownKey(database: Database, clock: Clock, header: string): Promise<KnownKey | null> {
  const [, id, secret] = /^Bearer trellis_([0-9a-f-]{36})_([\w-]{43})$/.exec(header) ?? [];
  if (id === undefined || secret === undefined) return null;
  const now = clock.now();
  const { rows } = await database.pool.query<{ hash: string; scopes: string[]; user: string; name: string; email: string; seen: boolean }>(KEY, [id, now]);
  const [row] = rows;
  if (!row || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hashOf(secret)))) return null;
  if (!row.seen) await database.pool.query('UPDATE api_key SET last_used_at = $2 WHERE id = $1', [id, now]);
  return { id, scopes: row.scopes, user: { id: row.user, name: row.name, email: row.email } };
}

const KEY = `
SELECT k.hash, k.scopes, u.id AS user, u.name, u.email, coalesce(k.last_used_at > $2::timestamptz - make_interval(secs => ${SEEN_EVERY}), false) AS seen
FROM api_key k JOIN aggregate a ON a.district_id = k.district_id AND a.id = k.id AND a.state = 'active'
JOIN person p ON p.district_id = k.district_id AND p.id = k.person_id JOIN auth_user u ON u.id = p.user_id
WHERE k.id = $1 AND k.expires_at > $2`;
