import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { openCall } from '../support/chain.js';
import { begin, COMPLETE, DRAFT, FIRM, see } from '../support/entries.js';
import { FORM, upload } from '../support/form.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
let office: Visitor;

beforeAll(async () => {
  service = await startTestService();
  office = await service.office();
});
afterAll(() => service.stop());

let people = 0;
const someone = () => service.visitor(`person${++people}`).signUp();

describe('the deadline', () => {
  let day = 5;

  it.each([
    ['refuse', 0, 0, 409, false],
    ['grace', 10, 10 * 60 - 1, 200, false],
    ['grace', 10, 10 * 60, 409, false],
    ['mark', 60, -1, 200, false],
    ['mark', 60, 0, 200, true],
  ])('%s for %i minutes: %i seconds after the closing time it answers %i, late: %s', async (lateRule, lateMinutes, seconds, status, late) => {
    const closing = new Date(`2025-03-${String(++day).padStart(2, '0')}T18:00:00+08:00`);
    service.clock.moveTo(new Date(closing.getTime() - 3_600_000));
    const call = await openCall(office, { closesAt: closing.toISOString(), lateRule, lateMinutes });
    const team = await someone();
    const { id } = await begin(team, call);
    service.clock.moveTo(new Date(closing.getTime() + seconds * 1000));
    expect(await team.post(`/entries/${id}/submit`).then(() => 200, (problem: { status: number }) => problem.status)).toBe(status);
    if (status === 200) expect((await see(team, id)).late).toBe(late);
  });

  it('opens a call at its time, reminds of what is not sent, can be prolonged, and closes at its last instant', async () => {
    service.clock.moveTo(new Date('2025-03-10T23:00:00+08:00'));
    const call = await openCall(office, { opensAt: '2025-03-11T09:00:00+08:00', closesAt: '2025-03-20T18:00:00+08:00' });
    const team = await someone();
    expect((await refused(begin(team, call))).body.code).toBe('call:not-open');
    await service.moveTo('2025-03-11T09:00:00+08:00');
    const sent = await begin(team, call);
    await team.post(`/entries/${sent.id}/submit`);
    service.clock.moveTo(new Date('2025-03-11T10:00:00+08:00'));
    await team.patch(`/entries/${sent.id}`, { title: '改过的标题' });
    expect((await see(team, sent.id)).unsentChanges).toBe(true);
    const late = await someone();
    const unsent = await begin(late, call);
    await office.patch(`/calls/${call}/closing`, { closesAt: '2025-03-25T18:00:00+08:00', reason: '应多方要求延期' });
    await service.moveTo('2025-03-24T18:00:00+08:00');
    const kinds = async (who: Visitor) => (await who.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind);
    expect(await kinds(team)).toContain('entry-unsent');
    expect(await kinds(late)).toContain('entry-unsent');
    await service.moveTo('2025-03-25T18:00:00+08:00');
    expect((await see(late, unsent.id)).state).toBe('lapsed');
    // What was handed in counts, not what was written since.
    const { items } = await team.get<{ items: { content: { title: string } }[] }>(`/entries/${sent.id}/submissions`);
    expect(items.map(({ content }) => content.title)).toEqual([DRAFT.title]);
    expect(await late.get<object>(`/entries/${unsent.id}/standing`)).toMatchObject({ now: { zh: '未提交' }, turn: 'team' });
  });
});

describe('what the office does with an entry', () => {
  let call: string;
  let team: Visitor;
  let entry: { id: string; project: string };

  beforeAll(async () => {
    service.clock.moveTo(new Date('2025-04-01T09:00:00+08:00'));
    call = await openCall(office, { closesAt: '2025-04-10T18:00:00+08:00', declaration: { zh: '我承诺内容真实', en: 'What I say is true' } });
    team = await someone();
    entry = await begin(team, call);
  });

  it('needs the declaration accepted, and takes it up again until the deadline', async () => {
    expect((await refused(team.post(`/entries/${entry.id}/submit`))).body.code).toBe('entry:declaration-missing');
    await team.post(`/entries/${entry.id}/submit`, { declaration: true });
    await team.patch(`/entries/${entry.id}`, { title: '再次提交' });
    const { receipt } = await team.post<{ receipt: { number: number; declaration: string } }>(`/entries/${entry.id}/submit`, { declaration: true });
    expect(receipt).toMatchObject({ number: 2, declaration: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('gives it back with a date; not corrected by then, what was handed in counts', async () => {
    await service.moveTo('2025-04-10T18:00:00+08:00');
    await office.post(`/entries/${entry.id}/return`, { until: '2025-04-12T18:00:00+08:00', reason: '请补充市场部分' });
    expect(await team.get<object>(`/entries/${entry.id}/standing`)).toMatchObject({ turn: 'team', at: '2025-04-12T10:00:00.000Z' });
    await team.patch(`/entries/${entry.id}`, { title: '更正后' });
    await team.post(`/entries/${entry.id}/submit`, { declaration: true });
    expect(await see(team, entry.id)).toMatchObject({ state: 'submitted', late: false });
    await office.post(`/entries/${entry.id}/return`, { until: '2025-04-12T18:00:00+08:00', reason: '请再看一遍' });
    await service.moveTo('2025-04-12T18:00:00+08:00');
    expect((await see(team, entry.id)).state).toBe('submitted');
    expect((await refused(team.patch(`/entries/${entry.id}`, { title: '过期' }))).body.code).toBe('call:over');
  });

  it('takes it out with a reason, and back; the team hears of each', async () => {
    await office.post(`/entries/${entry.id}/disqualify`, { reason: '资料不实' });
    expect(await team.get<object>(`/entries/${entry.id}/standing`)).toMatchObject({ turn: 'nobody', next: null });
    await office.post(`/entries/${entry.id}/readmit`, { reason: '核实无误' });
    await service.settle();
    const kinds = (await team.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind);
    for (const kind of ['entry-returned', 'correction-ended', 'entry-disqualified', 'entry-readmitted']) expect(kinds).toContain(kind);
  });

  it('answers questions, privately or for all', async () => {
    const other = await someone();
    const { id } = await team.post(`/calls/${call}/questions`, { text: '外地团队可以参赛吗？' });
    expect(await other.all(`/calls/${call}/questions`)).toEqual([]);
    await office.post(`/questions/${id}/answer`, { answer: '可以', forAll: false });
    expect(await other.all(`/calls/${call}/questions`)).toEqual([]);
    expect(await team.all(`/calls/${call}/questions`)).toMatchObject([{ answer: '可以' }]);
    await office.post(`/questions/${id}/answer`, { answer: '可以，请在获奖后落户', forAll: true });
    const [shown] = await service.visitor('nobody').all<{ id: string; answer: string; askedBy?: string }>(`/calls/${call}/questions`);
    expect(shown).toMatchObject({ answer: '可以，请在获奖后落户' });
    expect(shown!.askedBy).toBeUndefined();
    expect((await refused(other.post(`/questions/${id}/answer`, { answer: 'x', forAll: true }))).status).toBe(403);
  });
});

describe('limits and carrying over', () => {
  beforeAll(() => service.clock.moveTo(new Date('2025-05-05T09:00:00+08:00')));
  const closing = { closesAt: '2025-06-30T18:00:00+08:00' };

  it('holds people and organisations to their number of entries, also at once', async () => {
    const call = await openCall(office, { ...closing, entriesPerPerson: 1, entriesPerOrganisation: 2, form: FORM });
    const team = await someone();
    const begun = await Promise.allSettled([begin(team, call), begin(team, call), begin(team, call)]);
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const teams = await Promise.all([1, 2, 3, 4].map(someone));
    const entries = await Promise.all(teams.map((one) => begin(one, call, { answers: { ...COMPLETE, firm: FIRM } })));
    const sent = await Promise.allSettled(teams.map((one, i) => one.post(`/entries/${entries[i]!.id}/submit`)));
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const outcome of sent) if (outcome.status === 'rejected') expect((outcome.reason as { body: { code: string } }).body.code).toBe('entry:too-many-of-organisation');
  });

  it('lets those whose address is verified hand in, where the call asks for it', async () => {
    const call = await openCall(office, { ...closing, verifiedOnly: true });
    const team = await someone();
    const { id } = await begin(team, call);
    expect((await refused(team.post(`/entries/${id}/submit`))).body.code).toBe('entry:address-unverified');
    const token = service.link('address', team.id);
    await service.visitor('nobody').post(`/addresses/by-link/${token}`);
    await team.post(`/entries/${id}/submit`);
  });

  it('carries an entry over to another group with its answers, files and history', async () => {
    const from = await openCall(office, { ...closing, form: FORM });
    const to = await openCall(office, { ...closing, group: 'growth', form: FORM });
    const team = await someone();
    const { id, project } = await begin(team, from, { answers: { ...COMPLETE, nickname: '小薄' } });
    const { file } = await team.post<{ file: string }>(`/entries/${id}/files`, { field: 'papers', upload: await upload(team, 'a.txt', Buffer.from('附件内容')) });
    const carried = await team.post<{ id: string; project: string }>(`/entries/${id}/carry-over`, { to });
    expect(carried.project).toBe(project);
    expect((await see(team, id)).state).toBe('moved');
    const there = await see(team, carried.id);
    expect(there).toMatchObject({ state: 'draft', answers: { ...COMPLETE, nickname: '小薄' } });
    expect(there.files).toHaveLength(1);
    expect(there.files[0]!.id).not.toBe(file);
    const history = await team.get<{ entries: { id: string; carriedFrom: string | null }[] }>(`/projects/${project}/history`);
    expect(history.entries.map(({ id: one, carriedFrom }) => [one, carriedFrom])).toEqual([[id, null], [carried.id, id]]);
  });

  it('makes the next edition from this one', async () => {
    const call = await openCall(office, { ...closing, form: FORM, awards: 2, shortlist: 3, prizes: [{ name: '一等奖', places: 1, money: 10_000_000 }, { name: '二等奖', places: 1 }], timeline: [{ name: { zh: '路演', en: 'Pitch' }, at: '2025-07-10T09:00:00+08:00' }] });
    const { contest } = await office.get<{ contest: { id: string; name: string } }>(`/calls/${call}`);
    await office.put(`/contests/${contest.id}/description`, { sponsors: [{ name: '示例集团', kind: 'sponsor', link: 'https://example.org' }], uppers: [{ name: '示例市赛', level: 'city' }] });
    const { id } = await office.post(`/contests/${contest.id}/clone`, { edition: 199 });
    const next = (await office.all<{ id: string; contest: { id: string; uppers: object[] }; closesAt: string; state: string; timeline: { at: string }[]; prizes: object[]; formVersion: number }>('/calls')).find((one) => one.contest.id === id)!;
    expect(next).toMatchObject({ state: 'draft', closesAt: '2026-06-29T10:00:00.000Z', timeline: [{ at: '2026-07-09T01:00:00.000Z' }], prizes: [{ name: '一等奖' }, { name: '二等奖' }], formVersion: 1, contest: { uppers: [{ name: '示例市赛' }] } });
    expect((await refused(office.post(`/contests/${contest.id}/clone`, { edition: 199 }))).body.code).toBe('contest:edition-exists');
    expect((await refused(office.put(`/calls/${next.id}`, { ...closing }))).status).toBe(422);
  });
});

describe('like entries', () => {
  it('are shown to the office side by side, across editions, and never refused', async () => {
    const call = await openCall(office, { closesAt: '2025-06-30T18:00:00+08:00' });
    const later = await openCall(office, { closesAt: '2025-06-30T18:00:00+08:00', group: 'growth' });
    const text = '本项目研发一种面向大功率电子器件的石墨烯高导热薄膜，采用卷对卷工艺连续制备，导热系数达到一千五百瓦每米开尔文，厚度可控制在十微米以内，已在两家手机企业完成验证，计划三年内建成年产一百万平方米的生产线。';
    const other = '项目面向山区特色农产品，建设从种植溯源、冷链仓储到直播销售的数字化平台，服务三百家合作社，已实现年销售额两千万元，带动农户户均增收八千元。';
    const [first, second, third] = [await someone(), await someone(), await someone()];
    const enter = async (who: Visitor, where: string, abstract: string) => {
      const { id } = await begin(who, where, { title: `项目 ${who.name}`, abstract });
      await who.post(`/entries/${id}/submit`);
      await service.settle();
      return id;
    };
    const one = await enter(first, call, text);
    await enter(second, call, other);
    const copy = await enter(third, later, text.replace('两家手机企业', '三家手机厂商'));
    const { items } = await office.get<{ items: { id: string; one: { entry: string }; other: { entry: string }; similarity: number; passages: { ours: string; theirs: string }[]; dismissedBy: string | null }[] }>(`/calls/${later}/near-duplicates`);
    expect(items).toHaveLength(1);
    expect([items[0]!.one.entry, items[0]!.other.entry]).toEqual([copy, one]);
    expect(items[0]!.similarity).toBeGreaterThan(0.7);
    expect(items[0]!.passages[0]!.ours).toContain('石墨烯高导热薄膜');
    await office.post(`/entries/${copy}/near-duplicates/${items[0]!.id}/dismiss`, { note: '同一企业的两个型号' });
    expect((await office.get<{ items: { dismissedBy: string }[] }>(`/calls/${later}/near-duplicates`)).items[0]!.dismissedBy).toBe(office.id);
    expect((await refused(third.get(`/calls/${later}/near-duplicates`))).status).toBe(404);
    const history = JSON.stringify(await third.get<object>(`/projects/${(await see(third, copy) as unknown as { project: string }).project}/history`));
    expect(history).not.toContain('near-duplicate');
  });
});
