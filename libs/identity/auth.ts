import { hash, verify } from '@node-rs/argon2';
import { API, authSecret, type Database, newId, type Config } from '#platform';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import { PROVIDER, providerOf } from './provider.js';

/** Sign-in by e-mail and password (argon2id), sessions in cookies kept in the database, so that signing out acts at once. */
export const createAuth = (config: Config, database: Database) =>
  betterAuth({
    appName: 'Trellis',
    baseURL: config.baseUrl,
    basePath: `/${API}/auth`,
    secret: authSecret(config),
    database: database.pool,
    trustedOrigins: [new URL(config.baseUrl).origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: true, window: 60, max: 600, customRules: { '/sign-in/email': { window: 60, max: config.SIGN_INS_A_MINUTE }, '/sign-up/email': { window: 60, max: config.SIGN_INS_A_MINUTE } } },
    advanced: { cookiePrefix: 'trellis', database: { generateId: () => newId() }, useSecureCookies: config.baseUrl.startsWith('https:') },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      password: { hash: (password) => hash(password), verify: ({ hash: kept, password }) => verify(kept, password) },
    },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 7 * 86_400 },
    // Who signs in by the provider with a verified address that has an account here is its owner.
    account: { modelName: 'auth_account', accountLinking: { enabled: true, trustedProviders: [PROVIDER] } },
    verification: { modelName: 'auth_verification' },
    plugins: [twoFactor({ issuer: 'Trellis', schema: { twoFactor: { modelName: 'auth_two_factor' } } }), genericOAuth({ config: providerOf(config, database) }), passkeys(new URL(config.baseUrl))],
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
