import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, verify, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from './config.js';
import { StartFailure } from './start-failure.js';

/** The installation's Ed25519 key: signs receipts and checkpoints. */
export class SigningKey {
  readonly publicKey: string;

  constructor(private readonly key: KeyObject) {
    this.publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
  }

  sign(text: string): string {
    return sign(null, Buffer.from(text), this.key).toString('base64');
  }
}

/** Whether `signature` (base64) over `text` was made with the key whose public half (base64 SPKI) is given. */
export function signatureHolds(text: string, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** Reads the signing key from SIGNING_KEY_FILE (PEM), or makes one under TRELLIS_HOME at the first start. */
export const signingKey = (config: Config): SigningKey =>
  new SigningKey(
    createPrivateKey(
      secretFile(config.SIGNING_KEY_FILE, join(config.TRELLIS_HOME, 'keys', 'signing.pem'), () =>
        generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      ),
    ),
  );

/** The secret that sessions are signed with. */
export const authSecret = (config: Config): string =>
  secretFile(config.AUTH_SECRET_FILE, join(config.TRELLIS_HOME, 'keys', 'auth-secret'), () => randomBytes(32).toString('base64url')).trim();

/** The files of both keys, by what they are called in an archive. */
export const keyFiles = ({ SIGNING_KEY_FILE, AUTH_SECRET_FILE, TRELLIS_HOME }: Config): Readonly<Record<string, string>> => ({
  'signing.pem': SIGNING_KEY_FILE ?? join(TRELLIS_HOME, 'keys', 'signing.pem'),
  'auth-secret': AUTH_SECRET_FILE ?? join(TRELLIS_HOME, 'keys', 'auth-secret'),
});

function secretFile(given: string | undefined, own: string, make: () => string): string {
  const path = given ?? own;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (given !== undefined || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw StartFailure.from(error, path);
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    // wx: of two processes that start at once, one makes it and the other reads it.
    writeFileSync(path, make(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw StartFailure.from(error, path);
  }
  return readFileSync(path, 'utf8');
}
