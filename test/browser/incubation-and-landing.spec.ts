import { readFileSync } from 'node:fs';
import { readTable } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { equity, lookInto, openFund } from '../support/funding.js';
import { FIGURES, firmIn, openPlatform } from '../support/incubation.js';
import { PASSWORD, startTestService, type TestService } from '../support/service.js';
import { lookedAt, open, signIn, type Look } from './browser.js';

/** A district after its contests: a platform with a firm, a park with a deal, a fund with a proposal, a policy, a leader. */
async function district(service: TestService) {
  const office = await service.office();
  const leader = await service.visitor('leader').signUp();
  await office.post(`/people/${leader.id}/roles`, { role: 'leader' });
  const host = await openPlatform(service, office, '测试孵化器', 'incubator');
  const firm = await firmIn(service, office, host, '测试企业', { facts: { 'new-technology': true, 'registered-and-working-here': true } });
  const { building } = await host.manager.post<{ building: string }>(`/platforms/${host.id}/buildings`, { name: 'A 栋', floors: [{ floor: 1, area: 200, outline: [{ x: 0, y: 0 }, { x: 20, y: 0 }, { x: 20, y: 10 }, { x: 0, y: 10 }] }] });
  await host.manager.post(`/platforms/${host.id}/units`, { building, units: [{ floor: 1, code: 'A-101', use: 'office', area: 100, desks: 10, price: 300_000, outline: [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }, { x: 0, y: 10 }] }] });
  await host.manager.post(`/platforms/${host.id}/mentors`, { name: '测试导师', kind: 'expert', fields: ['新材料'], topics: ['technology'], profile: '材料与工艺', hours: 40, from: '2025-03-01' });
  await host.manager.post(`/incubatees/${firm.id}/milestones`, { title: '首批订单', dueOn: '2025-12-31' });
  const park = (await office.post('/parks', { name: '测试园区', kind: 'area' })).id;
  const keeper = await service.visitor('keeper').signUp();
  await office.post(`/people/${keeper.id}/roles`, { role: 'park-manager', scope: park });
  const site = (await keeper.post(`/parks/${park}/sites`, { code: 'B-1', area: 3000, latitude: 29.5, longitude: 106.5 })).id;
  const deal = (await firm.team.post(`/parks/${park}/deals`, { project: firm.project, firm: '测试企业', industry: 'industry', investment: 2_000_000_000, output: 3_000_000_000, tax: 150_000_000, jobs: 60, needs: { area: 1500 } })).id;
  const fund = await openFund(office, '测试基金', 1_000_000_000, '2025-03-01');
  await firm.team.post(`/funds/${fund}/proposals`, { project: firm.project, title: '中试线', asked: 50_000_000, plan: '建设中试线' });
  const problem = (await firm.team.post('/technical-problems', { project: firm.project, title: '膜层开裂', field: '新材料', symptoms: '还原后膜层出现裂纹', urgency: 'high', open: 'title' })).id;
  const policy = (await office.post('/policies', { title: '测试奖励', level: 'district', issuer: '测试科技局', paper: '测试〔2025〕1号', opensOn: '2025-01-01', summary: '奖励认定企业', benefit: { kind: 'fixed', amount: 10_000_000 }, all: [{ metric: 'holds-high-tech-enterprise', comparison: 'is', threshold: true, zh: '持有高企证书', en: 'holds a certificate' }] })).id;
  const board = await openFund(office, '测试直投', 1_000_000_000, '2025-03-01', { committee: [office.id], quorum: 1, checklist: [{ key: 'all', zh: '全部', en: 'all' }] });
  const { id: proposal } = await firm.team.post(`/funds/${board}/proposals`, { project: firm.project, title: '扩产', asked: 10_000_000, plan: '扩大产能' });
  await office.post(`/fund-proposals/${proposal}/take-up`, { fund: board });
  await lookInto(office, proposal);
  await office.post(`/fund-proposals/${proposal}/put-to-vote`, { terms: equity(10_000_000) });
  await office.post(`/fund-proposals/${proposal}/vote`, { vote: 'for' });
  await office.post(`/fund-proposals/${proposal}/close-vote`);
  const { holding } = await office.post<{ holding: string }>(`/fund-proposals/${proposal}/sign`, { on: '2025-03-03', paper: '投资协议' });
  const pool = (await office.post('/credit/pools', { name: '测试风险池', floor: 100_000_000 })).id;
  const simulation = (await leader.post('/simulations', { name: '提高门槛', rule: 'graduation', changes: [{ lever: 'best-two-years-revenue', to: 500_000_000 }] })).id;
  await service.settle();
  return { office, leader, manager: host.manager, platform: host.id, firm, park, keeper, site, deal, fund, problem, policy, holding, pool, simulation };
}

type District = Awaited<ReturnType<typeof district>>;

/** Every page of the second half, by who opens it. */
const PAGES: Readonly<Record<string, { who: (d: District) => Visitor | null; paths: (d: District) => string[] }>> = {
  'a firm': { who: ({ firm }) => firm.team, paths: (d) => ['/firms', ...['overview', 'reports', 'milestones', 'money', 'mentors', 'problems', 'qualifications', 'points', 'policies', 'landing'].map((tab) => `/firms/${d.firm.project}?tab=${tab}`), `/technical-problems/${d.problem}`, `/deals/${d.deal}`] },
  'the manager of a platform': { who: ({ manager }) => manager, paths: (d) => ['/', '/platforms', ...['board', 'attention', 'reports', 'graduation', 'space', 'intakes', 'mentors', 'standing'].map((tab) => `/platforms/${d.platform}?tab=${tab}`), `/incubatees/${d.firm.id}`] },
  'the manager of a park': { who: ({ keeper }) => keeper, paths: (d) => ['/parks', ...['sites', 'deals', 'chased', 'commitments', 'chart', 'about'].map((tab) => `/parks/${d.park}?tab=${tab}`), `/deals/${d.deal}`] },
  'a leader': { who: ({ leader }) => leader, paths: (d) => ['/', '/office/report', '/office/flow', '/office/costs', '/office/targets', '/office/simulations', `/office/simulations/${d.simulation}`, '/money', `/funds/${d.fund}`, `/holdings/${d.holding}`, `/credit/${d.pool}`, `/platforms/${d.platform}`, `/parks/${d.park}?tab=commitments`] },
  'an administrator': { who: ({ office }) => office, paths: () => [...['people', 'organisations', 'rules', 'holidays', 'notices', 'queues', 'deliveries', 'endpoints', 'audit', 'backups', 'settings'].map((tab) => `/admin?tab=${tab}`), '/admin/rules/district-open', '/admin/notices/judge-invited', '/notices?tab=wishes', '/account', '/admin/rules/incubator-graduation', '/admin/rules/innovation-points'] },
  nobody: { who: () => null, paths: (d) => ['/policies', `/policies/${d.policy}`, '/services', '/figures', '/parks', `/parks/${d.park}`] },
};

const WORDS = {
  zh: { report: '提交', revenue: '营业收入', reported: '已提交。', advance: '推进到“洽谈”', on: '发生日期', note: '洽谈纪要', check: '核验全部记录', milestone: '设里程碑', whole: /记录完整/, draft: '起草新版本', version: '新版本号', paper: '文件依据', notYet: '草稿，尚未施行', change: '修改', inChinese: '中文表述', inEnglish: '英文表述', adopt: '施行', startsOn: '施行日', inForce: '自 2031-01-01 起施行' },
  en: { report: 'Report', revenue: 'Revenue', reported: 'It is in.', advance: 'On to "Talks"', on: 'Happened on', note: 'a note of the meeting', check: 'Check the whole record', milestone: 'Set a milestone', whole: /The record is whole/, draft: 'Draft a new version', version: 'Name of the version', paper: 'Document', notYet: 'a draft, not in force', change: 'Change', inChinese: 'In Chinese', inEnglish: 'In English', adopt: 'Put in force', startsOn: 'First day', inForce: 'in force from 2031-01-01' },
} as const;

describe.each([
  { name: 'in Chinese, wide', look: { language: 'zh' } },
  { name: 'in English, on a phone in the dark', look: { language: 'en', phone: true, dark: true } },
] as const satisfies readonly { name: string; look: Look }[])('incubation and landing in the console $name', ({ look }) => {
  const w = WORDS[look.language];
  let service: TestService;
  let d: District;

  beforeAll(async () => {
    service = await startTestService();
    d = await district(service);
  });
  afterAll(() => service.stop());

  it.each(Object.entries(PAGES))('every page keeps nobody out, says its title, and is no wider than the screen: %s', async (_who, { who, paths }) => {
    const opened = await open(service, who(d), look);
    const found = await lookedAt(opened, paths(d), look);
    expect([...found, ...opened.faults]).toEqual([]);
    await opened.context.close();
  });

  it('a firm reports a quarter beside what was said last time', async () => {
    await service.moveTo('2025-04-05T09:00:00+08:00');
    const opened = await open(service, null, look);
    const { page } = opened;
    await signIn(opened, d.firm.team, PASSWORD);
    await opened.goto(`/firms/${d.firm.project}?tab=reports`);
    for (const key of ['revenue', 'research', 'staff', 'validIp'] as const) await page.locator(`#figure-${key}`).fill(String(key === 'revenue' || key === 'research' ? FIGURES[key] / 100 : FIGURES[key]));
    await page.locator('main').getByRole('button', { name: w.report, exact: true }).click();
    await page.getByText(w.reported).waitFor();
    const { items } = await d.firm.team.get<{ items: { period: string; figures: Record<string, number> }[] }>(`/incubatees/${d.firm.id}/reports`);
    expect(items).toMatchObject([{ period: '2025-Q1', figures: { revenue: FIGURES.revenue, staff: FIGURES.staff } }]);
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  });

  it('the manager of a park takes a deal a step on with the paper that proves it', async () => {
    const opened = await open(service, null, look);
    const { page } = opened;
    await signIn(opened, d.keeper, PASSWORD);
    await opened.goto(`/deals/${d.deal}`);
    await page.getByRole('button', { name: w.advance }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(w.on).fill('2025-03-03');
    await dialog.getByLabel(w.on).press('Enter');
    await dialog.getByLabel(w.note).setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('洽谈纪要') });
    await dialog.getByRole('button', { name: w.advance }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await d.keeper.get(`/deals/${d.deal}`)).toMatchObject({ state: 'negotiating' });
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  });

  it('the manager of a platform finds his firm and sets it a milestone', async () => {
    const opened = await open(service, null, look);
    const { page } = opened;
    await signIn(opened, d.manager, PASSWORD);
    await opened.goto('/platforms');
    await page.getByRole('link', { name: '测试孵化器' }).first().click();
    await page.getByRole('link', { name: '测试企业' }).first().click();
    await page.getByRole('button', { name: w.milestone }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input').first().fill('样机通过测试');
    await dialog.locator('input').nth(1).fill('2025-11-30');
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: w.milestone }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await d.manager.get(`/incubatees/${d.firm.id}`)).toMatchObject({ milestones: expect.arrayContaining([expect.objectContaining({ title: '样机通过测试', dueOn: '2025-11-30' })]) as object });
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  });

  it('a leader goes from a figure of the report to the records behind it and what was done with one', async () => {
    const opened = await open(service, null, look);
    const { page } = opened;
    await signIn(opened, d.leader, PASSWORD);
    await opened.goto('/office/report');
    await page.locator('main a[href^="/office/report/incubatees"]').first().click();
    await page.locator('main a[href^="/office/things/"]').first().click();
    await page.waitForURL(/\/office\/things\//);
    await page.locator('main h1').first().waitFor();
    await page.locator('main').getByText(/(admit|enter)-incubatee/).first().waitFor();
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  });

  it('an administrator drafts a version of a rule, changes it, sees what differs, and puts it in force', async () => {
    const opened = await open(service, null, look);
    const { page, goto, context, faults } = opened;
    await signIn(opened, d.office, PASSWORD);
    await goto('/admin/rules/youth-start-up');
    const act = async (name: string, fill: () => Promise<void>) => {
      await page.getByRole('button', { name, exact: true }).first().click();
      await fill();
      await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    };
    const { items } = await d.office.get<{ items: { version: string }[] }>('/rules/youth-start-up');
    await act(w.draft, async () => {
      await page.getByLabel(w.version).fill('区规-1');
      await page.getByLabel(w.paper).fill('示例通知');
    });
    await page.getByText(w.notYet).waitFor();
    await act(w.change, async () => {
      await page.getByLabel(w.inChinese).fill('改写后的条件');
      await page.getByLabel(w.inEnglish).fill('改写后的条件');
    });
    await page.getByRole('heading', { name: `${items[0]!.version} → 区规-1` }).waitFor();
    await page.getByRole('cell', { name: /改写后的条件/ }).first().waitFor();
    await act(w.adopt, async () => {
      await page.getByLabel(w.startsOn).fill('2031-01-01');
      await page.keyboard.press('Tab');
    });
    await page.getByText(w.inForce).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('an administrator has the whole record checked', async () => {
    const opened = await open(service, d.office, look);
    await opened.goto('/admin?tab=audit');
    await opened.page.getByRole('button', { name: w.check }).click();
    await opened.page.getByText(w.whole).waitFor();
    // A list leaves as a workbook, as it is shown.
    await opened.goto('/admin?tab=people');
    await opened.page.locator('main .list-tools button').last().click();
    const [file] = await Promise.all([opened.page.waitForEvent('download'), opened.page.getByText(/XLSX/).click()]);
    const { lines } = await readTable(readFileSync(await file.path()));
    expect(lines.some(({ cells }) => Object.values(cells).includes('leader@test.example'))).toBe(true);
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  });
});
