import { Mail, Texts } from '#notify';
import { pause } from '#platform';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Contests } from '../support/contest.js';
import { ELIGIBLE, openCall } from '../support/chain.js';
import { mailServer, messageId } from '../support/mail-server.js';
import { refused } from '../support/refused.js';
import { freePort, startTestService, type TestService } from '../support/service.js';

interface Taken {
  readonly mobile: string;
  readonly content: string;
  readonly request: string;
}

/** A gateway of text messages as operators have them: it takes JSON with a key, and answers 200 also to what it refuses. */
async function gateway() {
  const taken: Taken[] = [];
  const state: { answer: string; status: number } = { answer: '{"code":0}', status: 200 };
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      if (request.headers['authorization'] !== 'Bearer sesame') return response.writeHead(401).end();
      if (state.status === 200 && state.answer.includes('"code":0')) taken.push(JSON.parse(text) as Taken);
      response.writeHead(state.status, { 'content-type': 'application/json' }).end(state.answer);
    });
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return { taken, state, url: `http://127.0.0.1:${port}/send`, close: () => new Promise((done) => server.close(done)) };
}

describe('text messages', () => {
  let sms: Awaited<ReturnType<typeof gateway>>;
  let folder: string;
  let service: TestService;
  beforeAll(async () => {
    sms = await gateway();
    folder = mkdtempSync(join(tmpdir(), 'trellis-texts-'));
    writeFileSync(join(folder, 'gateway.json'), JSON.stringify({ url: sms.url, headers: { authorization: 'Bearer sesame' }, body: '{"mobile":"{to}","content":"【测试】{text}","request":"{id}"}', taken: '"code":0' }));
    service = await startTestService({ environment: { TEXTS_FILE: join(folder, 'gateway.json'), TEXTS_A_SECOND: '1000' } });
  });
  afterAll(async () => {
    await service.stop();
    await sms.close();
    rmSync(folder, { recursive: true });
  });
  const sent = async () => {
    await service.settle();
    // The clockwork may be sending at this moment.
    for (let tries = 0; tries < 500 && (await waiting()) > 0; tries++) {
      await service.app.get(Texts).sendDue();
      await pause(20);
    }
    return sms.taken.splice(0);
  };
  const waiting = async () => Number((await service.database.pool.query<{ n: string }>("SELECT count(*) AS n FROM delivery WHERE channel = 'text' AND state = 'waiting'")).rows[0]?.n);

  it('go to a number only after its owner typed the code that was sent there, and carry what is urgent', async () => {
    const office = await service.office();
    const call = await openCall(office);
    const team = await service.visitor('kuang').signUp();
    const entry = await team.post<{ id: string }>(`/calls/${call}/entries`, { title: '引号"与反斜\\杠', abstract: '摘要', organisation: '单位', facts: ELIGIBLE });
    expect(await refused(team.post(`/people/${team.id}/phone`, { phone: '12345' }))).toMatchObject({ body: { code: 'phone:wrong' } });
    await team.post(`/people/${team.id}/phone`, { phone: '138 0000 0001' });
    expect(await refused(team.post(`/people/${team.id}/phone`, { phone: '13800000002' }))).toMatchObject({ body: { code: 'phone:too-soon' } });
    const [message] = await sent();
    expect(message).toMatchObject({ mobile: '+8613800000001', content: expect.stringMatching(/^【测试】验证码 \d{6}/) });
    const code = /\d{6}/.exec(message!.content)![0];
    // The code is nowhere to be read but on the phone.
    expect(JSON.stringify(await team.get('/notifications'))).not.toContain(code);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await refused(team.post(`/people/${team.id}/phone/confirm`, { code: wrong }))).toMatchObject({ body: { code: 'phone:wrong-code' } });
    expect((await team.get<{ phone: string | null }>('/me')).phone).toBeNull();
    await team.post(`/people/${team.id}/phone/confirm`, { code });
    expect((await team.get<{ phone: string | null }>('/me')).phone).toBe('+8613800000001');

    await team.post(`/entries/${entry.id}/submit`);
    expect(await sent()).toEqual([]);
    await office.post(`/entries/${entry.id}/return`, { until: '2025-03-20T18:00:00+08:00', reason: '请补盖章页' });
    expect(await sent()).toMatchObject([{ mobile: '+8613800000001', content: '【测试】《引号"与反斜\\杠》需要修改' }]);
    await team.delete(`/people/${team.id}/phone`);
    expect((await team.get<{ phone: string | null }>('/me')).phone).toBeNull();
  });

  it('take no more codes after five wrong ones, or after ten minutes', async () => {
    const wang = await service.visitor('wang').signUp();
    await wang.post(`/people/${wang.id}/phone`, { phone: '+8613900000001' });
    const code = /\d{6}/.exec((await sent()).find(({ mobile }) => mobile === '+8613900000001')!.content)![0];
    const wrong = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n++) expect(await refused(wang.post(`/people/${wang.id}/phone/confirm`, { code: wrong }))).toMatchObject({ body: { code: 'phone:wrong-code' } });
    expect(await refused(wang.post(`/people/${wang.id}/phone/confirm`, { code }))).toMatchObject({ body: { code: 'phone:no-code' } });
    await service.moveTo('2025-03-03T09:02:00+08:00');
    await wang.post(`/people/${wang.id}/phone`, { phone: '+8613900000001' });
    const next = /\d{6}/.exec((await sent()).find(({ mobile }) => mobile === '+8613900000001')!.content)![0];
    await service.moveTo('2025-03-03T09:13:00+08:00');
    expect(await refused(wang.post(`/people/${wang.id}/phone/confirm`, { code: next }))).toMatchObject({ body: { code: 'phone:no-code' } });
  });

  it('are tried again where the gateway says no in an answer of 200, and given up where it will never take them', async () => {
    const li = await service.visitor('li').signUp();
    sms.state.answer = '{"code":7,"msg":"busy"}';
    await li.post(`/people/${li.id}/phone`, { phone: '13700000001' });
    await service.settle();
    const state = async () => (await service.database.pool.query<{ state: string; last_error: string | null; notification_id: string }>("SELECT state, last_error, notification_id FROM delivery WHERE channel = 'text' AND person_id = $1", [li.id])).rows[0]!;
    const until = async (done: (row: Awaited<ReturnType<typeof state>>) => boolean) => {
      for (let tries = 0; tries < 500 && !done(await state()); tries++) await pause(20);
      return state();
    };
    expect(await until(({ last_error: error }) => error !== null)).toMatchObject({ state: 'waiting', last_error: expect.stringContaining('busy') });
    sms.state.status = 400;
    await service.database.pool.query("UPDATE delivery SET try_at = to_timestamp(0) WHERE channel = 'text'");
    expect(await until(({ state: is }) => is === 'failed')).toMatchObject({ state: 'failed' });
    Object.assign(sms.state, { answer: '{"code":0}', status: 200 });
    const { notification_id: id } = await state();
    await service.visitor('office').signIn().then((office) => office.post(`/deliveries/${id}/resend`));
    expect((await sent()).map(({ request }) => request)).toEqual([id]);
  });

  it('are not promised where no gateway is set', async () => {
    const plain = await startTestService();
    const someone = await plain.visitor('someone').signUp();
    expect(await refused(someone.post(`/people/${someone.id}/phone`, { phone: '13800000001' }))).toMatchObject({ body: { code: 'phone:no-texts' } });
    await plain.stop();
  });
});

describe('a mail that comes back', () => {
  it('shows as returned with the server’s words, and its address gets no more after the third', async () => {
    const smtp = await mailServer();
    const service = await startTestService({ environment: { SMTP_URL: smtp.url, BOUNCES_TO: 'bounces@district.example' } });
    const office = await service.office();
    const contests = new Contests(service, office);
    const call = await openCall(office);
    const { entry, team } = await contests.enterIn(call);
    await office.post(`/entries/${entry}/return`, { until: '2025-03-20T18:00:00+08:00', reason: '请补盖章页' });
    const sent = async (count: number) => {
      await service.settle();
      for (let tries = 0; tries < 500 && smtp.received.filter(({ to }) => to === team.email).length < count; tries++) {
        await service.app.get(Mail).sendDue();
        await pause(20);
      }
      return smtp.received.filter(({ to }) => to === team.email);
    };
    const [first, second, third] = await sent(3);
    const back = (id: string, action = 'failed') =>
      Buffer.from(
        [
          'From: MAILER-DAEMON@mx.example', 'To: bounces@district.example', 'Subject: Undelivered Mail Returned to Sender', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
          '--b', 'Content-Type: text/plain', '', 'I could not deliver it.', '',
          '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '', `Final-Recipient: rfc822; someone@test.example`, `Action: ${action}`, 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1', ' no such user here', '',
          '--b', 'Content-Type: message/rfc822', '', 'From: trellis@localhost', `Message-ID: <${id}>`, 'Subject: hello', '', 'text', '', '--b--', '',
        ].join('\r\n'),
      );
    const give = (message: Buffer, by = office) => by.raw('POST', '/deliveries/bounces', { 'content-type': 'application/octet-stream' }, message);
    expect(((await (await give(Buffer.from('Subject: holiday\r\n\r\nI am away'))).json()) as { code: string }).code).toBe('delivery:no-bounce');
    expect((await give(back(messageId(first!), 'delayed'))).status).toBe(422);
    expect((await give(back(messageId(first!)), await service.visitor('stranger').signUp())).status).toBe(403);
    expect(await (await give(back(messageId(first!)))).json()).toEqual({ notices: 1 });
    const returned = await office.get<{ items: { address: string; lastError: string }[] }>('/deliveries?state=bounced');
    expect(returned.items).toMatchObject([{ address: team.email, lastError: '5.1.1 smtp; 550 5.1.1 no such user here' }]);

    for (const mail of [second!, third!]) expect(await (await give(back(messageId(mail)))).json()).toEqual({ notices: 1 });
    await office.post(`/entries/${entry}/disqualify`, { reason: '不符合申报条件' });
    await service.settle();
    const last = async () => (await service.database.pool.query<{ state: string; last_error: string }>("SELECT state, last_error FROM delivery WHERE address = $1 AND state NOT IN ('sent', 'bounced')", [team.email])).rows;
    for (let tries = 0; tries < 500 && (await last())[0]?.state !== 'failed'; tries++) await service.app.get(Mail).sendDue();
    expect(await last()).toEqual([{ state: 'failed', last_error: 'three messages to this address came back within 30 days' }]);
    await service.stop();
    await smtp.close();
  });
});
