import { PAPERS } from '../../apps/cli/demo/landing.js';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, enter, inviteJudges, openCall, RUBRIC, scoreAll } from '../support/chain.js';
import { openFund } from '../support/funding.js';
import { refused } from '../support/refused.js';
import { freshRedis, REDIS, startTestService, type TestService } from '../support/service.js';
import { open } from '../browser/browser.js';
import { notAsRecounted } from '../support/recounted.js';

const backends = [{ backend: 'PostgreSQL' }, ...(REDIS ? [{ backend: 'Redis' }] : [])];

describe.each(backends)('the whole way of a project, on $backend', ({ backend }) => {
  let service: TestService;
  let office: Visitor;

  beforeAll(async () => {
    service = await startTestService(backend === 'Redis' ? { environment: { REDIS_URL: await freshRedis() } } : {});
    office = await service.office();
  });
  afterAll(() => service.stop());

  let call: string;
  let winner: { team: Visitor; entry: string; project: string };
  let others: { team: Visitor; entry: string; project: string }[];

  it('takes entries until the deadline, with a receipt, and explains who is not eligible', async () => {
    call = await openCall(office);
    winner = await enter(service, call, 'alpha');
    others = [await enter(service, call, 'beta'), await enter(service, call, 'gamma')];
    const old = await service.visitor('delta').signUp();
    const draft = await old.post(`/calls/${call}/entries`, { title: '老企业', abstract: '摘要', facts: { 'registration-year': 2015, listed: false } });
    const problem = await refused(old.post(`/entries/${draft.id}/submit`));
    expect(problem.body.code).toBe('entry:not-eligible');
    const explained = JSON.stringify(problem.body.explanation);
    expect(explained).toContain('火炬〔2025〕16号');
    expect(explained).toContain('"gap":9');
    const receipt = await winner.team.get<{ receipt: { entry: string }; signature: string }>(`/entries/${winner.entry}/receipt`);
    expect(receipt.receipt.entry).toBe(winner.entry);
    await service.moveTo('2025-04-11T18:00:00+08:00');
    expect((await refused(old.post(`/calls/${call}/entries`, { title: '迟到', abstract: '迟到', facts: {} }))).status).toBe(409);
    expect((await office.get<{ state: string }>(`/calls/${call}`)).state).toBe('closed');
  });

  it('assigns judges, shows them blind sheets, and ranks when the last sheet is in', async () => {
    const judges = await inviteJudges(service, office, call, 3);
    const { id: round } = await office.post(`/calls/${call}/rounds`, { name: '网评', reviewsPerEntry: 3, maxPerJudge: 3 });
    await service.settle();
    expect(await judges[0]!.all('/score-sheets')).toHaveLength(0);
    await office.post(`/rounds/${round}/open`);
    const sheets = await judges[0]!.get<object>('/score-sheets');
    expect(JSON.stringify(sheets)).not.toContain('单位');
    expect((await refused(office.post(`/rounds/${round}/close`))).body.code).toBe('round:quorum-missing');
    await scoreAll(judges, (entry, judge) => (entry === winner.entry ? 9 : entry === others[0]!.entry ? 7 : 5) + judge / 2);
    await service.settle();
    const ranked = await office.get<{ state: string; standings: { entry: string; total: string; rank: number }[] }>(`/rounds/${round}`);
    expect(ranked.state).toBe('ranked');
    // Three marks, none dropped: the mean of 9, 9.5 and 10 is 9.5; times the weights 6 and 4 it makes 95.
    expect(ranked.standings.map(({ entry, total, rank }) => ({ entry, total, rank }))).toEqual([
      { entry: winner.entry, total: '95.00', rank: 1 },
      { entry: others[0]!.entry, total: '75.00', rank: 2 },
      { entry: others[1]!.entry, total: '55.00', rank: 3 },
    ]);
  });

  it('decides, announces for five working days, and only then lets results stand', async () => {
    expect((await refused(winner.team.get(`/calls/${call}/results`))).status).toBe(404);
    await office.post(`/calls/${call}/decide`, {});
    // Decided, but not public: neither state, list nor history tells the team.
    expect((await winner.team.get<{ state: string }>(`/entries/${winner.entry}`)).state).toBe('submitted');
    expect((await winner.team.all<{ id: string; state: string }>('/entries')).map(({ state }) => state)).toEqual(['submitted']);
    const early = JSON.stringify(await winner.team.get<object>(`/projects/${winner.project}/history`));
    for (const word of ['entry:scored', 'entry:shortlisted', '95.00', '"shortlisted"']) expect(early).not.toContain(word);
    expect(await winner.team.all('/projects?reached=entry:shortlisted')).toEqual([]);
    expect(await office.all('/projects?reached=entry:shortlisted')).toHaveLength(2);
    expect((await office.get<{ state: string }>(`/entries/${winner.entry}`)).state).toBe('shortlisted');
    // Friday the 11th of April: the first day does not count, so the term ends on the next Friday.
    expect(await office.post<object>(`/calls/${call}/announce`)).toMatchObject({ from: '2025-04-11', until: '2025-04-18' });
    const nobody = service.visitor('nobody');
    const open = await nobody.get<{ results: { entry: string; awarded: boolean }[] }>(`/calls/${call}/results`);
    expect(open.results.filter(({ awarded }) => awarded).map(({ entry }) => entry)).toEqual([winner.entry]);
    await service.moveTo('2025-04-18T23:59:59+08:00');
    expect((await office.get<{ state: string }>(`/calls/${call}`)).state).toBe('announced');
    await service.moveTo('2025-04-19T00:00:00+08:00');
    expect((await office.get<{ state: string }>(`/calls/${call}`)).state).toBe('final');
    expect((await winner.team.get<{ state: string }>(`/entries/${winner.entry}`)).state).toBe('awarded');
  });

  let incubatee: string;
  let fund: string;

  it('offers the winner incubation and admits it; the loser gets no offer', async () => {
    expect(await others[1]!.team.all('/incubatees')).toHaveLength(0);
    const offers = await winner.team.all<{ id: string; state: string }>('/incubatees');
    expect(offers).toMatchObject([{ state: 'offered' }]);
    incubatee = offers[0]!.id;
    await winner.team.post(`/incubatees/${incubatee}/answer`, { accept: true });
    const manager = await service.visitor('manager').signUp();
    const { id: platform } = await office.post('/platforms', { name: '孵化器', kind: 'incubator', level: 'municipal' });
    const admission = { incubatee, firm: '阿尔法公司', registeredOn: '2024-01-10', from: '2025-05-06', to: '2028-05-05', facts: { 'new-technology': true, 'registered-and-working-here': true } };
    expect((await refused(manager.post(`/platforms/${platform}/admissions`, admission))).status).toBe(403);
    await office.post(`/people/${manager.id}/roles`, { role: 'platform-manager', scope: platform });
    await manager.post(`/platforms/${platform}/admissions`, admission);
    // The register has it from its admission; its team sees it there, and nobody else's.
    await service.settle();
    expect((await winner.team.all<{ id: string; name: string }>('/firms')).map(({ name }) => name)).toEqual(['阿尔法公司']);
    expect(await others[0]!.team.all('/firms')).toEqual([]);
    const milestone = await manager.post<{ milestone: string }>(`/incubatees/${incubatee}/milestones`, { title: '样机', dueOn: '2025-09-30' });
    await winner.team.post(`/incubatees/${incubatee}/milestones/${milestone.milestone}/reach`, { on: '2025-09-01' });
    fund = await openFund(office, '种子基金', 10_000_000_00, '2025-04-19');
    expect((await refused(office.post(`/funds/${fund}/investments`, { project: winner.project, amount: 10_000_000_01, instrument: 'equity', paidOn: '2025-04-19', paper: '投决 1 号' }))).body.code).toBe('fund:exhausted');
    await office.post(`/funds/${fund}/investments`, { project: winner.project, amount: 800_000_00, instrument: 'equity', paidOn: '2025-04-19', paper: '投决 1 号' });
  });

  it('asks for late reports, and explains what is missing for graduation', async () => {
    expect((await refused(winner.team.post(`/incubatees/${incubatee}/reports`, { period: '2025-Q2', figures: { revenue: 1, research: 1, staff: 1, validIp: 1 } }))).body.code).toBe('report:period-not-over');
    await service.moveTo('2025-07-16T00:00:00+08:00');
    const told = await winner.team.all<{ id: string; kind: string; subject: string }>('/notifications');
    expect(told.filter(({ kind }) => kind === 'report-late').map(({ subject }) => subject)).toEqual(['请填报 2025-Q2 经营情况']);
    await winner.team.post(`/incubatees/${incubatee}/reports`, { period: '2025-Q2', figures: { revenue: 4_000_000_00, research: 500_000_00, staff: 12, validIp: 3 } });
    await service.moveTo('2025-10-16T00:00:00+08:00');
    await winner.team.post(`/incubatees/${incubatee}/reports`, { period: '2025-Q3', figures: { revenue: 6_000_000_00, research: 500_000_00, staff: 15, validIp: 4 } });
    const problem = await refused(office.post(`/incubatees/${incubatee}/graduate`, { facts: {} }));
    expect(problem.body.code).toBe('graduation:unmet');
    const { root } = problem.body.explanation as { root: { parts: { clause: { metric: string }; gap?: number }[] } };
    // Exactly ten million yuan is not above ten million.
    expect(root.parts.find(({ clause }) => clause.metric === 'best-two-years-revenue')).toMatchObject({ verdict: 'fail', seen: 10_000_000_00, gap: 0 });
    expect(root.parts.find(({ clause }) => clause.metric === 'venture-money')).toMatchObject({ verdict: 'fail', gap: 4_200_000_00 });
    await office.post(`/incubatees/${incubatee}/graduate`, { facts: { 'high-tech-enterprise': true } });
  });

  it('lands the graduate on a site of its own, and finds it above scale', async () => {
    const { id: park } = await office.post('/parks', { name: '产业园', kind: 'park' });
    const { id: site } = await office.post(`/parks/${park}/sites`, { code: 'A-1', area: 3000 });
    const intent = { project: winner.project, firm: '阿尔法公司', industry: 'industry', investment: 1, output: 1, tax: 1, jobs: 50 };
    expect((await refused(others[0]!.team.post(`/parks/${park}/deals`, intent))).body.code).toBe('deal:not-your-project');
    const { id: deal } = await winner.team.post(`/parks/${park}/deals`, intent);
    expect((await refused(office.post(`/deals/${deal}/advance`, { step: 'break-ground', on: '2025-10-16', evidence: [] }))).body.code).toBe('state:not-allowed');
    await service.moveTo('2025-12-01T09:00:00+08:00');
    await office.post(`/deals/${deal}/sign`, { site, on: '2025-11-01', evidence: await office.prove(deal, 'agreement') });
    const second = await office.post(`/parks/${park}/deals`, { ...intent, firm: '贝塔公司', project: others[0]!.project });
    expect((await refused(office.post(`/deals/${second.id}/sign`, { site, on: '2025-12-01', evidence: await office.prove(second.id, 'agreement') }))).body.code).toBe('state:not-allowed');
    for (const step of ['break-ground', 'complete', 'start-production', 'reach-capacity']) await office.post(`/deals/${deal}/advance`, { step, on: '2025-12-01', evidence: await office.prove(deal, ...PAPERS[step]!) });
    await service.moveTo('2026-04-02T09:00:00+08:00');
    await winner.team.post(`/deals/${deal}/yields`, { quarter: '2025-Q4', output: 19_999_999_99, tax: 1_000_000_00, jobs: 40 });
    await service.settle();
    expect((await office.get<{ state: string }>(`/deals/${deal}`)).state).toBe('at-capacity');
    const next = { quarter: '2026-Q1', output: 1, tax: 1, jobs: 41 };
    expect((await refused(winner.team.post(`/deals/${deal}/yields`, next))).body.code).toBe('yield:doubtful');
    await winner.team.post(`/deals/${deal}/yields`, { ...next, confirmed: true });
    await service.settle();
    expect((await office.get<{ state: string }>(`/deals/${deal}`)).state).toBe('above-scale');
  });

  it('shows the whole history in one call, marks only to those who may see them', async () => {
    await winner.team.addDocument(winner.project, '合同.txt', '合同正文');
    type History = { steps: { command: string; events: { name: string }[] }[]; entries: { sheets: { marks: object }[]; rounds: { total: string }[] }[]; incubation: { investments: { amount: number }[] }[]; landing: { quarters: object[] }[]; documents: { name: string; sha256: string }[] };
    const own = await winner.team.get<History>(`/projects/${winner.project}/history`);
    const names = own.steps.flatMap(({ events }) => events.map(({ name }) => name));
    for (const name of ['project:opened', 'entry:submitted', 'entry:scored', 'entry:awarded', 'incubatee:admitted', 'milestone:reached', 'report:filed', 'investment:paid', 'incubatee:graduated', 'deal:contracted', 'deal:above-scale', 'project:document-added'])
      expect(names).toContain(name);
    expect(own.entries[0]!.rounds).toMatchObject([{ total: '95.00' }]);
    expect(own.entries[0]!.sheets).toEqual([]);
    expect(names).not.toContain('sheet:submitted');
    const full = await office.get<History>(`/projects/${winner.project}/history`);
    expect(full.entries[0]!.sheets).toHaveLength(3);
    expect(full.entries[0]!.sheets.map(({ marks }) => marks)).toContainEqual({ innovation: 9, market: 9 });
    expect(full.incubation[0]!.investments).toMatchObject([{ amount: 800_000_00 }]);
    expect(full.landing[0]!.quarters).toHaveLength(2);
    expect(full.documents.map(({ name }) => name)).toContain('合同.txt');
    expect((await refused(others[0]!.team.get(`/projects/${winner.project}/history`))).status).toBe(404);
  });

  it('tells each person who must act', async () => {
    const kinds = async (who: Visitor) => new Set((await who.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind));
    // The report of the last quarter never came: each look at the clock takes that a step further, up to the office.
    for (let look = 0; look < 2; look++) await service.moveTo('2026-04-02T09:00:00+08:00');
    expect(await kinds(office)).toEqual(new Set(['verify-address', 'call-closed', 'round-proposed', 'ranking-ready', 'above-scale', 'report-escalated']));
    expect(await kinds(await service.visitor('judge1').signIn())).toEqual(new Set(['verify-address', 'judge-invited', 'sheets-ready']));
    for (const kind of ['entry-received', 'entry-awarded', 'incubation-offered', 'incubatee-admitted', 'investment-paid']) expect(await kinds(winner.team)).toContain(kind);
  });

  it('counts the funnel, and each figure opens to its projects', async () => {
    const funnel = await service.visitor('nobody').get<{ stage: string; event: string; projects: number }[]>('/funnel');
    expect(Object.fromEntries(funnel.map(({ stage, projects }) => [stage, projects]))).toEqual({ entered: 3, shortlisted: 2, awarded: 1, funded: 1, admitted: 1, graduated: 1, landed: 1, producing: 1, 'above-scale': 1 });
    for (const { event, projects } of funnel) expect(await office.all(`/projects?reached=${event}`)).toHaveLength(projects);
    const of = async (asked: string) => (await office.get<{ stage: string; projects: number }[]>(`/funnel?call=${asked}`)).map(({ projects }) => projects);
    expect(await of(call)).toEqual([3, 2, 1, 1, 1, 1, 1, 1, 1]);
    expect(await of(winner.project)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const { contest } = await office.get<{ contest: { id: string } }>(`/calls/${call}`);
    expect((await office.get<{ projects: number }[]>(`/funnel?contest=${contest.id}`)).map(({ projects }) => projects)).toEqual([3, 2, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('says how long stages took, with the records for those who may see them', async () => {
    type Told = { items: { key: string; spells: number; happened: number; median: number | null; warning: { en: string } | null; records: { project: string; days: number; happened: boolean }[] }[] };
    const told = await office.get<Told>('/funnel/durations');
    // Admitted on the 19th of April, graduated on the 16th of October 2025: 180 days.
    expect(told.items.find(({ key }) => key === 'to-graduation')).toMatchObject({ spells: 1, happened: 1, median: 180, warning: { en: expect.stringContaining('only 1') }, records: [{ project: winner.project, days: 180, happened: true }] });
    expect((await service.visitor('nobody').get<Told>('/funnel/durations')).items.flatMap(({ records }) => records)).toEqual([]);
  });

  it('leads from a yuan of tax back to the score sheet, and says what public money came to', async () => {
    const { items } = await office.get<{ items: { aggregate: string; project: string; amount: number }[] }>('/figures/records?figure=plant-tax');
    const tax = (await office.get<{ items: { key: string; value: number }[] }>('/figures')).items.find(({ key }) => key === 'plant-tax')!.value;
    expect([items.reduce((sum, { amount }) => sum + amount, 0), tax > 0, new Set(items.map(({ project }) => project))]).toEqual([tax, true, new Set([winner.project])]);
    const history = await office.get<{ kind: string; steps: { command: string }[]; records: { source: string }[] }>(`/figures/history/${items[0]!.aggregate}`);
    expect([history.kind, history.steps[0]!.command, history.records.some(({ source }) => source === 'yield')]).toEqual(['deal', 'declare-intent', true]);
    const { entries } = await office.get<{ entries: { id: string; sheets: { marks: Record<string, number> }[] }[] }>(`/projects/${items[0]!.project}/history`);
    expect(entries[0]).toMatchObject({ id: winner.entry, sheets: [{ marks: expect.any(Object) as object }, {}, {}] });
    const costs = await office.get<{ money: number; tax: number; jobs: number; perJob: number; perTax: number; projects: { project: string }[] }>('/report/costs');
    const invested = (await office.get<{ items: { amount: number }[] }>('/figures/records?figure=investment-amount')).items.reduce((sum, { amount }) => sum + amount, 0);
    expect(costs).toMatchObject({ money: invested, projects: [{ project: winner.project }] });
    expect([costs.perJob, costs.perTax]).toEqual([Math.round(invested / costs.jobs), Math.round((100 * invested) / costs.tax) / 100]);
    expect((await refused(office.get(`/figures/history/${winner.entry.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`))).status).toBe(404);
  });

  it('leads there by click as well', async () => {
    const { page, goto, faults, context } = await open(service, office, { language: 'zh' });
    await goto('/office/report');
    await page.getByRole('row', { name: /落地项目税收/ }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /落地项目税收/ }).waitFor();
    // Each record leads to how it was known, and to its project.
    await page.getByRole('link', { name: '历史' }).first().click();
    await page.getByRole('link', { name: 'submit-sheet' }).first().click();
    await page.getByText('95.00').first().waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'submit-entry' }).first().click();
    await page.getByRole('heading', { level: 1, name: '项目 alpha' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says which marks went with success, and that numbers are small', async () => {
    type Merit = { area: number | null; successes: number; others: number; warning: { en: string } | null };
    const told = await office.get<{ panel: Merit; criteria: (Merit & { key: string })[]; judges: Merit[]; mentors: { key: string | null }[] }>('/report/merits?outcome=graduated');
    expect(told.panel).toMatchObject({ area: 1, successes: 1, others: 2, warning: { en: 'only 3 cases, 1 of them came that far: too few to conclude from' } });
    expect([told.criteria.map(({ key }) => key).sort(), told.judges.length]).toEqual([RUBRIC.map(({ key }) => key).sort(), 3]);
    expect((await refused(office.get('/report/merits?outcome=luck'))).status).toBe(422);
  });

  it('never promises more of a fund than it has, however many ask at once', async () => {
    const id = await openFund(office, '小基金', 1_000_000_00, '2026-04-01');
    const asked = Array.from({ length: 12 }, () => office.post(`/funds/${id}/investments`, { project: winner.project, amount: 150_000_00, instrument: 'grant', paidOn: '2026-04-01', paper: '投决 2 号' }));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as { body: { code: string } }).body.code).toBe('fund:exhausted');
    expect((await office.all<{ id: string; left: number }>('/funds')).find((fund) => fund.id === id)?.left).toBe(100_000_00);
  });

  it('carries the id of a request into all that follows from it', async () => {
    const next = await openCall(office, { closesAt: '2026-05-01T18:00:00+08:00' });
    const team = await service.visitor('traced').signUp();
    const { id: entry } = await team.post(`/calls/${next}/entries`, { title: '追踪', abstract: '摘要', facts: { ...ELIGIBLE, 'registration-year': 2025 } });
    await team.post(`/entries/${entry}/submit`, {}, { 'x-request-id': 'request-to-trace' });
    await service.moveTo('2026-05-01T18:00:00+08:00');
    const { id: invitation } = await office.post(`/calls/${next}/judges`, { judge: office.id });
    await office.post(`/judge-invitations/${invitation}/answer`, { accept: true });
    const { id: round } = await office.post(`/calls/${next}/rounds`, { name: '评审', reviewsPerEntry: 1, maxPerJudge: 1 });
    await service.settle();
    await office.post(`/rounds/${round}/open`);
    const [sheet] = (await office.all<{ id: string; state: string }>('/score-sheets')).filter(({ state }) => state === 'assigned');
    await office.post(`/score-sheets/${sheet!.id}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: 5 })) }, { 'x-request-id': 'request-of-marks' });
    await service.settle();
    const { rows } = await service.database.pool.query<{ name: string }>("SELECT name FROM event WHERE request_id = 'request-of-marks' ORDER BY id");
    expect(rows.map(({ name }) => name)).toEqual(['sheet:submitted', 'round:closed', 'entry:scored', 'round:ranked']);
    const { rows: first } = await service.database.pool.query<{ request_id: string }>("SELECT request_id FROM event WHERE name = 'entry:submitted' AND aggregate_id = $1", [entry]);
    expect(first).toEqual([{ request_id: 'request-to-trace' }]);
  });

  it('keeps a record that verifies', async () => {
    expect(await office.get<object>('/operations/audit')).toMatchObject({ findings: [] });
    expect(await office.get<object>('/operations/dead-letters')).toEqual([]);
  });

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
