import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { RUBRIC, type SheetItem } from '../support/chain.js';
import { Contests } from '../support/contest.js';
import { FORM } from '../support/form.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
let office: Visitor;
let contests: Contests;

beforeAll(async () => {
  service = await startTestService();
  office = await service.office();
  contests = new Contests(service, office);
});
afterAll(() => service.stop());

describe('who may see what', () => {
  it('never tells a judge who is behind an entry, in any answer, before the round closes', async () => {
    const secret = { organisation: '秘密单位甲', nickname: '秘密昵称乙', member: '秘密成员丙', phone: '13900001111', firm: '秘密企业丁' };
    const answers = { plan: '方案', stage: 'idea', nickname: secret.nickname, phone: secret.phone, members: [{ name: secret.member, email: 'secret@team.example' }], firm: { name: secret.firm, creditCode: '91350100M000100Y43' } };
    const { call } = await contests.closedCall(0, { form: FORM }, async (at) => [await contests.enterIn(at, { organisation: secret.organisation, answers }), await contests.enterIn(at, { answers: { plan: '方案', stage: 'idea' } })]);
    const judge = await contests.judgeOf(call);
    const bidding = await judge.get<{ items: object[]; organisations: string[] }>(`/judge-invitations/${judge.invitation}/entries`);
    // Organisations stand apart, so that a conflict can be declared; nothing links them to titles.
    expect(bidding.organisations).toEqual([secret.organisation]);
    const round = await contests.propose(call, { reviewsPerEntry: 1 });
    await office.post(`/rounds/${round}/open`);
    const sheets = await judge.all<SheetItem>('/score-sheets');
    expect(sheets).toHaveLength(2);
    const paths = ['/score-sheets', '/judge-invitations', '/entries', '/me', '/notifications', '/calls', `/calls/${call}`, `/calls/${call}/form`, `/calls/${call}/questions`, '/projects', '/people', '/judges', '/organisations', ...sheets.flatMap(({ id, entry }) => [`/entries/${entry.id}`, `/entries/${entry.id}/submissions`, `/entries/${entry.id}/revisions`, `/entries/${entry.id}/standing`, `/entries/${entry.id}/receipt`, `/rounds/${round}`, `/rounds/${round}/proposal`, `/score-sheets/${id}`, `/calls/${call}/findings`, `/calls/${call}/near-duplicates`])];
    for (const path of paths) {
      const body = await (await judge.raw('GET', path)).text();
      for (const word of [...Object.values(secret), 'secret@team.example']) expect([path, body.includes(word)]).toEqual([path, false]);
    }
    expect(JSON.stringify(bidding.items)).not.toContain(secret.organisation);
  });

  it('declares conflicts with an organisation for all its entries, without being told which', async () => {
    const { call, entries } = await contests.closedCall(0, {}, async (at) => [await contests.enterIn(at, { organisation: '示例公司子' }), await contests.enterIn(at)]);
    const [judge, other] = [await contests.judgeOf(call), await contests.judgeOf(call)];
    await judge.put(`/judge-invitations/${judge.invitation}/bids`, { bids: [], conflicts: [{ organisation: '示例公司子', reason: '曾任顾问' }] });
    const { items } = await judge.get<{ items: { entry: string }[] }>(`/judge-invitations/${judge.invitation}/entries`);
    expect(items.map(({ entry }) => entry)).toEqual([entries[1]!.entry]);
    const round = await contests.propose(call, { reviewsPerEntry: 1 });
    expect(await contests.pairsOf(round)).toContain(`${entries[0]!.entry} ${other.id}`);
  });

  it('keeps an officer from the judges and marks of entries he is too near to, and another decides', async () => {
    const owner = await office.post<{ organisation: string }>('/organisations', { name: '示例母单位' });
    const own = await office.post<{ organisation: string }>('/organisations', { name: '示例同单位', parent: owner.organisation });
    await office.post('/organisations', { name: '示例子单位', parent: own.organisation });
    const { call, entries } = await contests.closedCall(0, {}, async (at) => [await contests.enterIn(at, { organisation: '示例同单位' }), await contests.enterIn(at), await contests.enterIn(at)]);
    const officer = await contests.someone();
    await office.post(`/people/${officer.id}/roles`, { role: 'administrator' });
    await officer.post(`/people/${officer.id}/ties`, { kind: 'relative', project: entries[0]!.project });
    const judges = await Promise.all([contests.judgeOf(call), contests.judgeOf(call)]);
    const round = await contests.propose(call, { reviewsPerEntry: 2 });
    const hidden = entries[0]!.entry;
    expect(JSON.stringify(await officer.get<object>(`/rounds/${round}/proposal`))).not.toContain(hidden);
    await office.post(`/rounds/${round}/open`);
    for (const [j, judge] of judges.entries()) for (const { id, entry } of await judge.all<SheetItem>('/score-sheets')) await judge.post(`/score-sheets/${id}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: entry.id === hidden ? 9 : entry.id === entries[1]!.entry ? 10 : 5 + j })) });
    await service.settle();
    const seen = await officer.get<{ standings: { entry: string; rank: number }[]; sheets: number }>(`/rounds/${round}`);
    // As if it were not there: no gap in the ranks tells that it came second.
    expect(seen.standings.map(({ entry, rank }) => [entry, rank])).toEqual([[entries[1]!.entry, 1], [entries[2]!.entry, 2]]);
    expect(seen.sheets).toBe(4);
    // So it is for one of the same organisation, of the one it belongs to, of one that it owns, and for one of the team.
    const [colleague, above, below, member] = [await contests.someone(), await contests.someone(), await contests.someone(), await contests.someone()];
    await colleague.patch(`/people/${colleague.id}`, { organisation: '示例同单位' });
    await above.patch(`/people/${above.id}`, { organisation: '示例母单位' });
    await below.patch(`/people/${below.id}`, { organisation: '示例子单位' });
    const { token } = await entries[0]!.team.post<{ token: string }>(`/projects/${entries[0]!.project}/team/invitations`, { name: member.name });
    await member.post(`/team-invitations/by-link/${token}`);
    for (const near of [colleague, above, below, member]) {
      await office.post(`/people/${near.id}/roles`, { role: 'administrator' });
      expect((await near.get<{ standings: object[] }>(`/rounds/${round}`)).standings).toHaveLength(2);
      expect((await refused(near.post(`/rounds/${round}/close`))).body.code).toBe('office:in-conflict');
    }
    expect((await office.get<{ standings: object[] }>(`/rounds/${round}`)).standings).toHaveLength(3);
    expect((await officer.all<SheetItem>('/score-sheets')).map(({ entry }) => entry.id)).not.toContain(hidden);
    expect((await refused(officer.post(`/entries/${hidden}/disqualify`, { reason: '理由' }))).status).toBe(403);
    expect((await refused(officer.post(`/calls/${call}/decide`, {}))).body.code).toBe('office:in-conflict');
    await office.post(`/calls/${call}/decide`, { overrides: [] });
    // Decided, but not public: he knows no more of it than its team does, whichever way he asks.
    expect((await officer.get<{ state: string }>(`/entries/${hidden}`)).state).toBe('submitted');
    expect((await officer.all<{ id: string }>(`/entries?call=${call}&state=shortlisted`)).map(({ id }) => id)).not.toContain(hidden);
    expect((await officer.all<{ id: string }>(`/entries?call=${call}&state=submitted`)).map(({ id }) => id)).toContain(hidden);
    expect((await office.all<{ id: string }>(`/entries?call=${call}&state=shortlisted`)).map(({ id }) => id)).toContain(hidden);
    const history = await officer.get<{ entries: { sheets: object[]; rounds: object[] }[] }>(`/projects/${entries[0]!.project}/history`);
    expect(history.entries[0]).toMatchObject({ sheets: [], rounds: [] });
  });

  it('sends winners on to upper contests, whose result comes back onto the project', async () => {
    const { call, entries } = await contests.closedCall(2);
    const { contest } = await office.get<{ contest: { id: string } }>(`/calls/${call}`);
    await office.put(`/contests/${contest.id}/description`, { sponsors: [], uppers: [{ name: '示例市赛', level: 'city' }] });
    const judge = await contests.judgeOf(call);
    const round = await contests.propose(call, { reviewsPerEntry: 1 });
    await office.post(`/rounds/${round}/open`);
    for (const { id, entry } of await judge.all<SheetItem>('/score-sheets')) await judge.post(`/score-sheets/${id}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: entry.id === entries[0]!.entry ? 9 : 5 })), comment: `建议联系${judge.name}` });
    await service.settle();
    expect((await refused(office.post(`/entries/${entries[0]!.entry}/advance`, { upper: '示例市赛' }))).body.code).toBe('entry:not-a-winner');
    await office.post(`/calls/${call}/decide`, {});
    await office.post(`/calls/${call}/announce`);
    expect((await refused(office.post(`/entries/${entries[0]!.entry}/advance`, { upper: '没有的赛事' }))).body.code).toBe('contest:no-upper');
    const { id } = await office.post(`/entries/${entries[0]!.entry}/advance`, { upper: '示例市赛' });
    await office.post(`/advancements/${id}/result`, { result: 'silver', on: '2025-12-01' });
    const history = await entries[0]!.team.get<{ entries: { advancements: object[] }[] }>(`/projects/${entries[0]!.project}/history`);
    expect(history.entries[0]!.advancements).toEqual([{ upper: '示例市赛', level: 'city', result: 'silver', on: '2025-12-01' }]);
    // A judge's name in his comment is pointed out before anyone reads it.
    const findings = (await office.get<{ items: { place: string; name: string }[] }>(`/calls/${call}/findings`)).items;
    expect(findings).toContainEqual(expect.objectContaining({ place: 'comment', name: judge.name }));
  });

  it('keeps a record that verifies, with no dead letters', async () => {
    await service.settle();
    expect(await office.get<object>('/operations/audit')).toMatchObject({ findings: [] });
    expect(await office.get<object>('/operations/dead-letters')).toEqual([]);
  });
});
