import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Dispatcher, mayReach } from '#endpoints';
import { pause } from '#platform';
import { Webhook } from 'standardwebhooks';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';

interface Got {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A program outside that takes what is posted, and answers as it is told by the path. */
async function receiver() {
  const got: Got[] = [];
  const answers = new Map<string, { status: number; body?: string; location?: string; silent?: boolean }>();
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      got.push({ path: request.url ?? '', headers: request.headers, body });
      const { status, body: said = '{}', location, silent = false } = answers.get((request.url ?? '').split('?')[0]!) ?? { status: 200 };
      if (silent) return request.socket.destroy();
      response.writeHead(status, { ...(location !== undefined && { location }) }).end(said);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { got, answers, at: (path: string) => `http://127.0.0.1:${port}${path}`, to: (path: string) => got.filter((one) => one.path.split('?')[0] === path), close: () => new Promise((done) => server.close(done)) };
}

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly failures: number;
  readonly restUntil: string | null;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
}

describe('an event that nobody outside asked for', () => {
  it('is owed to nobody', async () => {
    const service = await startTestService({ works: false });
    const office = await service.office();
    const owed = async () => (await service.database.pool.query("SELECT e.name FROM pending p JOIN event e ON e.district_id = p.district_id AND e.id = p.event_id WHERE p.reaction = 'dispatch-event'")).rows;
    await office.post('/contests', { name: '无人问津', edition: 1 });
    await office.post('/endpoints', { name: '接收', kind: 'webhook', url: 'https://example.org/hook', events: ['contest:set-up'] });
    expect(await owed()).toEqual([]);
    await office.post('/contests', { name: '有人问津', edition: 1 });
    await office.post('/parks', { name: '测试园区', kind: 'area' });
    expect(await owed()).toEqual([{ name: 'contest:set-up' }]);
    await service.stop();
  });
});

describe('events that leave', () => {
  let outside: Awaited<ReturnType<typeof receiver>>;
  let service: TestService;
  let office: Visitor;
  const add = (path: string, more: object = {}) => office.post<{ id: string; secret: string | null }>('/endpoints', { name: `接收${path}`, kind: 'webhook', url: outside.at(path), events: ['contest:set-up'], ...more });
  const send = async () => {
    await service.settle();
    await service.app.get(Dispatcher).sendDue();
    // What the clockwork took at this moment is on its way still.
    const onItsWay = () => service.database.prisma.outgoing.count({ where: { state: 'waiting', attempts: { gt: 0 }, lastError: null } });
    for (let tries = 0; (await onItsWay()) > 0 && tries < 500; tries++) await pause(10);
  };
  const shown = async (id: string) => (await office.get<{ items: Shown[] }>('/endpoints')).items.find((one) => one.id === id)!;
  let editions = 0;
  const happen = async () => (await office.post('/contests', { name: '事件赛', edition: ++editions })).id;

  beforeAll(async () => {
    outside = await receiver();
    service = await startTestService({ environment: { ENDPOINTS_INSIDE: '127.0.0.0/8' } });
    office = await service.office();
  });
  afterAll(async () => {
    await service.stop();
    await outside.close();
  });

  it('reach a program once, signed by its secret, which can be changed with a day of both', async () => {
    const { id, secret } = await add('/hook');
    const contest = await happen();
    await send();
    const [first] = outside.to('/hook');
    const body = JSON.parse(first!.body) as { type: string; data: { id: string; thing: { kind: string; id: string } } };
    expect(body).toMatchObject({ type: 'contest:set-up', timestamp: '2025-03-03T01:00:00.000Z', data: { thing: { kind: 'contest', id: contest } } });
    const signs = (of: string, { headers, body: text }: Got) => String(headers['webhook-signature']).split(' ').includes(new Webhook(of).sign(String(headers['webhook-id']), new Date(Number(headers['webhook-timestamp']) * 1000), text));
    expect([first!.headers['webhook-id'], signs(secret!, first!)]).toEqual([body.data.id, true]);
    const { secret: next } = await office.post<{ secret: string }>(`/endpoints/${id}/rotate`);
    await happen();
    await send();
    expect([signs(secret!, outside.to('/hook')[1]!), signs(next, outside.to('/hook')[1]!)]).toEqual([true, true]);
    await service.moveTo('2025-03-04T09:00:01+08:00');
    await happen();
    await send();
    expect([signs(secret!, outside.to('/hook')[2]!), signs(next, outside.to('/hook')[2]!)]).toEqual([false, true]);
    expect(await shown(id)).toMatchObject({ state: 'active', sent: 3, waiting: 0 });
    // Nobody is told the secret again.
    expect(JSON.stringify(await office.get('/endpoints'))).not.toContain(next);
    await office.post(`/endpoints/${id}/replay`, { from: '2025-03-04T00:00:00+08:00' });
    await send();
    expect(outside.to('/hook').map(({ headers }) => headers['webhook-id']).at(-1)).toBe(outside.to('/hook')[2]!.headers['webhook-id']);
    await office.post(`/endpoints/${id}/remove`);
    await happen();
    await send();
    expect(outside.to('/hook').length).toBe(4);
  });

  it('are tried again later where they were not taken; after some failures the place is left alone, and then gets all of them', async () => {
    outside.answers.set('/broken', { status: 500 });
    const { id } = await add('/broken');
    for (let n = 0; n < 6; n++) await happen();
    await send();
    expect(await shown(id)).toMatchObject({ waiting: 6, failures: 6, restUntil: expect.any(String) as string });
    const tried = outside.to('/broken').length;
    await happen();
    await send();
    expect(outside.to('/broken').length).toBe(tried);
    outside.answers.delete('/broken');
    await service.moveTo('2025-03-04T09:30:00+08:00');
    await send();
    expect(await shown(id)).toMatchObject({ waiting: 0, sent: 7, failures: 0, restUntil: null });
    expect(new Set(outside.to('/broken').map(({ headers }) => headers['webhook-id'])).size).toBe(7);
    await office.post(`/endpoints/${id}/remove`);
  });

  it('do not follow a redirect, end at a 410, are cut off by silence, and fail for good in the end', async () => {
    outside.answers.set('/moved', { status: 302, location: outside.at('/elsewhere') });
    outside.answers.set('/gone', { status: 410 });
    outside.answers.set('/silent', { status: 200, silent: true });
    const [moved, gone, silent] = [await add('/moved'), await add('/gone'), await add('/silent')];
    await happen();
    await send();
    const last = async (id: string) => (await office.get<{ items: { lastError: string; state: string; attempts: number; event: string }[] }>(`/endpoints/${id}/dispatches`)).items[0]!;
    expect(await last(moved.id)).toMatchObject({ lastError: '302: redirects are not followed' });
    expect(outside.to('/elsewhere')).toEqual([]);
    expect(await shown(gone.id)).toMatchObject({ state: 'gone' });
    expect((await last(silent.id)).lastError).toMatch(/hang up|ECONNRESET/);
    for (let day = 5; day < 25; day++) {
      await service.moveTo(`2025-03-${String(day).padStart(2, '0')}T09:30:00+08:00`);
      await send();
    }
    expect(await last(moved.id)).toMatchObject({ state: 'failed', attempts: 13 });
    outside.answers.delete('/moved');
    await office.post(`/endpoints/${moved.id}/dispatches/${(await last(moved.id)).event}/resend`);
    await send();
    expect(await last(moved.id)).toMatchObject({ state: 'sent' });
    await office.post(`/endpoints/${gone.id}/resume`);
    expect(await shown(gone.id)).toMatchObject({ state: 'active' });
    for (const { id } of [moved, gone, silent]) await office.post(`/endpoints/${id}/remove`);
  });

  it('reach the robots of WeCom, DingTalk and Feishu as one text, signed as each asks', async () => {
    const secret = 'SECabc';
    const bots = { wecom: await add('/wecom?key=1', { kind: 'wecom' }), dingtalk: await add('/dingtalk?access_token=1', { kind: 'dingtalk', secret }), feishu: await add('/feishu', { kind: 'feishu', secret }) };
    outside.answers.set('/feishu', { status: 200, body: '{"code":19021,"msg":"sign match fail"}' });
    for (let n = 0; n < 3; n++) await happen();
    await send();
    // A heading and a line for each event; the clockwork may have sent some of them before.
    expect(outside.to('/wecom').flatMap(({ body }) => (JSON.parse(body) as { text: { content: string } }).text.content.split('\n').slice(1))).toHaveLength(3);
    expect(JSON.parse(outside.to('/wecom')[0]!.body)).toMatchObject({ msgtype: 'text', text: { content: expect.stringContaining('【赛孵园】') as string } });
    const ding = new URL(outside.to('/dingtalk')[0]!.path, 'http://x').searchParams;
    expect(ding.get('sign')).toBe(createHmac('sha256', secret).update(`${ding.get('timestamp')}\n${secret}`).digest('base64'));
    const feishu = JSON.parse(outside.to('/feishu')[0]!.body) as { timestamp: string; sign: string; msg_type: string };
    expect([feishu.msg_type, feishu.sign]).toEqual(['text', createHmac('sha256', `${feishu.timestamp}\n${secret}`).update('').digest('base64')]);
    // It answers 200 to what it does not take.
    const feishuNow = await shown(bots.feishu.id);
    expect([feishuNow.waiting, feishuNow.failures > 0]).toEqual([3, true]);
    for (const { id } of Object.values(bots)) await office.post(`/endpoints/${id}/remove`);
  });

  it('are the administrators’ to send, of events that there are, to addresses that will do', async () => {
    const someone = await service.visitor('someone').signUp();
    const body = { name: '接收', kind: 'webhook', url: 'https://example.org/hook', events: ['*'] };
    expect(await refused(someone.post('/endpoints', body))).toMatchObject({ status: 404 });
    expect(await refused(someone.get('/endpoints'))).toMatchObject({ status: 403 });
    expect(await refused(office.post('/endpoints', { ...body, events: ['nothing:happened'] }))).toMatchObject({ body: { code: 'endpoint:event-unknown' } });
    for (const url of ['ftp://example.org', 'https://user:secret@example.org', 'nonsense']) expect(await refused(office.post('/endpoints', { ...body, url }))).toMatchObject({ body: { code: 'endpoint:address' } });
    expect((await someone.get<{ items: { event: string }[] }>('/events')).items.map(({ event }) => event)).toEqual(expect.arrayContaining(['contest:set-up', 'entry:submitted', 'endpoint:added']));
  });
});

describe('what messages may reach', () => {
  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ...['127.0.0.1', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '0.0.0.0', '100.64.0.1', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:7f00:1::'].map((address) => [address, false] as const),
  ] as const)('%s: %s', (address, may) => expect(mayReach(address, [])).toBe(may));

  it('is what was named of the inside, and nothing beside it', () => {
    expect([mayReach('10.1.2.3', ['10.1.0.0/16']), mayReach('10.2.2.3', ['10.1.0.0/16']), mayReach('::1', ['10.1.0.0/16'])]).toEqual([true, false, false]);
  });

  it('is judged as a name is resolved, and a plain address is refused, where no network inside was named', async () => {
    const outside = await receiver();
    const service = await startTestService();
    const office = await service.office();
    expect(await refused(office.post('/endpoints', { name: '接收', kind: 'webhook', url: outside.at('/x'), events: ['*'] }))).toMatchObject({ body: { code: 'endpoint:address' } });
    const { id } = await office.post('/endpoints', { name: '内部', kind: 'webhook', url: 'https://localhost:1/', events: ['contest:set-up'] });
    const { id: numbered } = await office.post('/endpoints', { name: '内部', kind: 'webhook', url: 'https://[::ffff:127.0.0.1]:1/', events: ['contest:set-up'] });
    await office.post('/contests', { name: '事件赛', edition: 1 });
    await service.settle();
    await service.app.get(Dispatcher).sendDue();
    for (const one of [id, numbered]) expect((await office.get<{ items: { lastError: string }[] }>(`/endpoints/${one}/dispatches`)).items).toMatchObject([{ lastError: expect.stringContaining('inside') as string }]);
    expect(outside.got).toEqual([]);
    await service.stop();
    await outside.close();
  });
});
