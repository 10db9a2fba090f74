import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';

describe('keys by which programs act', () => {
  let service: TestService;
  let office: Visitor;
  const make = (who: Visitor, scopes: string[], expiresAt = '2025-06-01T00:00:00+08:00') => who.post<{ id: string; key: string }>('/keys', { name: '同步程序', scopes, expiresAt });
  const call = (key: string, path: string, init: RequestInit = {}) => fetch(`${service.config.baseUrl}/api${path}`, { ...init, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...init.headers } });
  const code = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
  });
  afterAll(() => service.stop());

  it('act for their person as far as their scopes reach, and not beyond', async () => {
    const { key } = await make(office, ['contests:write', 'people:read']);
    const made = await call(key, '/contests', { method: 'POST', body: JSON.stringify({ name: '密钥赛', edition: 1 }) });
    expect(made.status).toBe(201);
    expect((await call(key, '/people')).status).toBe(200);
    expect(await code(await call(key, '/firms'))).toEqual([403, 'key:may-not']);
    expect(await code(await call(key, `/people/${office.id}/roles`, { method: 'POST', body: JSON.stringify({ role: 'leader' }) }))).toEqual([403, 'key:may-not']);
    const { key: all } = await make(office, ['*:write']);
    expect((await call(all, '/firms')).status).toBe(200);
    // Whatever its scopes, a key makes no keys.
    expect(await code(await call(all, '/keys', { method: 'POST', body: JSON.stringify({ name: '又一把', scopes: ['*:write'], expiresAt: '2025-06-01T00:00:00+08:00' }) }))).toEqual([403, 'key:not-alone']);
  });

  it('may no more than their person may', async () => {
    const someone = await service.visitor('someone').signUp();
    const { key } = await make(someone, ['*:write']);
    expect((await call(key, '/contests', { method: 'POST', body: JSON.stringify({ name: '他人', edition: 9 }) })).status).toBe(404);
    await office.post(`/people/${someone.id}/suspend`);
    expect((await call(key, '/entries')).status).toBe(401);
  });

  it('are told once, say when they were used, end at their time and when they are taken back', async () => {
    const { id, key } = await make(office, ['*:read'], '2025-03-10T00:00:00+08:00');
    const { id: other, key: second } = await make(office, ['*:read']);
    await call(key, '/people');
    const listed = await office.get<{ items: { id: string; lastUsedAt: string | null; state: string }[] }>('/keys');
    expect(listed.items.find((one) => one.id === id)).toMatchObject({ lastUsedAt: '2025-03-03T01:00:00.000Z', state: 'active' });
    // The secret itself may have an underline in it.
    expect(JSON.stringify(listed)).not.toContain(key.split('_').slice(2).join('_'));
    const { rows } = await service.database.pool.query<{ kept: boolean }>("SELECT EXISTS (SELECT 1 FROM answer WHERE answer::text LIKE '%' || $1 || '%') OR EXISTS (SELECT 1 FROM api_key WHERE hash = $1) AS kept", [key.split('_').slice(2).join('_')]);
    expect(rows[0]!.kept).toBe(false);
    await office.post(`/keys/${other}/revoke`);
    expect((await call(second, '/people')).status).toBe(401);
    await service.moveTo('2025-03-10T00:00:01+08:00');
    expect((await call(key, '/people')).status).toBe(401);
    for (const wrong of ['', 'trellis_x', key.replace(/.$/, key.endsWith('A') ? 'B' : 'A'), `${key}x`]) expect((await call(wrong, '/people')).status).toBe(401);
  });

  it('refuse scopes that there are none of, and terms too long', async () => {
    expect(await refused(make(office, ['everything']))).toMatchObject({ body: { code: 'key:scope' } });
    expect(await refused(make(office, ['*:read'], '2030-01-01T00:00:00+08:00'))).toMatchObject({ body: { code: 'key:term' } });
    expect(await refused(make(office, ['*:read'], '2020-01-01T00:00:00+08:00'))).toMatchObject({ body: { code: 'key:term' } });
    const someone = await service.visitor('other').signUp();
    const { id } = (await office.get<{ items: { id: string; state: string }[] }>('/keys')).items.find(({ state }) => state === 'active')!;
    expect(await refused(someone.post(`/keys/${id}/revoke`))).toMatchObject({ status: 404 });
  });
});

it('each caller has so many requests a minute, and is told how many are left', async () => {
  const service = await startTestService({ environment: { REQUESTS_A_MINUTE: '20' } });
  const get = () => fetch(`${service.config.baseUrl}/api/calls`);
  const answers = [];
  for (let n = 0; n < 22; n++) answers.push(await get());
  expect(answers.map(({ status }) => status).filter((status) => status === 429).length).toBe(2);
  expect(answers[0]!.headers.get('ratelimit-remaining')).toBe('19');
  const last = answers.at(-1)!;
  expect([last.headers.get('ratelimit-limit'), last.headers.get('ratelimit-remaining'), Number(last.headers.get('retry-after')) > 0]).toEqual(['20', '0', true]);
  expect(await last.json()).toMatchObject({ code: 'request:too-many', status: 429 });
  await service.stop();
});
