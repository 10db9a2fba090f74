import { hash, verify } from '@node-rs/argon2';
import { API, authSecret, type Database, newId, type Config } from '#platform';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { isCommon } from './common-passwords.js';
import { PASSWORD_LEAST, PASSWORD_MOST } from './domain/password.js';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import { PROVIDER, providerOf } from './provider.js';

/** How long a session lasts that is not used, and how old it is when its use prolongs it. */
export const SESSION_DAYS = 7;
export const REFRESH_DAYS = 1;

/** Sign-in by e-mail and password (argon2id), sessions in cookies kept in the database, so that signing out acts at once. */
export function createAuth(config: Config, database: Database) {
  const secure = config.baseUrl.startsWith('https:');
  return betterAuth({
    appName: 'Trellis',
    baseURL: config.baseUrl,
    basePath: `/${API}/auth`,
    secret: authSecret(config),
    database: database.pool,
    trustedOrigins: [new URL(config.baseUrl).origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: true, window: 60, max: 600, customRules: { '/sign-in/email': { window: 60, max: config.SIGN_INS_A_MINUTE }, '/sign-up/email': { window: 60, max: config.SIGN_INS_A_MINUTE } } },
    // Over https the name itself binds a cookie to this host and its root; the library's own prefix for that is weaker.
    advanced: { cookiePrefix: secure ? '__Host-trellis' : 'trellis', database: { generateId: () => newId(), joins: true }, useSecureCookies: false, defaultCookieAttributes: { secure } },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LEAST,
      maxPasswordLength: PASSWORD_MOST,
      password: { hash: (password) => hash(password), verify: ({ hash: kept, password }) => verify(kept, password) },
    },
    hooks: { before: refuseCommon },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: SESSION_DAYS * 86_400, updateAge: REFRESH_DAYS * 86_400 },
    // Who signs in by the provider with a verified address that has an account here is its owner.
    account: { modelName: 'auth_account', accountLinking: { enabled: true, trustedProviders: [PROVIDER] } },
    verification: { modelName: 'auth_verification' },
    plugins: [twoFactor({ issuer: 'Trellis', schema: { twoFactor: { modelName: 'auth_two_factor' } } }), genericOAuth({ config: providerOf(config, database) }), passkeys(new URL(config.baseUrl))],
  });
}

const refuseCommon = createAuthMiddleware(async ({ path, body }) => {
  const { password, newPassword } = (body ?? {}) as { password?: unknown; newPassword?: unknown };
  const chosen = path === '/sign-up/email' ? password : path === '/change-password' ? newPassword : undefined;
  if (typeof chosen === 'string' && (await isCommon(chosen))) throw APIError.from('BAD_REQUEST', { code: 'PASSWORD_TOO_COMMON', message: 'This is one of the most common passwords' });
});

/** A passkey stands for password and second factor at once, so the device has to have known its owner (user verification). */
const passkeys = ({ hostname, origin }: URL) =>
  passkey({
    rpID: hostname,
    rpName: '赛孵园 Trellis',
    origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    authentication: {
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw APIError.from('UNAUTHORIZED', { code: 'PASSKEY_WITHOUT_OWNER', message: 'The device did not ask who uses it' });
        return Promise.resolve();
      },
    },
    schema: { passkey: { modelName: 'auth_passkey' } },
  });

export type Auth = ReturnType<typeof createAuth>;
export const AUTH = Symbol('AUTH');
