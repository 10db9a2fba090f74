import { openCall, RUBRIC } from '../support/chain.js';
import { Contests } from '../support/contest.js';
import { openRound } from '../support/rounds.js';
import { PASSWORD, startTestService, type TestService } from '../support/service.js';
import { open } from './browser.js';

const WORDS = {
  zh: { email: '邮箱', password: '密码', signIn: '登录', accept: '接受', declare: '申报回避与意向', save: '保存', saved: '已保存。', gladly: '愿意', start: /开始评审|继续评审/, handIn: /提交并下一份/, kept: /已存在本机/, locked: /已提交，如需修改/, big: '提交评分', handedIn: '已提交', keys: '键盘快捷键', next: /^下一评分项/, calls: '征集与结果' },
  en: { email: 'E-mail', password: 'Password', signIn: 'Sign in', accept: 'Accept', declare: 'Conflicts and preferences', save: 'Save', saved: 'Saved.', gladly: 'Gladly', start: /^(Judge|Go on) →/, handIn: /Hand in, next/, kept: /Kept on this device/, locked: /Ask the office to reopen/, big: 'Hand in', handedIn: 'Handed in', keys: 'Keyboard shortcuts', next: /^Next criterion/, calls: 'Calls and results' },
} as const;

describe.each([
  { language: 'zh', phone: false },
  { language: 'en', phone: true },
] as const)('a judge ($language, phone: $phone)', (look) => {
  const w = WORDS[look.language];
  let service: TestService;
  beforeEach(async () => (service = await startTestService()));
  afterEach(() => service.stop());

  it('accepts, says his conflicts, marks by keyboard through a cut line, and sees his sheets locked', async () => {
    const office = await service.office();
    const contests = new Contests(service, office);
    const call = await openCall(office);
    for (let n = 0; n < 2; n++) await contests.enterIn(call);
    await service.moveTo('2025-04-12T09:00:00+08:00');
    const other = await contests.judgeOf(call);
    const judge = await contests.someone();
    await office.post(`/calls/${call}/judges`, { judge: judge.id });
    await service.settle();

    const opened = await open(service, null, look);
    const { page, context } = opened;
    await opened.goto('/sign-in?next=/judging');
    await page.getByLabel(w.email).fill(judge.email);
    await page.getByLabel(w.password).first().fill(PASSWORD);
    await page.locator('main').getByRole('button', { name: w.signIn }).click();
    await page.getByRole('button', { name: w.accept, exact: true }).click();
    await page.getByRole('link', { name: w.declare }).click();
    await page.getByText(w.gladly, { exact: true }).first().click();
    await page.getByRole('button', { name: w.save, exact: true }).click();
    await page.getByText(w.saved).waitFor();

    const round = await openRound(service, office, call, { reviewsPerEntry: 2, maxPerJudge: 5 });
    await opened.goto('/judging');
    await page.getByRole('link', { name: w.start }).first().click();
    // The round's page is there once its progress is: until then its own link is not.
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('link', { name: w.start }).first().click();
    for (let sheet = 0; sheet < 2; sheet++) {
      await page.locator('[data-saving=saved]').waitFor();
      await page.keyboard.press('j');
      await page.keyboard.type('7');
      await context.setOffline(sheet === 0);
      await page.keyboard.press('Enter');
      await page.keyboard.type('8.5');
      if (sheet === 0) {
        await page.waitForFunction((text) => new RegExp(text).test(document.querySelector('[data-saving]')?.textContent ?? ''), w.kept.source);
        await context.setOffline(false);
      }
      await page.locator('[data-saving=saved]').waitFor({ timeout: 20_000 });
      const at = page.url();
      await page.keyboard.press('Control+Enter');
      await page.waitForFunction((before) => window.location.href !== before, at);
    }
    await page.waitForURL(new RegExp(`/judging/rounds/${round}`));
    const queue = await judge.get<{ done: number; sheets: { marks: { criterion: string; mark: number }[]; total: number }[] }>(`/rounds/${round}/queue`);
    expect(queue.done).toBe(2);
    expect(queue.sheets.map(({ total }) => total)).toEqual([7 * RUBRIC[0]!.weight + 8.5 * RUBRIC[1]!.weight, 7 * RUBRIC[0]!.weight + 8.5 * RUBRIC[1]!.weight]);
    await page.locator('main table').getByRole('link').first().click();
    await page.getByText(w.locked).waitFor();
    expect(await page.locator('aside').innerText()).not.toContain(other.name);

    // The keyboard's own pages.
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog', { name: w.keys }).getByText(w.next).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(w.calls);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/calls$/);
    expect(opened.faults).toEqual([]);
    await context.close();
  });

  it('marks a pitch from his phone as soon as it has ended, and what he typed before outlives a restart', async () => {
    const office = await service.office();
    const contests = new Contests(service, office);
    const call = await openCall(office, { rounds: [{ name: '路演', rubric: RUBRIC, quorum: 1, seating: 'all', pitch: { present: 5, answer: 5 } }] });
    for (let n = 0; n < 2; n++) await contests.enterIn(call);
    await service.moveTo('2025-04-12T09:00:00+08:00');
    const judge = await contests.judgeOf(call);
    const round = await openRound(service, office, call);
    await office.post(`/rounds/${round}/draw-order`);
    await office.post(`/rounds/${round}/pitch`);

    const opened = await open(service, judge, { ...look, phone: true });
    const { page, context } = opened;
    await opened.goto(`/judging/rounds/${round}/pitch`);
    for (const { key } of RUBRIC) await page.locator(`#mark-${key}`).fill('8');
    await page.locator('[data-saving=saved]').waitFor();
    const button = page.getByRole('button', { name: w.big, exact: true });
    expect(await button.isDisabled()).toBe(true);

    const environment = { DATABASE_URL: service.config.DATABASE_URL!, PORT: String(service.config.PORT), TRELLIS_HOME: service.home };
    await service.stop({ keep: true });
    await page.locator(`#mark-${RUBRIC[0]!.key}`).fill('9');
    service = await startTestService({ environment, now: '2025-04-12T09:10:00+08:00' });
    await page.locator('[data-saving=saved]').waitFor({ timeout: 30_000 });

    const desk = await service.visitor('office').signIn();
    await desk.post(`/rounds/${round}/pitch`);
    await desk.post(`/rounds/${round}/pitch`);
    await page.waitForFunction(() => [...document.querySelectorAll('main button')].some((one) => one.clientHeight > 55 && !(one as HTMLButtonElement).disabled && one.textContent !== '−' && one.textContent !== '+'), undefined, { timeout: 30_000 });
    await button.click();
    await page.locator('.tag', { hasText: w.handedIn }).first().waitFor();
    expect(opened.faults).toEqual([]);
    await context.close();
  });
});
