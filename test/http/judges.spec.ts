import { workbook } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, openCall, RUBRIC, type SheetItem } from '../support/chain.js';
import { Contests, type JudgeOf } from '../support/contest.js';
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

const MARKS = RUBRIC.map(({ key }) => ({ criterion: key, mark: 7 }));

describe('the pool of judges', () => {
  it('takes people by their address, and from a spreadsheet, as often as it is sent', async () => {
    const rows = [
      ['示例评委甲', 'jia@judges.example', '示例大学', '91350100M000100Y43', '新材料、智能制造', 12],
      ['示例评委乙', 'not-an-address', null, null, '新材料', null],
      ['示例评委丙', 'bing@judges.example', '示例研究院', '91350100M000100Y44', '新材料', null],
      ['示例评委丁', 'ding@judges.example', null, null, '生物医药', null],
      [null, null, null, null, null, null],
      ['示例评委甲', 'JIA@judges.example', null, null, '新材料', null],
    ];
    const sheet = await workbook([{ name: '评委', columns: ['姓名', '邮箱', '单位', '统一社会信用代码', '专业领域', '上限'], rows }]);
    const send = async () => (await office.raw('POST', '/judges/import', { 'content-type': 'application/octet-stream' }, sheet)).json() as Promise<{ entered: number; known: number; wrong: { line: number; problem: { zh: string } }[] }>;
    const first = await send();
    expect(first).toMatchObject({ entered: 2, known: 0 });
    expect(first.wrong.map(({ line }) => line)).toEqual([3, 4, 7]);
    expect(await send()).toMatchObject({ entered: 0, known: 2 });
    const pool = await office.all<{ id: string; name: string; fields: string[]; organisation: string | null; maxEntries: number | null; record: { given: number } }>('/judges?field=%E6%96%B0%E6%9D%90%E6%96%99');
    expect(pool).toMatchObject([{ name: '示例评委甲', fields: ['新材料', '智能制造'], organisation: '示例大学', maxEntries: 12, record: { given: 0 } }]);
    expect((await office.raw('POST', '/judges/import', { 'content-type': 'application/octet-stream' }, Buffer.from('no spreadsheet'))).status).toBe(422);
    const template = await office.raw('GET', '/judges/template.xlsx');
    const sent = await office.raw('POST', '/judges/import', { 'content-type': 'application/octet-stream' }, new Uint8Array(await template.arrayBuffer()));
    expect(await sent.json()).toMatchObject({ entered: 1, wrong: [] });
    expect((await refused((await contests.someone()).post('/judges', { name: 'x', email: 'x@x.example', fields: ['y'] }))).status).toBe(404);
  });

  it('is invited as panels, and by links that need no account; who signs in under another address is one with the invited', async () => {
    const { call, entries } = await contests.closedCall(2);
    const { contest } = await office.get<{ contest: { id: string } }>(`/calls/${call}`);
    const invited = await office.post<{ id: string; person: string }>('/judges', { name: '示例评委戊', email: 'wu@judges.example', fields: ['新材料'] });
    const declining = await office.post<{ id: string; person: string }>('/judges', { name: '示例评委己', email: 'ji@judges.example', fields: ['新材料'] });
    await office.put(`/contests/${contest.id}/panels`, { name: '技术组', judges: [invited.person, declining.person] });
    const edition = (await office.all<{ id: string; panels: { id: string }[] }>('/contests')).find(({ id }) => id === contest.id)!;
    expect(await office.post(`/calls/${call}/panels`, { panel: edition.panels[0]!.id })).toMatchObject({ invited: 2 });
    const invitations = (await office.all<{ id: string; call: string; judge: string; state: string }>('/judge-invitations')).filter((one) => one.call === call);
    const of = (person: string) => invitations.find(({ judge }) => judge === person)!.id;
    const nobody = service.visitor('nobody');
    await nobody.post(`/judge-invitations/by-link/${service.link('judge', of(declining.person))}`, { accept: false });
    const token = service.link('judge', of(invited.person));
    expect(await nobody.get<object>(`/judge-invitations/by-link/${token}`)).toMatchObject({ state: 'invited' });
    // Signed in under an address of his own, he opens the link that was mailed to another: both are his.
    const self = await contests.someone();
    await self.post(`/judge-invitations/by-link/${token}`, { accept: true });
    expect((await self.all<{ id: string; state: string }>('/judge-invitations')).map(({ state }) => state)).toEqual(['accepted']);
    const round = await contests.propose(call, { reviewsPerEntry: 1 });
    expect((await contests.proposal(round)).loads).toEqual([expect.objectContaining({ judge: self.id, entries: entries.length })]);
  });
});

describe('conflicts', () => {
  it('are found before anyone is invited, whatever they come from, and each says why', async () => {
    const { call, entries } = await contests.closedCall(0, { form: FORM }, async (at) => [
      await contests.enterIn(at, { organisation: '示例大学材料学院', answers: { plan: '方案', stage: 'idea' } }),
      await contests.enterIn(at, { organisation: '示例集团子公司', answers: { plan: '方案', stage: 'idea' } }),
      await contests.enterIn(at, { answers: { plan: '方案', stage: 'idea' }, opposed: ['示例对手'] }),
      await contests.enterIn(at, { answers: { plan: '方案', stage: 'idea' } }),
      await contests.enterIn(at, { answers: { plan: '方案', stage: 'idea' } }),
    ]);
    const group = await office.post<{ organisation: string }>('/organisations', { name: '示例集团' });
    await office.post('/organisations', { name: '示例集团子公司', parent: group.organisation });
    const [same, parent, mentor, mate, own] = await Promise.all(Array.from({ length: 5 }, contests.someone)) as [Visitor, Visitor, Visitor, Visitor, Visitor];
    const opposed = await contests.someone();
    await opposed.patch(`/people/${opposed.id}`, { name: '示例 对手' });
    await same.patch(`/people/${same.id}`, { organisation: ' 示例大学材料学院' });
    await parent.patch(`/people/${parent.id}`, { organisation: '示例集团' });
    await mentor.post(`/people/${mentor.id}/ties`, { kind: 'mentor', project: entries[3]!.project });
    // In another project he is in one team with a member of the fifth entry's team.
    const elsewhere = await openCall(office, { closesAt: '2027-01-01T00:00:00Z' });
    const { project } = await mate.post<{ id: string; project: string }>(`/calls/${elsewhere}/entries`, { title: '他项目', abstract: '摘要', facts: ELIGIBLE });
    const join = async (owner: Visitor, of: string, member: Visitor) => member.post(`/team-invitations/by-link/${(await owner.post<{ token: string }>(`/projects/${of}/team/invitations`, { name: member.name })).token}`);
    await join(mate, project, entries[4]!.team);
    await join(entries[4]!.team, entries[4]!.project, own);
    const everyone = [same, parent, opposed, mentor, mate, own];
    const { conflicts, entries: n } = await office.post<{ entries: number; conflicts: { entry: string; judge: string; reasons: string[] }[] }>(`/calls/${call}/conflict-check`, { people: everyone.map(({ id }) => id) });
    expect(n).toBe(5);
    const reasons = (judge: Visitor) => conflicts.filter((one) => one.judge === judge.id).map(({ entry, reasons: why }) => [entries.findIndex((one) => one.entry === entry), ...why]);
    expect([same, parent, opposed, mentor, mate, own].map(reasons)).toEqual([[[0, 'same-organisation']], [[1, 'parent-organisation']], [[2, 'declared-by-team']], [[3, 'tie']], [[4, 'team-mate']], [[4, 'own-team']]]);
    expect((await refused(same.post(`/calls/${call}/conflict-check`, { people: [same.id] }))).status).toBe(404);

    // None of them ever meets his entry: not for bidding, not in an assignment.
    const invitations = await Promise.all(everyone.map(async (judge) => {
      const { id } = await office.post(`/calls/${call}/judges`, { judge: judge.id });
      await judge.post(`/judge-invitations/${id}/answer`, { accept: true });
      return id;
    }));
    for (const [i, judge] of everyone.entries()) {
      const { items } = await judge.get<{ items: { entry: string }[] }>(`/judge-invitations/${invitations[i]}/entries`);
      expect(items.map(({ entry }) => entry)).not.toContain(conflicts.find((one) => one.judge === judge.id)!.entry);
      expect((await refused(judge.put(`/judge-invitations/${invitations[i]}/bids`, { bids: [{ entry: conflicts.find((one) => one.judge === judge.id)!.entry, bid: 2 }], conflicts: [] }))).body.code).toBe('judge:entry-hidden');
    }
    const round = await contests.propose(call, { reviewsPerEntry: 3 });
    const pairs = await contests.pairsOf(round);
    expect(pairs).toHaveLength(15);
    for (const { entry, judge } of conflicts) expect(pairs).not.toContain(`${entry} ${judge}`);
    // A pinned pair is no way around it.
    expect((await refused(office.put(`/rounds/${round}/wishes`, { wishes: [{ entry: conflicts[0]!.entry, judge: conflicts[0]!.judge, wish: 'pin' }] }))).body.code).toBe('assignment:pin-in-conflict');
    // Between solving and publishing a tie is declared: it can't be published as it is.
    const [entry, judge] = pairs.find((pair) => pair.endsWith(mentor.id))!.split(' ') as [string, string];
    await office.post(`/people/${judge}/ties`, { kind: 'relative', project: entries.find((one) => one.entry === entry)!.project });
    expect((await refused(office.post(`/rounds/${round}/open`))).body.code).toBe('assignment:conflict');
    await office.post(`/rounds/${round}/solve`);
    await service.settle();
    expect(await contests.pairsOf(round)).not.toContain(`${entry} ${judge}`);
    await office.post(`/rounds/${round}/open`);
  });

  it('between a judge and a contestant of one name stop the run until the office has settled who is who', async () => {
    const { call, entries } = await contests.closedCall(1);
    const judge = await contests.judgeOf(call);
    await judge.patch(`/people/${judge.id}`, { name: '王 示例' });
    await entries[0]!.team.patch(`/people/${entries[0]!.team.id}`, { name: '王示例' });
    const problem = await refused(office.post(`/calls/${call}/rounds`, { name: '网评', reviewsPerEntry: 1, maxPerJudge: 5 }));
    expect(problem.body.code).toBe('assignment:identity-unsettled');
    expect(problem.body.detail).toContain(entries[0]!.team.id);
    await office.post(`/people/${judge.id}/not-the-same`, { other: entries[0]!.team.id });
    await contests.propose(call, { reviewsPerEntry: 1 });
  });

  it('of one person under two addresses are one person’s: merged by confirmation, he judges nothing of his own', async () => {
    const { call, entries } = await contests.closedCall(2);
    const judges = await Promise.all([contests.judgeOf(call), contests.judgeOf(call), contests.judgeOf(call)]);
    const round = await contests.propose(call, { reviewsPerEntry: 2 });
    await office.post(`/rounds/${round}/open`);
    const judge = judges.find(({ id }) => id !== undefined)!;
    // He has a sheet of the entry that he himself entered under his other address.
    const sheets = await judge.all<SheetItem>('/score-sheets');
    const own = entries.find(({ entry }) => entry === sheets[0]!.entry.id)!;
    await judge.post(`/score-sheets/${sheets[0]!.id}/submit`, { marks: MARKS });
    await judge.post(`/people/${judge.id}/merge-requests`, { email: own.team.email });
    // It answers alike whether or not there is such an account.
    expect(await judge.post(`/people/${judge.id}/merge-requests`, { email: 'nobody@nowhere.example' })).toEqual({ id: judge.id, state: 'asked', version: 1 });
    await service.settle();
    const { rows } = await service.database.pool.query<{ id: string }>('SELECT id FROM merge_request');
    const token = service.link('merge', rows.at(-1)!.id);
    expect(await own.team.get<object>(`/merge-requests/by-link/${token}`)).toMatchObject({ keeper: judge.name, state: 'asked' });
    await own.team.post(`/merge-requests/by-link/${token}`, { same: true });
    await service.settle();
    // Both accounts are one person now, his mark is gone, and the third judge has the sheet.
    expect((await own.team.get<{ id: string }>('/me')).id).toBe(judge.id);
    expect((await judge.all<SheetItem>('/score-sheets')).map(({ entry }) => entry.id)).not.toContain(own.entry);
    const seen = await office.get<{ pulled: { entry: string; judge: string; why: string }[]; sheets: number }>(`/rounds/${round}`);
    expect(seen.pulled).toContainEqual(expect.objectContaining({ entry: own.entry, judge: judge.id, why: 'conflict' }));
    expect(seen.sheets).toBe(4);
    const { rows: marks } = await service.database.pool.query('SELECT 1 FROM mark m JOIN score_sheet s ON s.id = m.sheet_id WHERE s.judge_id = $1 AND s.entry_id = $2', [judge.id, own.entry]);
    expect(marks).toEqual([]);
  });

  it('found late pull the sheet, drop its marks even from a ranking, and ask for another judge', async () => {
    const { call, entries } = await contests.closedCall(3);
    const judges = await Promise.all([contests.judgeOf(call), contests.judgeOf(call), contests.judgeOf(call)]);
    const round = await contests.propose(call, { reviewsPerEntry: 2 });
    await office.post(`/rounds/${round}/open`);
    for (const judge of judges) for (const { id } of await judge.all<SheetItem>('/score-sheets')) await judge.post(`/score-sheets/${id}/submit`, { marks: MARKS });
    await service.settle();
    type Seen = { state: string; standings: { entry: string; total: string | null }[]; pulled: object[]; submitted: number; sheets: number };
    const see = () => office.get<Seen>(`/rounds/${round}`);
    expect((await see()).state).toBe('ranked');
    const judge = judges[0]!;
    const [sheet] = await judge.all<SheetItem>('/score-sheets');
    await judge.post(`/score-sheets/${sheet!.id}/conflict`, { reason: '项目负责人是我的学生' });
    await service.settle();
    const open = await see();
    expect([open.state, open.pulled.length, open.sheets, open.submitted]).toEqual(['judging', 1, 6, 5]);
    const kinds = (await office.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind);
    expect(kinds).toContain('round-reopened');
    expect(kinds).toContain('gaps-filled');
    for (const other of judges) for (const { id, state } of await other.all<SheetItem>('/score-sheets')) if (state === 'assigned') await other.post(`/score-sheets/${id}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: 9 })) });
    await service.settle();
    const again = await see();
    expect(again.state).toBe('ranked');
    // 7 and 9 in place of 7 and 7; the weights are 6 and 4.
    expect(again.standings.find(({ entry }) => entry === sheet!.entry.id)!.total).toBe('80.00');
    // Who gave 9 where another gave 7 lies 20 points above him there, and even with the others elsewhere.
    const pool = await office.all<{ id: string; person: string; record: { given: number; handedIn: number; inTime: number; pulled: number; aboveOthers: number; comparedEntries: number } }>('/judges');
    const of = (who: Visitor) => pool.find(({ person }) => person === who.id)!.record;
    expect(of(judge)).toMatchObject({ given: 2, handedIn: 2, inTime: 2, pulled: 1 });
    const lenient = judges.map(of).find(({ aboveOthers }) => aboveOthers > 0)!;
    expect(lenient.aboveOthers).toBeCloseTo(20 / lenient.comparedEntries, 2);
    expect(judges.map(of).reduce((sum, { given }) => sum + given, 0)).toBe(7);
    expect(entries).toHaveLength(3);
  });
});

describe('an assignment', () => {
  it('follows preferences and expertise, evens loads, keeps limits, and is proved the best', async () => {
    const { call, entries } = await contests.closedCall(0, {}, (at) => Promise.all(['新材料', '新材料', '生物医药', '生物医药'].map((field) => contests.enterIn(at, { field, abstract: field === '新材料' ? '石墨烯薄膜与高分子材料' : '抗体药物与基因治疗' }))));
    const [a, b, c] = await Promise.all([contests.judgeOf(call, { fields: ['新材料'], expertise: '高分子材料、石墨烯' }), contests.judgeOf(call, { fields: ['生物医药'], expertise: '抗体药物研发' }), contests.judgeOf(call, { fields: ['农业'], maxEntries: 1 })]) as [JudgeOf, JudgeOf, JudgeOf];
    await c.put(`/judge-invitations/${c.invitation}/bids`, { bids: [{ entry: entries[0]!.entry, bid: 2 }, { entry: entries[1]!.entry, bid: -2 }], conflicts: [] });
    const round = await contests.propose(call, { reviewsPerEntry: 1 });
    const found = await contests.proposal(round);
    expect(found).toMatchObject({ state: 'proposed', feasible: true });
    const { rounds } = await office.get<{ rounds: { round: string; steps: { step: string; done: number; of: number }[] }[] }>(`/calls/${call}/progress`);
    expect(rounds.find((one) => one.round === round)!.steps.map(({ step, done, of }) => `${step} ${done} of ${of}`).sort()).toEqual(['assignment 4 of 4', 'suitability 4 of 4']);
    expect(found.certificate.entries).toHaveLength(4);
    const judgeFor = (i: number) => found.assignment.find(({ entry }) => entry === entries[i]!.entry)!.judge;
    expect([judgeFor(2), judgeFor(3)]).toEqual([b.id, b.id]);
    expect(judgeFor(1)).toBe(a.id);
    expect(found.loads.find(({ judge }) => judge === c.id)?.entries ?? 0).toBeLessThanOrEqual(1);
    expect(found.weakest[0]!.affinity).toBeLessThanOrEqual(found.weakest.at(-1)!.affinity);
    // Pinned and forbidden pairs hold in the next solving.
    await office.put(`/rounds/${round}/wishes`, { wishes: [{ entry: entries[2]!.entry, judge: c.id, wish: 'pin' }, { entry: entries[3]!.entry, judge: b.id, wish: 'forbid' }] });
    expect((await refused(office.put(`/rounds/${round}/wishes`, { wishes: [{ entry: call, judge: b.id, wish: 'pin' }] }))).status).toBe(404);
    await office.post(`/rounds/${round}/solve`);
    await service.settle();
    const pairs = await contests.pairsOf(round);
    expect(pairs).toContain(`${entries[2]!.entry} ${c.id}`);
    expect(pairs).toContain(`${entries[3]!.entry} ${a.id}`);
    // Nobody sees anything before it is published.
    for (const judge of [a, b, c]) expect(await judge.all('/score-sheets')).toEqual([]);
    await office.post(`/rounds/${round}/open`);
    expect((await c.all<SheetItem>('/score-sheets')).map(({ entry }) => entry.id)).toEqual([entries[2]!.entry]);
  });

  it('that can’t be says who lacks whom, gives the largest there is, and is solved under other terms', async () => {
    const { call, entries } = await contests.closedCall(3);
    await contests.judgeOf(call);
    const round = await contests.propose(call, { reviewsPerEntry: 2, maxPerJudge: 2 });
    const found = await contests.proposal(round);
    expect(found).toMatchObject({ state: 'unsolvable', feasible: false });
    expect(found.short!.reduce((sum, { places }) => sum + places, 0)).toBe(4);
    expect(found.assignment).toHaveLength(2);
    expect(found.witness!.entries.every((entry) => entries.some((one) => one.entry === entry))).toBe(true);
    expect((await refused(office.post(`/rounds/${round}/open`))).status).toBe(409);
    await office.post(`/rounds/${round}/solve`, { reviewsPerEntry: 1, maxPerJudge: 3 });
    await service.settle();
    expect(await contests.proposal(round)).toMatchObject({ state: 'proposed', feasible: true });
    // An entry that is withdrawn meanwhile makes it outdated.
    await entries[0]!.team.post(`/entries/${entries[0]!.entry}/withdraw`);
    expect((await refused(office.post(`/rounds/${round}/open`))).body.code).toBe('round:outdated');
    await office.post(`/rounds/${round}/solve`);
    await service.settle();
    await office.post(`/rounds/${round}/open`);
  });

  it('changes as little as it can when a judge declines or stays silent, around what is marked', async () => {
    const { call } = await contests.closedCall(6);
    const judges = await Promise.all(Array.from({ length: 4 }, () => contests.judgeOf(call)));
    const opened = service.clock.now();
    const judgeBy = new Date(opened.getTime() + 8 * 86_400_000);
    const round = await contests.propose(call, { reviewsPerEntry: 2, maxPerJudge: 6, judgeBy: judgeBy.toISOString() });
    await office.post(`/rounds/${round}/open`);
    await service.settle();
    const live = async () => (await service.database.pool.query<{ entry: string; judge: string }>('SELECT entry_id AS entry, judge_id AS judge FROM score_sheet WHERE round_id = $1 AND pulled IS NULL', [round])).rows.map(({ entry, judge }) => `${entry} ${judge}`);
    const before = await live();
    const [declining, silent, active] = judges as [JudgeOf, JudgeOf, JudgeOf];
    const marked = await active.all<SheetItem>('/score-sheets');
    await active.post(`/score-sheets/${marked[0]!.id}/submit`, { marks: MARKS });
    await declining.post(`/judge-invitations/${declining.invitation}/answer`, { accept: false });
    await service.settle();
    const after = await live();
    expect(after).toHaveLength(12);
    // Only what the leaving judge had is with others now; nobody else's sheet has moved.
    expect(before.filter((pair) => !pair.endsWith(declining.id)).every((pair) => after.includes(pair))).toBe(true);
    expect(await declining.all('/score-sheets')).toEqual([]);

    await service.moveTo(new Date(opened.getTime() + 4 * 86_400_000).toISOString());
    await service.moveTo(new Date(opened.getTime() + 6 * 86_400_000).toISOString());
    const kinds = async (who: Visitor) => (await who.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind);
    expect((await kinds(silent)).filter((kind) => kind === 'judge-reminded')).toHaveLength(2);
    // Two of the others go on, one stays silent.
    for (const judge of judges.slice(2)) for (const { id, state } of await judge.all<SheetItem>('/score-sheets')) if (state === 'assigned') await judge.post(`/score-sheets/${id}/submit`, { marks: MARKS });
    await service.moveTo(new Date(opened.getTime() + 7 * 86_400_000).toISOString());
    expect(await silent.all('/score-sheets')).toEqual([]);
    expect(await kinds(silent)).toContain('judge-replaced');
    expect(await live()).toHaveLength(12);
    expect((await office.get<{ pulled: { why: string }[] }>(`/rounds/${round}`)).pulled.every(({ why }) => ['declined', 'silent'].includes(why))).toBe(true);
  });

  it('reminds those who do not answer, and lets their invitations lapse', async () => {
    const { call } = await contests.closedCall(1);
    const judge = await contests.someone();
    const { id } = await office.post(`/calls/${call}/judges`, { judge: judge.id, respondBy: new Date(service.clock.now().getTime() + 4 * 86_400_000).toISOString() });
    for (const day of [2, 3, 4]) await service.moveTo(new Date(service.clock.now().getTime() + (day === 2 ? 2 : 1) * 86_400_000).toISOString());
    expect((await judge.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['answer-reminder', 'answer-last-reminder']));
    const [mine] = await judge.all<{ id: string; state: string }>('/judge-invitations');
    expect([mine!.id, mine!.state]).toEqual([id, 'lapsed']);
    await office.post(`/calls/${call}/judges`, { judge: judge.id });
    expect((await judge.all<{ id: string; state: string }>('/judge-invitations'))[0]!.state).toBe('invited');
  });

  it('takes an entry that is disqualified from its judges and from the ranking', async () => {
    const { call, entries } = await contests.closedCall(3);
    const judges = await Promise.all([contests.judgeOf(call), contests.judgeOf(call)]);
    const round = await contests.propose(call, { reviewsPerEntry: 2 });
    await office.post(`/rounds/${round}/open`);
    for (const judge of judges) for (const { id } of await judge.all<SheetItem>('/score-sheets')) await judge.post(`/score-sheets/${id}/submit`, { marks: MARKS });
    await service.settle();
    await office.post(`/entries/${entries[0]!.entry}/disqualify`, { reason: '抄袭' });
    await service.settle();
    const seen = await office.get<{ state: string; standings: { entry: string; rank: number }[] }>(`/rounds/${round}`);
    expect(seen.state).toBe('ranked');
    expect(seen.standings.map(({ entry }) => entry).sort()).toEqual([entries[1]!.entry, entries[2]!.entry].sort());
    // Readmitted, it is ranked again with the marks that it had.
    await office.post(`/entries/${entries[0]!.entry}/readmit`, { reason: '查证不实' });
    await service.settle();
    const back = await office.get<{ state: string; standings: { entry: string; total: string }[] }>(`/rounds/${round}`);
    expect([back.state, back.standings.find(({ entry }) => entry === entries[0]!.entry)?.total]).toEqual(['ranked', '70.00']);
  });
});

it('keeps a record that verifies, with no dead letters', async () => {
  await service.settle();
  expect(await office.get<object>('/operations/audit')).toMatchObject({ findings: [] });
  expect(await office.get<object>('/operations/dead-letters')).toEqual([]);
});
