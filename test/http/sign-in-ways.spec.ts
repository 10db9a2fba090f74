import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oidcProvider, Surfer } from '../support/oidc.js';
import { freePort, PASSWORD, startTestService } from '../support/service.js';

const JSON_BODY = { 'content-type': 'application/json' };

/** A code of an authenticator (RFC 6238) for a secret in base 32, by the world's time. */
function codeOf(uri: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...new URL(uri).searchParams.get('secret')!].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000)) / 30n);
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = hash.at(-1)! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('signing in by the district’s own provider', () => {
  it('makes someone a person with the roles that the provider says, follows them as they change, and is one with his account here', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trellis-oidc-'));
    const port = await freePort();
    const roles = new Map([['chen', ['科长', 'staff']]]);
    const provider = await oidcProvider(`http://127.0.0.1:${port}/api/auth/callback/oidc`, roles);
    writeFileSync(join(folder, 'secret'), provider.secret);
    const service = await startTestService({ environment: { PORT: String(port), OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'trellis', OIDC_CLIENT_SECRET_FILE: join(folder, 'secret'), OIDC_ROLES: '科长=administrator,局长=leader' } });
    const base = service.config.baseUrl;
    const me = async (surfer: Surfer) => (await surfer.request(`${base}/api/session`)).json() as Promise<{ person: { id: string; name: string; email: string; grants: { role: string }[] } | null }>;
    const signIn = async (login: string) => {
      const surfer = new Surfer();
      const begun = await surfer.request(`${base}/api/auth/sign-in/social`, { method: 'POST', headers: JSON_BODY, body: JSON.stringify({ provider: 'oidc', callbackURL: '/' }) });
      const { url } = (await begun.json()) as { url: string };
      await surfer.go(url, login);
      return surfer;
    };
    expect(await (await fetch(`${base}/api/sign-in-ways`)).json()).toEqual({ provider: '统一身份认证', texts: false });
    const chen = await signIn('chen');
    expect(await me(chen)).toMatchObject({ person: { name: '统一 chen', email: 'chen@test.example', grants: [{ role: 'administrator' }] } });
    roles.set('chen', ['局长']);
    const again = await signIn('chen');
    expect((await me(again)).person).toMatchObject({ id: (await me(chen)).person!.id, grants: [{ role: 'leader' }] });
    // Who has an account here already, with that address, is the same person.
    const wang = await service.visitor('wang').signUp();
    await service.database.pool.query('UPDATE auth_user SET "emailVerified" = true WHERE email = $1', [wang.email]);
    expect((await me(await signIn('wang'))).person!.id).toBe(wang.id);
    await service.stop();
    await provider.close();
    rmSync(folder, { recursive: true });
  });
});

describe('a second factor', () => {
  it('is asked for after the password once it is set up; a recovery code serves once', async () => {
    const service = await startTestService();
    const wang = await service.visitor('wang').signUp();
    const auth = `${service.config.baseUrl}/api/auth`;
    const post = async (surfer: Surfer, path: string, body: object) => surfer.request(auth + path, { method: 'POST', headers: { ...JSON_BODY, origin: service.config.baseUrl }, body: JSON.stringify(body) });
    const password = async (surfer: Surfer) => (await (await post(surfer, '/sign-in/email', { email: wang.email, password: PASSWORD })).json()) as { twoFactorRedirect?: boolean };
    const signedIn = async (surfer: Surfer) => ((await (await surfer.request(`${service.config.baseUrl}/api/session`)).json()) as { person: object | null }).person !== null;

    const first = new Surfer();
    await password(first);
    const { totpURI, backupCodes } = (await (await post(first, '/two-factor/enable', { password: PASSWORD })).json()) as { totpURI: string; backupCodes: string[] };
    // Not before the first code was right.
    expect(await password(new Surfer())).not.toHaveProperty('twoFactorRedirect');
    expect((await post(first, '/two-factor/verify-totp', { code: codeOf(totpURI) })).status).toBe(200);

    const second = new Surfer();
    expect(await password(second)).toMatchObject({ twoFactorRedirect: true });
    expect(await signedIn(second)).toBe(false);
    expect((await post(second, '/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect(await signedIn(second)).toBe(false);
    expect((await post(second, '/two-factor/verify-totp', { code: codeOf(totpURI) })).status).toBe(200);
    expect(await signedIn(second)).toBe(true);

    for (const [surfer, status] of [[new Surfer(), 200], [new Surfer(), 401]] as const) {
      await password(surfer);
      expect((await post(surfer, '/two-factor/verify-backup-code', { code: backupCodes[0] })).status).toBe(status);
      expect(await signedIn(surfer)).toBe(status === 200);
    }
    // Neither the secret nor a code lies readable in the database.
    const { rows } = await service.database.pool.query<{ secret: string; backupCodes: string }>('SELECT secret, "backupCodes" FROM auth_two_factor');
    expect([rows[0]!.secret.includes(new URL(totpURI).searchParams.get('secret')!), rows[0]!.backupCodes.includes(backupCodes[1]!)]).toEqual([false, false]);
    await service.stop();
  });
});
