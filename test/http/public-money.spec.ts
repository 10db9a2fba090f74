import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { booksOf, inTens } from '../support/funding.js';
import { FIGURES, firmIn, openPlatform, type FirmIn, type Host } from '../support/incubation.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

const YUAN = 100;
const WAN = 10_000 * YUAN;

const SCHEME = {
  ...{ name: '乡村振兴科技项目', kind: 'rural', source: '市级科技专项', budget: 100 * WAN, opensOn: '2025-03-01', closesOn: '2025-03-31', perProject: 50 * WAN, ownShare: 20, slack: 10 },
  headings: [{ key: 'equipment', zh: '设备费', en: 'equipment' }, { key: 'materials', zh: '材料费', en: 'materials' }, { key: 'labour', zh: '劳务费', en: 'labour' }],
  instalments: [{ percent: 50, upon: 'contract' }, { percent: 33, upon: 'midterm' }, { percent: 17, upon: 'acceptance' }],
};

interface GrantShown {
  readonly state: string;
  readonly approved: number;
  readonly unspent: number;
  readonly budget: { heading: string; budget: number; spent: number; ofGrant: number }[];
  readonly instalments: { id: string; number: number; amount: number; state: string }[];
  readonly contract: { number: string; sha256: string } | null;
}

describe('money from a public purse', () => {
  let service: TestService;
  let office: Visitor;
  let host: Host;
  let firm: FirmIn;
  let scheme: string;
  let grant: string;

  const shown = (who: Visitor = office, id: string = grant) => who.get<GrantShown>(`/grants/${id}`);
  const budgetOf = async (path: string, id: string) => (await office.all<{ id: string; left: number; promised: number; paid: number }>(path)).find((one) => one.id === id)!;
  const ask = (project: string, asked: number, own: number, more: Record<string, unknown> = {}) => ({ project, title: '高山蔬菜保鲜', plan: '研制移动预冷装备', targets: '样机 2 台，损耗降至 5%', asked, own, endsOn: '2026-12-31', budget: [{ heading: 'equipment', amount: asked }, ...(own > 0 ? [{ heading: 'labour', amount: own }] : [])], ...more });

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    await service.moveTo('2025-03-10T09:00:00+08:00');
    host = await openPlatform(service, office, '孵化器', 'incubator');
    firm = await firmIn(service, office, host, '阿尔法公司');
    scheme = (await office.post('/schemes', SCHEME)).id;
  });
  afterAll(() => service.stop());

  it('takes applications in its window whose budget fits', async () => {
    expect((await refused(office.post('/schemes', { ...SCHEME, instalments: [{ percent: 99, upon: 'contract' }] }))).body.code).toBe('scheme:instalments');
    const tries: [Record<string, unknown>, string][] = [
      [ask(firm.project, 60 * WAN, 15 * WAN), 'grant:more-than-allowed'],
      [ask(firm.project, 40 * WAN, 5 * WAN), 'grant:own-too-little'],
      [ask(firm.project, 40 * WAN, 10 * WAN, { budget: [{ heading: 'equipment', amount: 1 }] }), 'grant:budget-differs'],
      [ask(firm.project, 40 * WAN, 10 * WAN, { budget: [{ heading: 'banquets', amount: 50 * WAN }] }), 'grant:heading-unknown'],
    ];
    for (const [body, code] of tries) expect((await refused(firm.team.post(`/schemes/${scheme}/grants`, body))).body.code).toBe(code);
    grant = (await firm.team.post(`/schemes/${scheme}/grants`, ask(firm.project, 40 * WAN, 10 * WAN))).id;
    expect((await refused(firm.team.post(`/schemes/${scheme}/grants`, ask(firm.project, 40 * WAN, 10 * WAN)))).body.code).toBe('grant:asked-already');
    const stranger = await service.visitor('stranger').signUp();
    expect((await refused(stranger.post(`/schemes/${scheme}/grants`, ask(firm.project, 40 * WAN, 10 * WAN)))).body.code).toBe('grant:not-your-project');
    expect((await refused(stranger.get(`/grants/${grant}`))).status).toBe(404);
  });

  it('is approved for less, signed by both on the very text, and only then paid', async () => {
    expect((await refused(office.post(`/grants/${grant}/approve`, { approved: 41 * WAN, contractNo: '渝科 1' }))).body.code).toBe('grant:more-than-allowed');
    await office.post(`/grants/${grant}/approve`, { approved: 30 * WAN, contractNo: '渝科 1' });
    expect(await budgetOf('/schemes', scheme)).toMatchObject({ left: 70 * WAN, promised: 30 * WAN, paid: 0 });
    const { contract, budget, instalments } = await shown(firm.team);
    // 500,000 yuan of cost cut to 400,000: every heading by a fifth.
    expect(budget.map((line) => [line.heading, line.budget])).toEqual([['equipment', 32 * WAN], ['labour', 8 * WAN]]);
    expect(instalments.map(({ amount }) => amount)).toEqual([15 * WAN, 99_000 * YUAN, 51_000 * YUAN]);
    expect((await refused(firm.team.post(`/grants/${grant}/sign`, { sha256: '0'.repeat(64) }))).body.code).toBe('grant:contract-changed');
    expect((await refused(office.post(`/grants/${grant}/instalments/${instalments[0]!.id}/pay`, { on: '2025-03-10', reference: '拨 1' }))).body.code).toBe('state:not-allowed');
    await firm.team.post(`/grants/${grant}/sign`, { sha256: contract!.sha256 });
    expect((await refused(firm.team.post(`/grants/${grant}/countersign`, { sha256: contract!.sha256 }))).status).toBe(403);
    await office.post(`/grants/${grant}/countersign`, { sha256: contract!.sha256 });
    const text = await firm.team.get<{ lines: string[]; firm: { name: string }; district: { name: string } }>(`/grants/${grant}/contract`);
    expect(text.lines.join()).toContain('300,000 元');
    expect([text.firm.name, text.district.name]).not.toContain('');
    expect((await firm.team.raw('GET', `/grants/${grant}/contract.pdf`)).headers.get('content-type')).toBe('application/pdf');
  });

  it('pays each instalment once, when what it waits for has come', async () => {
    const { instalments } = await shown();
    const pay = (n: number) => office.post(`/grants/${grant}/instalments/${instalments[n]!.id}/pay`, { on: '2025-03-10', reference: `拨 ${n}` });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => pay(0)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await refused(pay(0))).body.code).toBe('grant:instalment-paid');
    expect((await refused(pay(1))).body.code).toBe('grant:instalment-waits');
    await office.post(`/grants/${grant}/midterm`, { passed: false, note: '样机未完成' });
    expect((await refused(pay(1))).body.code).toBe('grant:instalment-waits');
    await office.post(`/grants/${grant}/midterm`, { passed: true, note: '样机 1 台' });
    await pay(1);
    await office.post(`/grants/${grant}/instalments/${instalments[1]!.id}/take-back`, { reason: '账号有误' });
    const again = (await shown()).instalments.at(-1)!;
    expect(again).toMatchObject({ number: 4, amount: 99_000 * YUAN, state: 'due' });
    await office.post(`/grants/${grant}/instalments/${again.id}/pay`, { on: '2025-03-10', reference: '拨 2b' });
    expect((await refused(pay(2))).body.code).toBe('grant:instalment-waits');
  });

  it('is spent against its budget, by vouchers, and what is left goes back', async () => {
    const spend = (heading: string, from: string, amount: number, voucher: string) => firm.team.post(`/grants/${grant}/spendings`, { heading, from, amount, on: '2025-03-10', what: '采购', voucher });
    await spend('equipment', 'grant', 20 * WAN, '发票 1');
    expect((await refused(spend('equipment', 'grant', 1, '发票 1'))).body.code).toBe('grant:voucher-known');
    expect((await refused(spend('equipment', 'grant', 5 * WAN, '发票 2'))).body.code).toBe('grant:money-short');
    // 320,000 and a tenth more.
    expect((await refused(spend('equipment', 'own', 15_2001_00, '发票 3'))).body.code).toBe('grant:heading-overspent');
    await spend('equipment', 'own', 15_2000_00, '发票 3');
    for (const heading of ['materials', 'toString', '__proto__']) expect((await refused(spend(heading, 'own', 1, '发票 4'))).body.code).toBe('grant:heading-unknown');
    expect(await shown()).toMatchObject({ unspent: 49_000 * YUAN, budget: [{ heading: 'equipment', spent: 35_2000_00, ofGrant: 20 * WAN }, { heading: 'labour', spent: 0 }] });
    await office.post(`/grants/${grant}/accept`, { note: '指标达成' });
    const { instalments } = await shown();
    await office.post(`/grants/${grant}/instalments/${instalments[2]!.id}/pay`, { on: '2025-03-10', reference: '拨 3' });
    expect((await refused(firm.team.post(`/grants/${grant}/return-unspent`, { on: '2025-03-10' }))).status).toBe(403);
    await office.post(`/grants/${grant}/return-unspent`, { on: '2025-03-10' });
    expect(await shown()).toMatchObject({ state: 'accepted', unspent: 0 });
    expect(await budgetOf('/schemes', scheme)).toMatchObject({ left: 80 * WAN, promised: 0, paid: 20 * WAN });
    expect((await refused(office.post(`/grants/${grant}/return-unspent`, { on: '2025-03-10' }))).body.code).toBe('grant:nothing-unspent');
    expect((await booksOf(service)).findings).toEqual([]);
  });

  it('frees what was promised to a project that fails or is withdrawn, and never promises more than its budget', async () => {
    const others = await inTens(12, async (n) => {
      const { project, team } = await firmIn(service, office, host, `公司 ${n}`);
      return { team, id: (await team.post(`/schemes/${scheme}/grants`, ask(project, 20 * WAN, 5 * WAN))).id };
    });
    const approve = (n: number) => office.post(`/grants/${others[n]!.id}/approve`, { approved: 20 * WAN, contractNo: `渝科 ${n + 2}` });
    const outcomes = await Promise.allSettled(others.map((_, n) => approve(n)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    const [won, short] = [outcomes.findIndex(({ status }) => status === 'fulfilled'), outcomes.findIndex(({ status }) => status === 'rejected')];
    expect((await refused(approve(short))).body.code).toBe('scheme:budget-short');
    await others[won]!.team.post(`/grants/${others[won]!.id}/withdraw`, { reason: '企业调整方向' });
    await approve(short);
    await office.post(`/schemes/${scheme}/budget`, { amount: 10 * WAN, reason: '追加' });
    const { contract, instalments } = await shown(office, others[short]!.id);
    await others[short]!.team.post(`/grants/${others[short]!.id}/sign`, { sha256: contract!.sha256 });
    await office.post(`/grants/${others[short]!.id}/countersign`, { sha256: contract!.sha256 });
    await office.post(`/grants/${others[short]!.id}/instalments/${instalments[0]!.id}/pay`, { on: '2025-03-10', reference: '拨' });
    await office.post(`/grants/${others[short]!.id}/fail`, { note: '企业停业' });
    expect(await budgetOf('/schemes', scheme)).toMatchObject({ left: 20 * WAN, promised: 60 * WAN, paid: 30 * WAN });
    await office.post(`/grants/${others[short]!.id}/return-unspent`, { on: '2025-03-10' });
    expect(await budgetOf('/schemes', scheme)).toMatchObject({ left: 30 * WAN, paid: 20 * WAN });
    expect((await booksOf(service)).findings).toEqual([]);
    await service.moveTo('2025-04-01T09:00:00+08:00');
    expect((await refused(firm.team.post(`/schemes/${scheme}/grants`, ask(firm.project, 1, 1)))).body.code).toBe('scheme:shut');
  });

  it('pays a subsidy once for one ground, counted from what the service knows', async () => {
    const window = { source: '区财政', opensOn: '2025-04-01', closesOn: '2027-12-31' };
    const rent = (await office.post('/subsidies', { ...window, name: '租金补贴', kind: 'rent', percent: 50, most: 10_000 * YUAN, budget: 100 * WAN })).id;
    const research = (await office.post('/subsidies', { ...window, name: '研发补贴', kind: 'research', percent: 10, budget: 100 * WAN })).id;
    const again = (await office.post('/subsidies', { ...window, name: '研发补贴（二）', kind: 'research', percent: 20, budget: 100 * WAN })).id;
    const title = (await office.post('/subsidies', { ...window, name: '高企奖励', kind: 'recognition', fixed: 20 * WAN, title: '高新技术企业', budget: 30 * WAN })).id;
    expect((await refused(office.post('/subsidies', { ...window, name: '缺', kind: 'rent', budget: 1 }))).body.code).toBe('subsidy:terms-missing');
    const claim = (of: string, body: Record<string, unknown>, who = firm) => who.team.post<{ id: string; amount: number }>(`/subsidies/${of}/claims`, { project: who.project, ...body });
    const nothing = await refused(claim(rent, { quarter: '2025-Q1' }));
    expect(nothing.body.code).toBe('subsidy:unmet');
    expect(JSON.stringify(nothing.body.explanation)).toContain('已缴租金');
    expect((await refused(claim(rent, { quarter: '2025-Q2' }))).body.code).toBe('subsidy:period-not-over');
    expect((await refused(claim(research, { quarter: '2025-Q1' }))).body.code).toBe('subsidy:ground-missing');
    await service.moveTo('2025-04-10T09:00:00+08:00');
    await firm.team.post(`/incubatees/${firm.id}/reports`, { period: '2025-Q1', figures: FIGURES });
    await service.moveTo('2026-01-20T09:00:00+08:00');
    // 120,000 yuan of research were reported: whichever of three claims is first has the ground.
    const asked = await Promise.allSettled([claim(research, { year: '2025' }), claim(again, { year: '2025' }), claim(research, { year: '2025' })]);
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [mine] = await firm.team.all<{ id: string; amount: number; base: number }>('/subsidy-claims');
    expect(mine!.base).toBe(120_000 * YUAN);
    await office.post(`/subsidy-claims/${mine!.id}/grant`);
    const paid = await Promise.allSettled(Array.from({ length: 10 }, () => office.post(`/subsidy-claims/${mine!.id}/pay`, { on: '2026-01-20', reference: '补 1' })));
    expect(paid.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await refused(claim(again, { year: '2025' }))).body.code).toBe('subsidy:ground-taken');
    await office.post(`/subsidy-claims/${mine!.id}/take-back`, { reason: '账号有误，已退回' });
    await office.post(`/subsidy-claims/${(await claim(again, { year: '2025' })).id}/grant`);
    // Rent: what was paid in the quarter, half of it, up to the most.
    const { building } = await host.manager.post<{ building: string }>(`/platforms/${host.id}/buildings`, { name: '一号楼', floors: [{ floor: 1, area: 500 }] });
    const { units } = await host.manager.post<{ units: { id: string }[] }>(`/platforms/${host.id}/units`, { building, units: [{ code: '101', floor: 1, use: 'office', area: 50, price: 3000_00 }] });
    const { id: lease } = await host.manager.post(`/platforms/${host.id}/leases`, { unit: units[0]!.id, incubatee: firm.id, from: '2025-10-01', to: '2026-09-30', rent: 3000_00 });
    for (const on of ['2025-10-08', '2025-11-08', '2026-01-08']) await host.manager.post(`/leases/${lease}/payments`, { amount: 3000_00, on });
    expect(await claim(rent, { quarter: '2025-Q4' })).toMatchObject({ amount: 3000_00 });
    expect((await refused(claim(rent, { quarter: '2025-Q4' }))).body.code).toBe('subsidy:ground-taken');
    // Two firms with one certificate: the second is refused; once the first is not granted, its ground is free.
    const other = await firmIn(service, office, host, '贝塔公司');
    const { id: first } = await claim(title, { certificate: 'GR202551100001' });
    expect((await refused(claim(title, { certificate: 'gr202551100001 ' }, other))).body.code).toBe('subsidy:ground-taken');
    await office.post(`/subsidy-claims/${first}/grant`);
    await office.post(`/subsidy-claims/${first}/refuse`, { reason: '证书为贝塔公司所有' });
    await office.post(`/subsidy-claims/${(await claim(title, { certificate: 'GR202551100001' }, other)).id}/grant`);
    const third = (await claim(title, { certificate: 'GR202551100002' })).id;
    expect((await refused(office.post(`/subsidy-claims/${third}/grant`))).body.code).toBe('scheme:budget-short');
    await office.post(`/subsidies/${title}/budget`, { amount: 20 * WAN, reason: '追加' });
    await office.post(`/subsidy-claims/${third}/grant`);
    expect((await booksOf(service)).findings).toEqual([]);
  });

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
