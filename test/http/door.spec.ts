import { mailServer } from '../support/mail-server.js';
import { refused } from '../support/refused.js';
import { freePort, PASSWORD, startTestService, type TestService } from '../support/service.js';
import { Mail } from '#notify';
import { pause } from '#platform';

const JSON_BODY = { 'content-type': 'application/json' };
const NEW = 'another horse stable';

/** What better-auth says to a request of someone. */
async function said(service: TestService, path: string, body: object, cookie = ''): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> {
  const answer = await fetch(`${service.config.baseUrl}/api/auth/${path}`, { method: 'POST', headers: { ...JSON_BODY, origin: service.config.baseUrl, cookie }, body: JSON.stringify(body) });
  return { status: answer.status, body: ((await answer.json().catch(() => ({}))) ?? {}) as Record<string, unknown>, headers: answer.headers };
}

describe('a password that was forgotten', () => {
  it('is set anew by the link that was mailed: once, within the hour, and it signs out everywhere', async () => {
    const smtp = await mailServer();
    const service = await startTestService({ environment: { SMTP_URL: smtp.url } });
    const mailed = async (count: number) => {
      await service.settle();
      for (let tries = 0; tries < 250; tries++) {
        await service.app.get(Mail).sendDue();
        const links = smtp.received.flatMap(({ text }) => /passwords\/by-link\/([\w.~-]+)/.exec(text.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[1] ?? []);
        if (links.length >= count) return links.at(-1)!;
        await pause(20);
      }
      throw new Error('no mail came');
    };
    const alpha = await service.visitor('alpha').signUp();
    const stranger = service.visitor('stranger');
    const ask = (email: string) => stranger.post<object>('/passwords/ask', { email });
    // Nobody learns whether there is such an account.
    expect(await ask('nobody@test.example')).toEqual(await ask('Alpha@test.example'));
    const first = await mailed(1);
    const set = (link: string, password: string) => stranger.post(`/passwords/by-link/${link}`, { password });
    expect((await refused(set(first, 'short'))).status).toBe(422);
    expect((await refused(set(first, 'qwertyuiop'))).body.code).toBe('password:too-common');
    expect((await refused(set(first, 'Trellis-2026!'))).body.code).toBe('password:too-common');
    expect((await refused(set(`${first}x`, NEW))).status).toBe(404);
    await set(first, NEW);
    expect((await refused(set(first, 'yet another stable'))).body.code).toBe('password:link-over');
    expect((await refused(alpha.get('/me'))).status).toBe(401);
    await expect(alpha.as(PASSWORD).signIn()).rejects.toThrow('401');
    const back = await alpha.as(NEW).signIn();
    const told = (await back.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind);
    expect(told).toContain('password-set');

    // A later asking ends an earlier one, and an hour ends each.
    await service.moveTo('2025-03-03T10:00:00+08:00');
    await ask('alpha@test.example');
    const second = await mailed(2);
    await service.moveTo('2025-03-03T10:02:00+08:00');
    await ask('alpha@test.example');
    const third = await mailed(3);
    expect((await refused(set(second, NEW))).body.code).toBe('password:link-over');
    await service.moveTo('2025-03-03T11:03:00+08:00');
    expect((await refused(set(third, NEW))).body.code).toBe('password:link-over');
    await service.stop();
    await smtp.close();
  });
});

describe('the door', () => {
  let service: TestService;
  beforeAll(async () => void (service = await startTestService()));
  afterAll(() => service.stop());

  it('takes no password that everyone knows, at signing up and at changing it', async () => {
    const refusedAs = { status: 400, body: { code: 'PASSWORD_TOO_COMMON' } };
    expect(await said(service, 'sign-up/email', { name: 'x', email: 'x@test.example', password: '1234567890' })).toMatchObject(refusedAs);
    const beta = await service.visitor('beta').signUp();
    expect(await said(service, 'change-password', { currentPassword: PASSWORD, newPassword: 'iloveyou12345' }, beta.cookieHeader())).toMatchObject(refusedAs);
    expect((await said(service, 'change-password', { currentPassword: 'not this one', newPassword: NEW }, beta.cookieHeader())).status).toBe(400);
    expect((await said(service, 'change-password', { currentPassword: PASSWORD, newPassword: NEW, revokeOtherSessions: true }, beta.cookieHeader())).status).toBe(200);
  });

  it('gives each sign-in a session of its own, takes none that a browser brings, and tells its token to no script', async () => {
    const gamma = await service.visitor('gamma').signUp();
    const [own] = gamma.cookieHeader().split('; ');
    // Someone put this cookie into the browser before its owner signed in.
    const answer = await said(service, 'sign-in/email', { email: 'gamma@test.example', password: PASSWORD }, own);
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('trellis.session_token='))!;
    expect(cookie.split(';')[0]).not.toBe(own);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const token = decodeURIComponent(cookie.split(';')[0]!.split('=')[1]!).split('.')[0]!;
    expect(JSON.stringify(answer.body)).not.toContain(token);
    const fresh = { cookie: cookie.split(';')[0]!, origin: service.config.baseUrl };
    const lists = await (await fetch(`${service.config.baseUrl}/api/auth/list-sessions`, { headers: fresh })).text();
    expect(JSON.parse(lists)).toHaveLength(2);
    expect(lists).not.toContain(token);
    // Signing out ends this one for good, and the other stays.
    const out = await said(service, 'sign-out', {}, fresh.cookie);
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    expect((await fetch(`${service.config.baseUrl}/api/me`, { headers: fresh })).status).toBe(401);
    expect(await gamma.get<object>('/me')).toMatchObject({ name: 'gamma' });
  });

  it('ends a session after thirty days, however it is used', async () => {
    const omega = await service.visitor('omega').signUp();
    const age = (days: number) => service.database.pool.query('UPDATE auth_session SET "createdAt" = now() - make_interval(days => $2) FROM person p WHERE p.user_id = auth_session."userId" AND p.id = $1', [omega.id, days]);
    await age(29);
    expect(await omega.get<object>('/me')).toMatchObject({ name: 'omega' });
    await age(31);
    expect((await refused(omega.get('/me'))).status).toBe(401);
  });

  it('lets no other site act for who is signed in', async () => {
    const delta = await service.visitor('delta').signUp();
    const foreign = { origin: 'https://evil.example', 'content-type': 'application/json' };
    for (const [method, path] of [['POST', '/contests'], ['PATCH', `/people/${delta.id}`], ['DELETE', `/people/${delta.id}/phone`]] as const) expect((await delta.raw(method, path, foreign, '{}')).status).toBe(403);
    expect((await delta.raw('POST', '/auth/sign-out', { ...foreign }, '{}')).status).toBe(403);
    // A form of another site can send only these types, and none of them is read.
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) expect((await delta.raw('PATCH', `/people/${delta.id}`, { 'content-type': type }, '{"name":"x"}')).status).toBeGreaterThanOrEqual(400);
    const elsewhere = await delta.raw('GET', '/me', { origin: 'https://evil.example' });
    expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull();
    expect(await delta.get<object>('/me')).toMatchObject({ name: 'delta' });
  });

  it('sends with every answer what keeps a browser safe', async () => {
    for (const path of ['/', '/api/session', '/api/nothing', '/health/live', '/calls', '/api/auth/get-session']) {
      const { headers } = await fetch(`${service.config.baseUrl}${path}`);
      expect([path, headers.get('x-content-type-options'), headers.get('x-frame-options'), headers.get('referrer-policy'), headers.get('cross-origin-opener-policy')]).toEqual([path, 'nosniff', 'DENY', 'same-origin', 'same-origin']);
      const policy = headers.get('content-security-policy')!;
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
    }
    expect((await fetch(`${service.config.baseUrl}/api/session`)).headers.get('strict-transport-security')).toBeNull();
    expect((await fetch(`${service.config.baseUrl}/api/session`, { method: 'TRACE' } as RequestInit).catch(() => ({ status: 405 }))).status).toBeGreaterThanOrEqual(400);
  });
});

describe('over https', () => {
  it('binds the cookie to the host and the browser to https', async () => {
    const service = await startTestService({ environment: { BASE_URL: 'https://trellis.example' } });
    const { PORT } = service.config;
    const answer = await fetch(`http://127.0.0.1:${PORT}/api/auth/sign-up/email`, { method: 'POST', headers: { ...JSON_BODY, origin: 'https://trellis.example' }, body: JSON.stringify({ name: 'x', email: 'x@test.example', password: PASSWORD }) });
    expect(answer.status).toBe(200);
    const cookie = answer.headers.getSetCookie().find((one) => one.includes('session_token'))!;
    expect(cookie).toMatch(/^__Host-trellis\.session_token=/);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; Path=\/(;|$)/i);
    expect(cookie).not.toMatch(/Domain=/i);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    const me = await fetch(`http://127.0.0.1:${PORT}/api/me`, { headers: { cookie: cookie.split(';')[0]! } });
    expect(me.status).toBe(200);
    await service.stop();
  });
});

describe('the port of those who operate it', () => {
  it('has health and figures and nothing else, and the public one has no figures then', async () => {
    const port = await freePort();
    const service = await startTestService({ environment: { HEALTH_PORT: String(port) } });
    const at = async (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect([(await at('/health/live')).status, (await at('/health/ready')).status, (await at('/api/session')).status, (await at('/')).status]).toEqual([200, 200, 404, 404]);
    const figures = await (await at('/metrics')).text();
    for (const name of ['trellis_pending 0', 'trellis_unrelayed 0', 'trellis_late 0', 'trellis_mail_waiting 0', 'trellis_text_failed 0', 'trellis_connections ', 'trellis_transaction ']) expect(figures).toContain(name);
    expect((await fetch(`${service.config.baseUrl}/metrics`)).status).toBe(404);
    await service.stop();
    await expect(at('/health/live')).rejects.toThrow();
  });
});
