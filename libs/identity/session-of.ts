import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';
import { Clock, type Database } from '#platform';
import { REFRESH_DAYS, SESSION_DAYS, type Auth } from './auth.js';

/** An account as its session knows it, and since when it is signed in. */
interface SignedIn {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly createdAt: Date;
}

/**
 * Whose session a call's cookie is; null where it is nobody's. Every call asks this, so that a session which needs
 * nothing done is read in one statement; any other, be it forged, over or due to be prolonged, is the library's to judge.
 */
export async function sessionOf(auth: Auth, database: Database, headers: Headers): Promise<SignedIn | null> {
  const { authCookies, secret } = await auth.$context;
  const token = signedToken(parseCookies(headers.get('cookie') ?? '').get(authCookies.sessionToken.name) ?? '', secret);
  if (token !== null) {
    const { rows } = await database.pool.query<{ id: string; name: string; email: string; createdAt: Date; expiresAt: Date }>(SESSION, [token]);
    const [row] = rows;
    if (row && row.expiresAt.getTime() - new Clock().now().getTime() > (SESSION_DAYS - REFRESH_DAYS) * 86_400_000) return { user: { id: row.id, name: row.name, email: row.email }, createdAt: row.createdAt };
  }
  const session = await auth.api.getSession({ headers });
  return session && { user: session.user, createdAt: new Date(session.session.createdAt) };
}

/** The token of a cookie `token.signature`, the signature its HMAC-SHA-256 in base64; null where that is not right. */
function signedToken(value: string, secret: string): string | null {
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const [token, signature] = [value.slice(0, dot), Buffer.from(value.slice(dot + 1), 'base64')];
  const right = createHmac('sha256', secret).update(token).digest();
  return signature.length === right.length && timingSafeEqual(signature, right) ? token : null;
}

const SESSION = 'SELECT u.id, u.name, u.email, s."createdAt", s."expiresAt" FROM auth_session s JOIN auth_user u ON u.id = s."userId" WHERE s.token = $1';
