import { Mail } from '#notify';
import { pause } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { openCall } from '../support/chain.js';
import { mailServer, messageId, plainText, subjectOf, type Received } from '../support/mail-server.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';

/** The mails are sent whoever of the clockwork and the test gets to it first. */
describe('notices as the district and their readers want them', () => {
  let smtp: Awaited<ReturnType<typeof mailServer>>;
  let service: TestService;
  let office: Visitor;
  let team: Visitor;
  let call: string;
  const to = (who: Visitor, subject: RegExp): Received[] => smtp.received.filter((mail) => mail.to === who.email && subject.test(subjectOf(mail)));
  const waiting = async (kind: string) => (await service.database.prisma.delivery.count({ where: { kind, state: 'waiting' } }));
  const send = async () => {
    await service.settle();
    await service.app.get(Mail).sendDue();
    // What the clockwork took at this moment is on its way still.
    const onItsWay = () => service.database.prisma.delivery.count({ where: { state: 'waiting', attempts: { gt: 0 }, lastError: null } });
    for (let tries = 0; (await onItsWay()) > 0 && tries < 500; tries++) await pause(10);
  };
  const ask = async (count: number) => {
    for (let n = 0; n < count; n++) await team.post(`/calls/${call}/questions`, { text: `能否修改题目？${n}` });
  };

  beforeAll(async () => {
    smtp = await mailServer();
    service = await startTestService({ environment: { SMTP_URL: smtp.url } });
    office = await service.office();
    team = await service.visitor('wang').signUp();
    call = await openCall(office, { closesAt: '2025-05-30T18:00:00+08:00' });
    await send();
  });
  afterAll(async () => {
    await service.stop();
    await smtp.close();
  });

  it('hold a storm: what repeats itself to one person goes as one mail that lists it, and the rest of ten minutes as another', async () => {
    await ask(40);
    await send();
    await ask(30);
    await send();
    const early = to(office, /./).filter((mail) => plainText(mail).includes('有人就')).length;
    expect(early).toBeLessThanOrEqual(2);
    expect(await waiting('question-asked')).toBeGreaterThanOrEqual(30);
    await service.moveTo('2025-03-03T09:30:00+08:00');
    await send();
    const mails = smtp.received.filter((mail) => mail.to === office.email && plainText(mail).includes('有人就'));
    expect(mails.length).toBe(early + 1);
    expect(await waiting('question-asked')).toBe(0);
    expect(subjectOf(mails.at(-1)!)).toMatch(/^\d+ 条通知/);
    expect(plainText(mails.at(-1)!)).toMatch(/……另有 \d+ 条，请登录查看。/);
    expect(new Set(smtp.received.map(messageId)).size).toBe(smtp.received.length);
    // The inbox has each of them.
    expect((await office.all<{ id: string; kind: string }>('/notifications')).filter(({ kind }) => kind === 'question-asked').length).toBe(70);
  });

  it('come as their reader wants them: gathered at his hour, not at all, or at once; what must reach him always does', async () => {
    expect(await refused(office.put('/notifications/habits', { kinds: [{ kind: 'objection-filed', mail: 'never' }] }))).toMatchObject({ status: 422, body: { code: 'notice:legal' } });
    expect(await refused(office.put('/notifications/habits', { kinds: [{ kind: 'nothing', mail: 'never' }] }))).toMatchObject({ status: 404, body: { code: 'notice:unknown' } });
    await office.put('/notifications/habits', { gatheredAt: '18:00', kinds: [{ kind: 'question-asked', mail: 'daily' }] });
    expect(await office.get('/notifications/habits')).toMatchObject({ gatheredAt: '18:00', quietFrom: null, kinds: expect.arrayContaining([expect.objectContaining({ kind: 'question-asked', wanted: 'daily', always: false })]) as object });
    const before = smtp.received.length;
    await ask(2);
    await send();
    expect([smtp.received.length, await waiting('question-asked')]).toEqual([before, 2]);
    await service.moveTo('2025-03-03T18:00:00+08:00');
    await send();
    expect([smtp.received.length, await waiting('question-asked')]).toEqual([before + 1, 0]);
    await office.put('/notifications/habits', { kinds: [{ kind: '*', mail: 'never' }] });
    await ask(1);
    await send();
    expect(smtp.received.length).toBe(before + 1);
    const unwanted = await office.get<{ items: { kind: string; subject: { zh: string }; about: { id: string } }[] }>('/deliveries?state=unwanted');
    expect(unwanted).toMatchObject({ items: [{ kind: 'question-asked' }] });
    // Opened from the thing that they are about: its own, and no other's.
    const { id: question } = unwanted.items[0]!.about;
    const about = await office.get<{ items: { kind: string; about: { id: string } }[] }>(`/deliveries?about=${question}`);
    expect(about.items.map(({ kind, about: { id } }) => [kind, id])).toEqual(expect.arrayContaining([['question-asked', question]]));
    expect(about.items.every((one) => one.about.id === question)).toBe(true);
    expect(await office.get('/deliveries?about=01900000-0000-7000-8000-000000000000')).toMatchObject({ items: [] });
    expect(unwanted.items[0]!.subject.zh).not.toContain('{');
    await office.put('/notifications/habits', {});
  });

  it('say what the office writes, filled in from real records, and keep their links and places', async () => {
    const words = { zhSubject: '有人问：“{callName}”', zhText: '请尽快答复“{callName}”。', enSubject: 'Asked about "{callName}"', enText: 'Please answer on "{callName}".' };
    const { places } = await office.get<{ places: string[] }>('/notices/question-asked');
    expect(places).toEqual(expect.arrayContaining(['callName']));
    const { items } = await office.post<{ items: { zh: { subject: string; html: string } }[] }>('/notices/question-asked/preview', words);
    expect(items[0]!.zh.subject).toBe('有人问：“测试创投大赛”');
    expect(await refused(office.put('/notices/question-asked', { zhText: '{nobody}' }))).toMatchObject({ status: 422, body: { code: 'notice:place' } });
    expect(await refused(office.put('/notices/judge-invited', { zhText: '请接受邀请' }))).toMatchObject({ body: { code: 'notice:link-missing' } });
    expect(await refused(office.put('/notices/judge-invited', { mail: 'daily' }))).toMatchObject({ body: { code: 'notice:legal' } });
    expect(await refused(team.put('/notices/question-asked', words))).toMatchObject({ status: 404 });
    await office.put('/notices/question-asked', words);
    await service.moveTo('2025-03-03T19:00:00+08:00');
    await ask(1);
    await send();
    expect(to(office, /有人问/).length).toBe(1);
    expect((await office.all<{ id: string; subject: string }>('/notifications'))[0]!.subject).toBe('有人问：“测试创投大赛”');
    await office.put('/notices/question-asked', { zhSubject: '', zhText: '', enSubject: '', enText: '' });
    expect((await office.all<{ id: string; subject: string }>('/notifications'))[0]!.subject).not.toContain('有人问');
  });

  it('fail at once where the server will never take them, and can be sent again by hand', async () => {
    smtp.state.refusing = 550;
    await service.moveTo('2025-03-03T20:00:00+08:00');
    await ask(1);
    await send();
    const failed = await office.get<{ items: { notification: string; lastError: string; attempts: number }[] }>('/deliveries?state=failed');
    expect(failed.items).toMatchObject([{ attempts: 1, lastError: expect.stringContaining('550') as string }]);
    smtp.state.refusing = null;
    await office.post(`/deliveries/${failed.items[0]!.notification}/resend`);
    await send();
    expect((await office.get<{ items: object[] }>('/deliveries?state=failed')).items).toEqual([]);
    expect(smtp.received.filter((mail) => messageId(mail).startsWith(failed.items[0]!.notification)).length).toBe(1);
  });
});
