import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCall } from '../support/chain.js';
import { FORM } from '../support/form.js';
import { startTestService, type TestService } from '../support/service.js';
import { open } from './browser.js';

const WORDS = {
  zh: { signUp: '注册', name: '姓名', email: '邮箱', password: '密码', enter: '我要参赛', check: '判定', met: '符合', begin: '开始填写', title: '题目', abstract: '摘要', plan: /^方案/, saved: '已保存', kept: /已存在本机/, stage: /^阶段/, idea: '概念', upload: '上传文件', handIn: '提交', receipt: '提交回执', standing: '进展', handedIn: '已提交', yes: '是', no: '否', conflict: /已被队友修改/, mine: '用我的', preview: '评委所见', year: '企业注册年份' },
  en: { signUp: 'Sign up', name: 'Name', email: 'E-mail', password: 'Password', enter: 'Enter', check: 'Check', met: 'Met', begin: 'Begin', title: 'Title', abstract: 'Abstract', plan: /^Plan/, saved: 'Saved', kept: /Kept on this device/, stage: /^Stage/, idea: 'Idea', upload: 'Upload a file', handIn: 'Hand in', receipt: 'Receipt', standing: 'Standing', handedIn: 'Handed in', yes: 'Yes', no: 'No', conflict: /changed .* meanwhile/, mine: 'Take mine', preview: 'As judges see it', year: 'The year the firm was registered' },
} as const;

describe.each([
  { language: 'zh', phone: false },
  { language: 'en', phone: true },
] as const)('a contestant ($language, phone: $phone)', (look) => {
  const w = WORDS[look.language];
  let service: TestService;
  afterEach(() => service.stop());

  it('goes from signing up to the receipt, through a cut line, a team-mate at the same field and a restart', async () => {
    service = await startTestService();
    const office = await service.office();
    const call = await openCall(office, { form: FORM });
    const opened = await open(service, null, look);
    const { page, context } = opened;

    await opened.goto(`/calls/${call}`);
    await page.locator('main').getByRole('link', { name: w.enter, exact: true }).click();
    await page.getByRole('button', { name: look.language === 'zh' ? '登录' : 'Sign in' }).last().click();
    await page.getByRole('link', { name: w.signUp }).click();
    await page.getByLabel(w.name, { exact: true }).fill('示例负责人');
    await page.getByLabel(w.email).fill('me@test.example');
    await page.getByLabel(w.password).first().fill('correct horse battery');
    await page.getByRole('button', { name: w.signUp }).click();

    // Whether he may enter is said before anything is written.
    await page.getByLabel(w.year).fill('2024');
    // Conditions are asked as they are worded, so that every answer that lets him in is yes.
    for (const group of await page.locator('main').getByRole('radiogroup').all()) await group.getByText(w.yes, { exact: true }).click();
    for (const field of await page.locator('main').getByRole('spinbutton').all()) if ((await field.inputValue()) === '') await field.fill('1000000');
    await page.getByRole('button', { name: w.check }).click();
    await page.locator('.tag', { hasText: w.met }).first().waitFor();

    await page.getByLabel(w.title).fill('桥梁检测机器人');
    await page.getByLabel(w.abstract).fill('沿缆索爬行，夜间作业。');
    await page.getByRole('button', { name: w.begin }).click();
    await page.waitForURL(/\/entries\/[0-9a-f-]{36}/);
    const entry = /entries\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    const saving = page.locator('[data-saving]');

    // Typed and saved by itself.
    await page.getByLabel(w.plan).fill('第一版方案');
    await page.locator('[data-saving=saved]').waitFor();

    // The line is cut: what is typed stays on the device, and is sent when it is back.
    await context.setOffline(true);
    await page.getByLabel(w.plan).fill('断线时写的方案');
    await page.waitForFunction((text) => new RegExp(text).test(document.querySelector('[data-saving]')?.textContent ?? ''), w.kept.source);
    await context.setOffline(false);
    await page.locator('[data-saving=saved]').waitFor({ timeout: 20_000 });

    // A team-mate changes the same field meanwhile: both are shown, one is chosen.
    const mate = service.visitor('me');
    const shown = async () => (await mate.get<{ answers: { plan: string }; fieldVersions: Record<string, number> }>(`/entries/${entry}`));
    await mate.as('correct horse battery').signIn();
    await mate.signIn();
    await context.setOffline(true);
    await page.getByLabel(w.plan).fill('我的方案');
    await mate.patch(`/entries/${entry}`, { answers: { plan: '队友的方案' }, seen: { plan: (await shown()).fieldVersions['plan'] } });
    await context.setOffline(false);
    await page.getByText(w.conflict).waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: w.mine }).click();
    await page.locator('[data-saving=saved]').waitFor();
    expect((await shown()).answers.plan).toBe('我的方案');

    // The service is restarted while he types.
    const environment = { DATABASE_URL: service.config.DATABASE_URL!, PORT: String(service.config.PORT), TRELLIS_HOME: service.home };
    await service.stop({ keep: true });
    await page.getByLabel(w.plan).fill('重启时写的方案');
    await page.waitForFunction(() => document.querySelector('[data-saving]')?.getAttribute('data-saving') === 'waiting');
    service = await startTestService({ environment });
    await page.locator('[data-saving=saved]').waitFor({ timeout: 30_000 });

    await page.getByLabel(w.stage).click();
    await page.getByTitle(w.idea).click();
    const file = join(mkdtempSync(join(tmpdir(), 'trellis-file-')), '说明.txt');
    writeFileSync(file, '项目说明');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: w.upload }).click();
    await (await chooser).setFiles(file);
    await page.getByRole('button', { name: '说明.txt', exact: true }).waitFor();
    await page.locator('[data-saving=saved]').waitFor();
    expect(await saving.textContent()).toBe(w.saved);

    await page.getByRole('link', { name: w.preview }).click();
    await page.getByText('重启时写的方案').waitFor();
    await page.getByRole('link', { name: w.handIn, exact: true }).click();
    await page.locator('main').getByRole('button', { name: w.handIn, exact: true }).click();
    await page.getByRole('heading', { name: w.receipt }).waitFor();
    await page.getByRole('link', { name: w.standing }).click();
    await page.locator('main dl b', { hasText: w.handedIn }).waitFor();
    expect(opened.faults).toEqual([]);
    await context.close();
  });
});
