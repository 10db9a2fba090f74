import { globSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { CALL, ELIGIBLE, enter, openCall } from '../support/chain.js';
import { refused } from '../support/refused.js';
import { PASSWORD, startTestService, type TestService } from '../support/service.js';

let service: TestService;
let office: Visitor;
let call: string;

beforeAll(async () => {
  service = await startTestService();
  office = await service.office();
  call = await openCall(office);
});
afterAll(() => service.stop());

const fetchProblem = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${service.config.baseUrl}/api${path}`, init);
  return { status: answer.status, type: answer.headers.get('content-type'), body: (await answer.json()) as Record<string, unknown> };
};

describe('problems', () => {
  it('are in the reader’s language with a stable code', async () => {
    const zh = await fetchProblem('/entries');
    const en = await fetchProblem('/entries', { headers: { 'accept-language': 'en-GB,en;q=0.9' } });
    expect(zh).toMatchObject({ status: 401, type: expect.stringContaining('application/problem+json'), body: { code: 'session:none', detail: '请先登录。', status: 401, instance: '/api/entries' } });
    expect(en.body).toMatchObject({ code: 'session:none', detail: 'Sign in first.' });
  });

  it('list every mistake of the input with its field', async () => {
    const team = await service.visitor('mistaken').signUp();
    const problem = await refused(team.post(`/calls/${call}/entries`, { title: '', abstract: 7, facts: { 'A b': {} }, extra: 1 }));
    expect(problem.status).toBe(422);
    const { errors } = problem.body as unknown as { errors: { field: string; message: string }[] };
    for (const { message } of errors) expect(message).toMatch(/\p{Script=Han}/u);
    expect(errors).toContainEqual({ field: 'title', message: '至少 1 个字。' });
    expect(new Set(errors.map(({ field }) => field))).toEqual(new Set(['title', 'abstract', 'facts', 'extra']));
  });

  it.each<[string, RequestInit & { path: string }, number]>([
    ['JSON cut off', { path: '/contests', method: 'POST', body: '{"name":', headers: { 'content-type': 'application/json' } }, 400],
    ['another kind of body', { path: '/contests', method: 'POST', body: '<x/>', headers: { 'content-type': 'application/xml' } }, 415],
    ['a body over 1 MB', { path: '/contests', method: 'POST', body: JSON.stringify({ name: 'x'.repeat(1_100_000) }), headers: { 'content-type': 'application/json' } }, 413],
    ['an unknown path', { path: '/nowhere' }, 404],
    ['a word in a path that can’t be kept', { path: '/receipts/%00' }, 404],
    ['an id that is none', { path: '/calls/1%00', headers: {} }, 404],
    ['a prototype’s key', { path: '/auth/sign-in/email', method: 'POST', body: '{"__proto__":{"a":1}}', headers: { 'content-type': 'application/json' } }, 400],
  ])('of %s is no fault', async (_, { path, ...init }, status) => {
    expect((await fetchProblem(path, init)).status).toBe(status);
  });

  it('find nothing under a name that can’t be kept', async () => {
    const office = await service.visitor('office').signIn();
    expect((await refused(office.post(`/operations/dead-letters/${call}/%00/resend`))).status).toBe(404);
  });

  it('take a field that is left out as absent, and null as what it is: no value of it', async () => {
    const team = await service.visitor('nullish').signUp();
    const { id } = await team.post(`/calls/${call}/entries`, { title: '题目', abstract: '摘要', facts: {} });
    expect((await refused(team.patch(`/entries/${id}`, { title: null }))).status).toBe(422);
    expect((await refused(team.patch(`/people/${team.id}`, { name: null }))).status).toBe(422);
    await team.patch(`/entries/${id}`, {});
  });

  it('take no list for a part, and none in the place of one among parts', async () => {
    const office = await service.visitor('office').signIn();
    for (const sheets of [[[]], [[[]]], [{ sheet: call, comment: '文字' }, []], [null], ['x']]) {
      const problem = await refused(office.post(`/rounds/${call}/comments/clear`, { sheets }));
      expect([problem.status, problem.body.code]).toEqual([422, 'request:invalid']);
    }
  });

  it('keep out characters that PostgreSQL cannot', async () => {
    const team = await service.visitor('nasty').signUp();
    for (const title of ['a\u0000b', 'a\ud800b']) expect((await refused(team.post(`/calls/${call}/entries`, { title, abstract: 'x', facts: {} }))).status).toBe(422);
    const fine = await team.post(`/calls/${call}/entries`, { title: '𠮷野家 \u202e "quotes" <b>', abstract: 'x', facts: { note: "'; DROP TABLE entry; --" } });
    expect((await team.get<{ title: string }>(`/entries/${fine.id}`)).title).toBe('𠮷野家 \u202e "quotes" <b>');
  });

  it('are all listed, in two languages', async () => {
    const list = (await service.visitor('nobody').get<{ code: string; zh: string; en: string }[]>('/problems'));
    const codes = list.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of ['thing:not-found', 'entry:not-eligible', 'fund:exhausted', 'deal:running-already', 'role:last-administrator']) expect(codes).toContain(code);
    // Each that a source file makes is declared.
    const sources = globSync('{libs,apps}/**/*.ts', { cwd: ROOT, exclude: (path) => path.endsWith('.spec.ts') || path.endsWith('node_modules') });
    const made = sources.flatMap((path) => [...readFileSync(join(ROOT, path), 'utf8').matchAll(/refusalType\('([^']+)'/g)].map(([, code]) => code!));
    expect(made.length).toBeGreaterThan(300);
    expect(made.filter((code) => !codes.includes(code))).toEqual([]);
    for (const { zh, en } of list) expect([/\p{Script=Han}/u.test(zh), en.length > 5]).toEqual([true, true]);
  });
});

describe('a command sent again', () => {
  it('under one key has one effect and one answer, also at once; another body is refused', async () => {
    const team = await service.visitor('twice').signUp();
    const body = { title: '一次', abstract: '摘要', facts: ELIGIBLE };
    const key = { 'idempotency-key': 'draft-1' };
    const answers = await Promise.all([1, 2, 3].map(() => team.post<{ id: string }>(`/calls/${call}/entries`, body, key)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await team.all('/entries')).toHaveLength(1);
    expect((await refused(team.post(`/calls/${call}/entries`, { ...body, title: '另一个' }, key))).body.code).toBe('idempotency:key-reused');
    expect((await refused(team.post(`/calls/${call}/entries`, body, { 'idempotency-key': 'has blanks' }))).body.code).toBe('request:bad-header');
  });

  it('while the first one is at work has that one’s answer, not a refusal by what it has done', async () => {
    const team = await service.visitor('impatient').signUp();
    for (let n = 0; n < 5; n++) {
      const { id } = await team.post(`/calls/${call}/entries`, { title: `第${n}个`, abstract: '摘要', facts: ELIGIBLE });
      await team.post(`/entries/${id}/submit`);
      const answers = await Promise.all(Array.from({ length: 8 }, () => team.post<object>(`/entries/${id}/withdraw`, {}, { 'idempotency-key': `withdraw-${id}` })));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    }
  });

  it('with an older version is refused, and nothing is lost', async () => {
    const team = await service.visitor('stale').signUp();
    const { id } = await team.post(`/calls/${call}/entries`, { title: '初稿', abstract: '摘要', facts: {} });
    const change = (title: string, version: number) => team.patch(`/entries/${id}`, { title }, { 'if-match': `"${version}"` });
    await change('甲', 1);
    const problem = await refused(change('乙', 1));
    expect([problem.status, problem.body.code, problem.body.facts?.['version']]).toEqual([412, 'version:stale', 2]);
    expect(await team.get<object>(`/entries/${id}`)).toMatchObject({ title: '甲', version: 2 });
    const race = await Promise.allSettled(['丙', '丁'].map((title) => change(title, 2)));
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('who may do what', () => {
  it('shows another’s things as if they were not there', async () => {
    const { entry } = await enter(service, call, 'owner');
    const stranger = await service.visitor('stranger').signUp();
    const other = await refused(stranger.get(`/entries/${entry}`));
    const none = await refused(stranger.get('/entries/01900000-0000-7000-8000-000000000000'));
    expect([other.status, other.body.code]).toEqual([none.status, none.body.code]);
    expect((await refused(stranger.post(`/entries/${entry}/submit`))).status).toBe(404);
    expect(await stranger.all('/entries')).toEqual([]);
    expect((await refused(stranger.get('/operations/audit'))).status).toBe(403);
    expect((await refused(stranger.post('/contests', { name: 'x', edition: 1 }))).status).toBe(404);
    const auditor = await service.visitor('auditor').signUp();
    await office.post(`/people/${auditor.id}/roles`, { role: 'auditor' });
    expect(await auditor.get<object>(`/entries/${entry}`)).toMatchObject({ id: entry });
    expect((await refused(auditor.post(`/entries/${entry}/withdraw`))).status).toBe(403);
  });

  it('takes a right away at once, and never the last administrator’s', async () => {
    const me = await office.get<{ district: string }>('/me');
    expect((await refused(office.delete(`/people/${office.id}/roles/administrator/${me.district}`))).body.code).toBe('role:last-administrator');
    const second = await service.visitor('second').signUp();
    await office.post(`/people/${second.id}/roles`, { role: 'administrator' });
    await second.get('/operations/audit');
    await office.post(`/people/${second.id}/suspend`);
    expect((await refused(second.get('/me'))).status).toBe(401);
    await office.post(`/people/${second.id}/reinstate`);
    // Two administrators take each other out at once: one stays.
    const outcomes = await Promise.allSettled([office.delete(`/people/${second.id}/roles/administrator/${me.district}`), second.delete(`/people/${office.id}/roles/administrator/${me.district}`)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const left = outcomes[0]!.status === 'fulfilled' ? office : second;
    for (const one of [office, second]) if (one !== left) await left.post(`/people/${one.id}/roles`, { role: 'administrator' });
  });

  it('refuses what another site’s page sends, wrong passwords, and sessions that were signed out everywhere', async () => {
    const team = await service.visitor('signer').signUp();
    expect((await refused(team.post('/contests', {}, { origin: 'https://evil.example' }))).body.code).toBe('request:foreign-origin');
    expect((await refused(team.as('wrong password').signIn())).status).toBe(401);
    const elsewhere = await team.as(PASSWORD).signIn();
    await team.post('/auth/revoke-sessions');
    expect((await refused(elsewhere.get('/me'))).status).toBe(401);
    const { rows } = await service.database.pool.query<{ password: string }>('SELECT password FROM auth_account');
    for (const { password } of rows) expect(password).toMatch(/^\$argon2id\$/);
  });

  it('answers every spelling of a closed route alike: not at all, or with the console, which tells nothing', async () => {
    const spellings = ['/operations/audit', '//operations/audit', '/operations//audit', '/Operations/audit', '/operations/audit/', '/operations/./audit', '/operations/x/../audit', '/%6fperations/audit', '/operations%2Faudit', '/operations/audit?', '/operations/audit;x', '/operations/audit%20', '/operations/audit%00', '/operations/audit#x', '/operations\\audit'];
    const paths = [...spellings.map((path) => `/api${path}`), '//api/operations/audit', '/API/operations/audit', '/%61pi/operations/audit', `http://127.0.0.1:${service.config.PORT}/api/operations/audit`, '/operations/audit'];
    for (const path of paths)
      for (const method of ['GET', 'HEAD', 'get']) {
        const { status, head } = await answerOf(method, path);
        if (status === 200) expect([path, head]).toEqual([path, expect.stringContaining('content-type: text/html')]);
      }
    expect((await answerOf('GET', '/health/live')).status).toBe(200);
  });
});

/** What a request line sent as it is comes to. */
const answerOf = (method: string, path: string): Promise<{ status: number; head: string }> =>
  new Promise((done, fail) => {
    const socket = connect(service.config.PORT, '127.0.0.1', () => socket.write(`${method} ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`));
    let answer = '';
    socket.on('data', (part: Buffer) => (answer += part.toString('latin1')));
    socket.on('error', fail);
    socket.on('close', () => done({ status: Number(answer.split(' ')[1] ?? 0), head: answer.split('\r\n\r\n')[0]! }));
  });

describe('lists and papers', () => {
  it('page by cursor without gaps or doubles', async () => {
    const team = await service.visitor('many').signUp();
    const made = [];
    for (let n = 0; n < 7; n++) made.push((await team.post(`/calls/${call}/entries`, { title: `第 ${n} 个`, abstract: 'x', facts: {} })).id);
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const { items, next } = await team.get<{ items: { id: string }[]; next: string | null }>(`/entries?limit=3${after}`);
      seen.push(...items.map(({ id }) => id));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(seen).toEqual([...made].sort());
    expect((await refused(team.get('/entries?limit=0'))).status).toBe(422);
  });

  it('keep a paper by its content and give it to those who may read the project', async () => {
    const { team, project } = await enter(service, call, 'papers');
    await team.addDocument(project, '计划书.txt', '正文');
    const { documents } = await team.get<{ documents: { id: string; sha256: string }[] }>(`/projects/${project}/history`);
    expect(documents).toHaveLength(1);
    expect(await team.text(`/documents/${documents[0]!.id}`)).toBe('正文');
    const stranger = await service.visitor('curious').signUp();
    expect((await refused(stranger.text(`/documents/${documents[0]!.id}`))).status).toBe(404);
    expect((await refused(stranger.addDocument(project, 'x', 'y'))).status).toBe(404);
    expect((await refused(team.addDocument(project, 'empty', ''))).body.code).toBe('document:empty');
  });
});

describe('operations', () => {
  it('tells life, readiness and metrics, and documents the API', async () => {
    const nobody = service.visitor('nobody');
    expect(await nobody.get<object>('/health/live')).toEqual({ status: 'ok' });
    expect(await nobody.get<object>('/health/ready')).toMatchObject({ status: 'ok' });
    expect(await nobody.text('/metrics')).toMatch(/trellis_pending \d+/);
    const { paths } = await nobody.get<{ paths: Record<string, object> }>('/docs-json');
    expect(Object.keys(paths).length).toBeGreaterThan(50);
    await service.database.pool.query("UPDATE heartbeat SET at = at - interval '10 minutes' WHERE queue = 'reactions'");
    expect((await refused(nobody.get('/health/ready'))).status).toBe(503);
    await service.database.pool.query('UPDATE heartbeat SET at = clock_timestamp()');
  });

  it('lets a call close by its own instant, whatever the server’s zone', async () => {
    const contest = (await office.post('/contests', { name: '时区', edition: 1 })).id;
    const { id } = await office.post(`/contests/${contest}/calls`, { ...CALL, closesAt: '2025-05-01T18:00:00+08:00' });
    await office.post(`/calls/${id}/publish`);
    expect(new Date((await office.get<{ closesAt: string }>(`/calls/${id}`)).closesAt).toISOString()).toBe('2025-05-01T10:00:00.000Z');
    expect((await refused(office.post(`/calls/${id}/publish`))).body.code).toBe('state:not-allowed');
  });
});
