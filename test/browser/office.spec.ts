import type { Page } from 'playwright-core';
import { openCall, RUBRIC } from '../support/chain.js';
import { Contests } from '../support/contest.js';
import { copyEntry } from '../support/copy-entry.js';
import { markAll } from '../support/rounds.js';
import { PASSWORD, startTestService, type TestService } from '../support/service.js';
import { open } from './browser.js';

const WORDS = {
  zh: { email: '邮箱', password: '密码', signIn: '登录', newContest: '新建赛事', name: '名称', create: '新建', addCall: '添加征集', draft: '创建草稿', save: '保存', saved: '已保存。', publish: '发布', judges: '评委', begin: '开始这一轮', open: '发给评委', monitor: '进度', close: '结束评审', ranking: '排名', whatIf: '如果换规则', decideRound: '决定晋级', decide: '定结果', announce: '公示', results: '结果', inForce: '现行规则', form: '表单', addSection: '添加部分', addField: '添加问题', version: '第 1 版', shortlist: '入围名额', awards: '获奖名额', prizes: '奖项' },
  en: { email: 'E-mail', password: 'Password', signIn: 'Sign in', newContest: 'New contest', name: 'Name', create: 'Create', addCall: 'Add a call', draft: 'Make a draft', save: 'Save', saved: 'Saved.', publish: 'Publish', judges: 'Judges', begin: 'Begin the round', open: 'Open the round', monitor: 'Monitor', close: 'Close the round', ranking: 'Ranking', whatIf: 'What if', decideRound: 'Decide who goes on', decide: 'Decide', announce: 'Announce', results: 'Results', inForce: 'in force', form: 'Form', addSection: 'Add a section', addField: 'Add a question', version: 'Version 1', shortlist: 'Places on the shortlist', awards: 'Awards', prizes: 'Prizes' },
} as const;

/** Presses a button and then its like in the dialogue that asks once more. */
async function surely(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe.each([
  { language: 'zh', phone: false },
  { language: 'en', phone: true },
] as const)('the office ($language, phone: $phone)', (look) => {
  const w = WORDS[look.language];
  let service: TestService;
  afterEach(() => service.stop());

  it('sets a contest up from a template, has it judged, decides and announces', async () => {
    service = await startTestService();
    const office = await service.office();
    const contests = new Contests(service, office);
    const opened = await open(service, null, look);
    const { page, context } = opened;

    await opened.goto('/sign-in?next=/office');
    await page.getByLabel(w.email).fill(office.email);
    await page.getByLabel(w.password).first().fill(PASSWORD);
    await page.locator('main').getByRole('button', { name: w.signIn }).click();
    await page.getByRole('button', { name: w.newContest }).click();
    await page.getByLabel(w.name).fill('测试大赛');
    await page.getByRole('dialog').getByRole('button', { name: w.create }).click();
    await page.getByRole('link', { name: w.addCall }).click();
    await page.getByLabel(w.name).fill('测试征集');
    await page.getByRole('button', { name: w.draft }).click();
    await page.waitForURL(/tab=rules/);
    const call = /calls\/([0-9a-f-]{36})/.exec(page.url())![1]!;

    // The last round of the template is taken out, and the quotas made small.
    await page.locator('article').last().getByRole('button').filter({ hasText: /删除|Remove/ }).first().click();
    await page.getByLabel(w.shortlist).fill('2');
    await page.locator('section').filter({ has: page.getByRole('heading', { name: w.prizes }) }).getByRole('button', { name: /^(删除|Remove)/ }).first().click();
    for (const left of [2, 1]) {
      void left;
      await page.locator('section').filter({ has: page.getByRole('heading', { name: w.prizes }) }).getByRole('button', { name: /^(删除|Remove)/ }).first().click();
    }
    await page.getByLabel(w.awards, { exact: true }).fill('1');
    await page.getByRole('button', { name: w.save }).click();
    await page.getByText(w.saved).waitFor();

    await page.getByRole('link', { name: w.form, exact: true }).click();
    await page.getByRole('button', { name: w.addSection }).click();
    await page.getByRole('button', { name: w.addField }).click();
    await page.getByRole('button', { name: w.save }).click();
    await page.getByText(w.version).waitFor();
    await surely(page, w.publish);

    for (let n = 0; n < 3; n++) await contests.enterIn(call, { facts: { region: 'district', 'clean-record': true } });
    await service.moveTo(new Date(Date.parse((await office.get<{ closesAt: string }>(`/calls/${call}`)).closesAt) + 3_600_000).toISOString());
    await page.clock.setFixedTime(service.clock.now());
    const judges = [await contests.judgeOf(call), await contests.judgeOf(call), await contests.judgeOf(call)];
    // The form of a round is there once the judges are known: made anew under a click it would lose it.
    let release = () => undefined as void;
    const held = new Promise<void>((go) => (release = go));
    await page.route('**/api/judge-invitations?*', async (route) => (await held, route.continue()));
    await opened.goto(`/office/calls/${call}?tab=judges`);
    await page.locator('section').getByRole('combobox').first().waitFor();
    expect(await page.getByRole('button', { name: w.begin }).count()).toBe(0);
    release();
    await page.getByRole('button', { name: w.begin }).click();
    await page.waitForURL(/\/office\/rounds\//);
    const round = /rounds\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    await page.getByRole('button', { name: w.open, exact: true }).waitFor({ timeout: 20_000 });
    await surely(page, w.open);

    const plan = await office.get<{ plan: { rubric: { key: string }[] } }>(`/rounds/${round}`);
    // Each judge has his own order; marks go by the entry, so that they don't lie too far apart.
    const merits = new Map((await office.get<{ standings: { entry: string }[] }>(`/rounds/${round}`)).standings.map(({ entry }, n) => [entry, 5 + n]));
    await markAll(service, judges, round, plan.plan.rubric, (entry, j) => merits.get(entry)! + j / 2);
    await page.getByRole('link', { name: w.ranking, exact: true }).click();
    await page.getByRole('rowgroup').last().getByRole('row').nth(2).waitFor({ timeout: 20_000 });
    await page.getByRole('link', { name: w.whatIf, exact: true }).click();
    await page.getByText(w.inForce, { exact: true }).waitFor();

    // The service is restarted under the open page, and the line is cut as he announces: both are done once.
    await opened.goto(`/office/calls/${call}?tab=results`);
    await page.getByRole('button', { name: w.decide, exact: true }).waitFor();
    const environment = { DATABASE_URL: service.config.DATABASE_URL!, PORT: String(service.config.PORT), TRELLIS_HOME: service.home };
    const now = service.clock.now().toISOString();
    await service.stop({ keep: true });
    await page.locator('main').getByRole('button', { name: w.decide, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: w.decide, exact: true }).click();
    service = await startTestService({ environment, now });
    await page.getByRole('button', { name: w.announce, exact: true }).waitFor({ timeout: 30_000 });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await context.setOffline(true);
    await page.locator('main').getByRole('button', { name: w.announce, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: w.announce, exact: true }).click();
    await page.locator('.offline').waitFor();
    await context.setOffline(false);
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 20_000 });
    await opened.goto(`/calls/${call}/results`);
    await page.getByRole('rowgroup').last().getByRole('row').first().waitFor();
    expect((await office.get<{ results: object[] }>(`/calls/${call}/results`)).results).toHaveLength(3);
    expect(opened.faults).toEqual([]);
    await context.close();
  });
});

describe('a list of ten thousand rows', () => {
  let service: TestService;
  beforeAll(async () => (service = await startTestService()));
  afterAll(() => service.stop());

  it('draws only what is in sight, finds Chinese words, and keeps its view in the address', async () => {
    const office = await service.office();
    const contests = new Contests(service, office);
    const call = await openCall(office, { rounds: [{ name: '网评', rubric: RUBRIC, quorum: 2 }] });
    const { entry } = await contests.enterIn(call);
    await service.settle();
    await copyEntry(service.database, entry, 9999);
    const opened = await open(service, office, { language: 'zh' });
    const { page } = opened;
    await opened.goto(`/office/calls/${call}?tab=entries`);
    await page.getByText('10000 条').waitFor({ timeout: 60_000 });
    expect(await page.locator('.list tbody tr').count()).toBeLessThan(60);
    await page.locator('.list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.locator('.list tr[aria-rowindex="10001"]').waitFor();
    await page.getByRole('searchbox').fill('生物 777');
    await page.getByText(/^\d+ \/ 10000 条$/).waitFor();
    await page.waitForURL(/q=/);
    await page.reload();
    await page.getByText(/^\d+ \/ 10000 条$/).waitFor({ timeout: 60_000 });
    expect(opened.faults).toEqual([]);
  });
});
