import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, openCall } from '../support/chain.js';
import { Contests } from '../support/contest.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';

interface Reports {
  readonly items: readonly { readonly id: string; readonly entry: string; readonly service: string; readonly percent: number; readonly submission: number; readonly latest: boolean; readonly sources: object[]; readonly link: string | null; readonly note: string | null }[];
}

describe('what outside services find of an entry elsewhere', () => {
  let service: TestService;
  let office: Visitor;
  let call: string;
  let entered: { team: Visitor; entry: string; project: string };
  const reports = async () => (await office.get<Reports>(`/calls/${call}/originality-reports`)).items;

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    call = await openCall(office);
    entered = await new Contests(service, office).enterIn(call);
  });
  afterAll(() => service.stop());

  it('comes in by the service’s own key, names what it checked, and is replaced by its next report on the same', async () => {
    const { key } = await office.post<{ key: string }>('/keys', { name: '查重服务', scopes: ['originality:write'], expiresAt: '2025-06-01T00:00:00+08:00' });
    const send = (body: object) => fetch(`${service.config.baseUrl}/api/entries/${entered.entry}/originality-reports`, { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect((await send({ service: '维普', percent: 41.5, link: 'https://check.example/1', sources: [{ title: '示例网页', percent: 30, link: 'https://page.example/' }, { title: '示例论文', percent: 11.5 }] })).status).toBe(201);
    expect(await reports()).toMatchObject([{ entry: entered.entry, service: '维普', percent: 41.5, submission: 1, latest: true, link: 'https://check.example/1', sources: [{ title: '示例网页', percent: 30, link: 'https://page.example/' }, { title: '示例论文', percent: 11.5 }] }]);
    await send({ service: '维普', percent: 12 });
    await send({ service: '知网', percent: 20 });
    expect((await reports()).map(({ service: by, percent }) => [by, percent])).toEqual([['知网', 20], ['维普', 12]]);
    await entered.team.patch(`/entries/${entered.entry}`, { title: '改过的项目', facts: ELIGIBLE });
    await entered.team.post(`/entries/${entered.entry}/submit`);
    await send({ service: '维普', percent: 5 });
    expect((await reports()).map(({ percent, submission, latest }) => [percent, submission, latest])).toEqual([[20, 1, false], [12, 1, false], [5, 2, true]]);
    await send({ service: '知网', percent: 19, submission: 1 });
    expect((await reports())[0]).toMatchObject({ percent: 19, submission: 1, latest: false });
  });

  it('is asked for of a call, or of one of its entries', async () => {
    const of = async (entry: string) => (await office.get<Reports>(`/calls/${call}/originality-reports?entry=${entry}`)).items;
    expect(await of(entered.entry)).toEqual(await reports());
    expect(await of(call)).toEqual([]);
  });

  it('is looked at and let be by the office, and seen by nobody else', async () => {
    const [most] = await reports();
    await office.post(`/entries/${entered.entry}/originality-reports/${most!.id}/dismiss`, { note: '引用了自己的专利' });
    expect((await reports())[0]!.note).toBe('引用了自己的专利');
    expect((await refused(entered.team.get(`/calls/${call}/originality-reports`))).status).toBe(404);
    expect((await refused(entered.team.post(`/entries/${entered.entry}/originality-reports`, { service: '自己', percent: 0 }))).status).toBe(403);
    expect(JSON.stringify(await entered.team.get(`/entries/${entered.entry}`))).not.toContain('维普');
    const history = (who: Visitor) => who.get<object>(`/projects/${entered.project}/history`).then((shown) => JSON.stringify(shown));
    expect([(await history(office)).includes('originality-reported'), (await history(entered.team)).includes('originality')]).toEqual([true, false]);
  });

  it('is refused where it can’t be: more than all, an address that is none, a hand-in that was not made', async () => {
    const send = (body: object) => refused(office.post(`/entries/${entered.entry}/originality-reports`, { service: '维普', percent: 1, ...body }));
    for (const body of [{ percent: 101 }, { percent: -1 }, { link: 'javascript:alert(1)' }, { sources: [{ title: 'x', percent: 200 }] }]) expect((await send(body)).status).toBe(422);
    expect((await send({ link: 'javascript:alert(1)' })).body).toMatchObject({ errors: [{ field: 'link', message: '应为以 http:// 或 https:// 开头的网址。' }] });
    expect((await send({ submission: 9 })).status).toBe(404);
    const drafted = await entered.team.post(`/calls/${call}/entries`, { title: '草稿', abstract: '摘要', facts: {} });
    expect((await refused(office.post(`/entries/${drafted.id}/originality-reports`, { service: '维普', percent: 1 }))).status).toBe(404);
    expect((await refused(office.post(`/entries/${entered.entry}/originality-reports/${entered.entry}/dismiss`, { note: '没有' }))).status).toBe(404);
  });
});
