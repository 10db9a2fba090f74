import { strFromU8, unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { CALL, openCall, RUBRIC } from '../support/chain.js';
import { Contests } from '../support/contest.js';
import { mailServer, plainText, subjectOf } from '../support/mail-server.js';
import { refused } from '../support/refused.js';
import { markAll, openRound } from '../support/rounds.js';
import { mailsSent, startTestService, type TestService } from '../support/service.js';

interface Names {
  readonly items: readonly { readonly zh: string; readonly en: string }[];
}

interface InUse {
  readonly items: readonly { readonly id: string; readonly names: readonly { readonly zh: string; readonly of: string; readonly en: string | null }[] }[];
}

const ENGLISH = [['测试大赛', 'Test Contest'], ['测试创投大赛', 'Venture Call'], ['创新', 'Novelty'], ['市场', 'Market'], ['特别奖', 'Special Prize'], ['秘密奖', 'Secret Prize']].map(([zh, en]) => ({ zh, en }));

describe('names in two languages', () => {
  let smtp: Awaited<ReturnType<typeof mailServer>>;
  let service: TestService;
  let office: Visitor;
  let contests: Contests;
  let call: string;
  const text = (path: string, language: string) => fetch(`${service.config.baseUrl}${path}`, { headers: { 'accept-language': language } }).then((answer) => answer.text());
  const known = async (who: Visitor) => (await who.get<Names>('/names')).items.map(({ zh }) => zh);

  beforeAll(async () => {
    smtp = await mailServer();
    service = await startTestService({ environment: { SMTP_URL: smtp.url } });
    office = await service.office();
    contests = new Contests(service, office);
    call = await openCall(office, { shortlist: 1, prizes: [{ name: '特别奖', places: 1, money: 100 }] });
    const { contest } = await office.get<{ contest: { id: string } }>(`/calls/${call}`);
    await office.post(`/contests/${contest.id}/calls`, { ...CALL, name: '秘密征集', prizes: [{ name: '秘密奖', places: 1 }] });
    await office.put('/names', { names: ENGLISH });
  });
  afterAll(async () => {
    await service.stop();
    await smtp.close();
  });

  it('are the office’s to give; others read those of what they may see, and no draft’s', async () => {
    const anyone = service.visitor('anyone');
    expect(await known(office)).toEqual(['创新', '市场', '测试创投大赛', '测试大赛', '特别奖', '秘密奖', '网评'].sort());
    expect(await known(anyone)).toEqual(['创新', '市场', '测试创投大赛', '测试大赛', '特别奖', '网评'].sort());
    const team = await contests.someone();
    expect((await refused(team.put('/names', { names: ENGLISH }))).status).toBe(404);
    expect(await team.get<object>('/names/in-use')).toEqual({ items: [] });
    expect((await refused(office.put('/names', { names: [] }))).status).toBe(422);
  });

  it('show the office what has none yet, and go back to what a template brings, or to none', async () => {
    const used = async () => new Map((await office.get<InUse>('/names/in-use')).items[0]!.names.map(({ zh, of, en }) => [zh, [of, en]]));
    const before = await used();
    expect([before.get('秘密征集'), before.get('网评'), before.get('创新'), before.get('特别奖')]).toEqual([['call', null], ['round', 'Online review'], ['criterion', 'Novelty'], ['prize', 'Special Prize']]);
    await office.put('/names', { names: [{ zh: '网评', en: 'Desk review' }, { zh: '秘密奖', en: '' }] });
    const after = await used();
    expect([after.get('网评'), after.get('秘密奖')]).toEqual([['round', 'Desk review'], ['prize', null]]);
    await office.put('/names', { names: [{ zh: '网评', en: '' }] });
    expect((await used()).get('网评')).toEqual(['round', 'Online review']);
  });

  it('are met in pages, calendars and mails in English, and nowhere in Chinese ones', async () => {
    const [zh, en] = await Promise.all(['zh', 'en'].map((language) => text(`/calls/${call}`, language)));
    for (const name of ['Venture Call', 'Test Contest', 'Online review', 'Novelty', 'Special Prize']) expect([zh!.includes(name), en!.includes(name)]).toEqual([false, true]);
    const { contest } = await office.get<{ contest: { id: string } }>(`/calls/${call}`);
    expect(await text(`/api/contests/${contest.id}/calendar.ics`, 'en')).toContain('SUMMARY:Venture Call closes');
    expect(await text(`/api/contests/${contest.id}/calendar.ics`, 'zh')).toContain('SUMMARY:测试创投大赛：截止');

    const reader = await contests.someone();
    await office.post('/judges', { name: reader.name, email: reader.email, fields: ['新材料'] });
    await reader.patch(`/people/${reader.id}`, { language: 'en' });
    await office.post(`/calls/${call}/judges`, { judge: reader.id });
    await mailsSent(service);
    const mail = smtp.received.find((one) => one.to === reader.email && subjectOf(one).includes('judge'));
    expect([subjectOf(mail!), plainText(mail!).includes('测试创投大赛')]).toEqual(['Will you judge "Venture Call"?', false]);
    expect(await (await reader.raw('GET', '/notifications', { 'accept-language': 'en' })).text()).toContain('Will you judge \\"Venture Call\\"?');
  });

  it('stand on the certificate and in the public copy beside the Chinese', async () => {
    for (let n = 0; n < 2; n++) await contests.enterIn(call);
    const judges = [await contests.judgeOf(call), await contests.judgeOf(call)];
    await service.moveTo('2025-04-12T09:00:00+08:00');
    const round = await openRound(service, office, call);
    const scored: string[] = [];
    await markAll(service, judges, round, RUBRIC, (entry) => (scored.includes(entry) ? scored.indexOf(entry) : scored.push(entry) - 1) + 5);
    await office.post(`/calls/${call}/decide`, { overrides: [] });
    await office.post(`/calls/${call}/announce`);
    await service.moveTo('2025-05-30T09:00:00+08:00');
    await service.settle();
    const [award] = (await office.get<{ items: { id: string }[] }>('/awards')).items;
    const document = await getDocumentProxy(new Uint8Array(await (await office.raw('GET', `/awards/${award!.id}/certificate`)).arrayBuffer()));
    const page = await (await document.getPage(1)).getTextContent();
    const words = page.items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(words).toContain('特别奖');
    expect(words).toContain('Special Prize, Test Contest (edition 1), Venture Call');
    const { contest } = await office.get<{ contest: { id: string } }>(`/calls/${call}`);
    const files = unzipSync(new Uint8Array(await (await office.raw('GET', `/contests/${contest.id}/static`)).arrayBuffer()));
    expect(strFromU8(files[`${call}.html`]!)).toContain('特别奖 Special Prize');
  });
});
