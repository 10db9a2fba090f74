/** Plays the demo and pictures the console on its data: docs/screenshots, shown in the README and docs/tour.md. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '#platform';
import type { Browser } from 'playwright-core';
import { Visitor } from '../apps/cli/demo/visitor.js';
import { launchChromium } from '../test/support/chromium.js';

const PORT = '3461';
const BASE = `http://127.0.0.1:${PORT}`;
const FOLDER = join(ROOT, 'docs/screenshots');

interface Shot {
  readonly name: string;
  readonly who: 'office' | 'judge' | 'team' | 'firm' | 'platform2' | 'park' | 'leader' | null;
  readonly path: string;
  readonly phone?: boolean;
  readonly dark?: boolean;
  readonly english?: boolean;
}

interface Named {
  readonly id: string;
  readonly kind: string;
}

interface Call {
  readonly id: string;
  readonly group: string;
  readonly contest: { readonly id: string; readonly edition: number };
}

const home = mkdtempSync(join(tmpdir(), 'trellis-screenshots-'));
const demo = spawn(process.execPath, [join(ROOT, 'dist/apps/cli/main.js'), 'demo'], { env: { ...process.env, TRELLIS_HOME: home, PORT }, stdio: ['ignore', 'pipe', 'inherit'] });
let said = '';
for await (const part of demo.stdout) {
  said += String(part);
  if (said.includes('Stop with')) break;
}
const password = /accounts is (\S+)/.exec(said)?.[1] ?? '';
const landed = /(\S+)@demo\.example +a firm that/.exec(said)?.[1] ?? '';
const someone = (account: string) => new Visitor(BASE, account, `${account}@demo.example`, password).signIn();
const visitors = { office: await someone('office'), judge: await someone('judge'), team: await someone('team'), firm: await someone(landed), platform2: await someone('platform2'), park: await someone('park'), leader: await someone('leader') };

const browser = await launchChromium();
mkdirSync(FOLDER, { recursive: true });
for (const shot of await shots()) await take(browser, shot);
await browser.close();
demo.kill('SIGTERM');
await once(demo, 'exit');
rmSync(home, { recursive: true, force: true });

async function shots(): Promise<Shot[]> {
  const { office, judge, team } = visitors;
  const { items } = await office.get<{ items: Call[] }>('/calls?limit=100');
  const now = items.filter(({ contest }) => contest.edition === 3);
  const of = (group: string) => now.find((call) => call.group === group)!.id;
  const ended = items.find(({ contest }) => contest.edition === 2)!.id;
  const roundOf = async (call: string, n: number) => (await office.get<{ rounds: { id: string }[] }>(`/calls/${call}/rounds`)).rounds[n]!.id;
  const online = await roundOf(of('start-up'), 0);
  const { next } = await judge.get<{ next: string }>(`/rounds/${online}/queue`);
  const draft = (await team.get<{ items: { id: string; state: string }[] }>('/entries?limit=100')).items.find(({ state }) => state === 'draft')!.id;
  const first = async (path: string, like: (one: Named) => boolean) => (await office.get<{ items: Named[] }>(path)).items.find(like)!;
  const firm = (await visitors.firm.get<{ items: { project: string }[] }>('/incubatees')).items[0]!.project;
  const platform = (await first('/platforms', ({ kind }) => kind === 'incubator')).id;
  const park = (await first('/parks', ({ kind }) => kind === 'area')).id;
  const deal = (await visitors.park.get<{ items: { id: string }[] }>('/deals')).items[0]!.id;
  return [
    { name: 'home', who: null, path: '/' },
    { name: 'call', who: null, path: `/calls/${of('growth')}`, english: true },
    { name: 'entry', who: 'team', path: `/entries/${draft}` },
    { name: 'sheet', who: 'judge', path: `/judging/sheets/${next}` },
    { name: 'pitch', who: 'judge', path: `/judging/rounds/${await roundOf(of('youth'), 0)}/pitch`, phone: true },
    { name: 'edition', who: 'office', path: `/office/contests/${now[0]!.contest.id}` },
    { name: 'form', who: 'office', path: `/office/calls/${of('growth')}?tab=form` },
    { name: 'assignment', who: 'office', path: `/office/rounds/${online}?tab=assignment` },
    { name: 'monitor', who: 'office', path: `/office/rounds/${online}?tab=monitor`, dark: true },
    { name: 'ranking', who: 'office', path: `/office/rounds/${await roundOf(ended, 1)}?tab=ranking`, english: true },
    { name: 'what-if', who: 'office', path: `/office/rounds/${await roundOf(ended, 0)}?tab=whatIf` },
    { name: 'control-desk', who: 'office', path: `/office/rounds/${await roundOf(of('youth'), 0)}?tab=pitch` },
    { name: 'results', who: null, path: `/calls/${ended}/results` },
    { name: 'firm', who: 'firm', path: `/firms/${firm}?tab=qualifications` },
    { name: 'money', who: 'firm', path: `/firms/${firm}?tab=money`, phone: true },
    { name: 'attention', who: 'platform2', path: `/platforms/${platform}?tab=attention` },
    { name: 'graduation', who: 'platform2', path: `/platforms/${platform}?tab=graduation`, english: true },
    { name: 'space', who: 'platform2', path: `/platforms/${platform}?tab=space` },
    { name: 'park', who: 'park', path: `/parks/${park}?tab=sites` },
    { name: 'deal', who: 'park', path: `/deals/${deal}` },
    { name: 'report', who: 'leader', path: '/office/report' },
    { name: 'flow', who: 'leader', path: '/office/flow' },
    { name: 'administration', who: 'office', path: '/admin?tab=people', dark: true },
  ];
}

async function take(browser: Browser, { name, who, path, phone = false, dark = false, english = false }: Shot): Promise<void> {
  const context = await browser.newContext({ viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 860 }, locale: english ? 'en-GB' : 'zh-CN', colorScheme: dark ? 'dark' : 'light', timezoneId: 'Asia/Shanghai' });
  if (who) await context.addCookies([visitors[who].browserCookie()]);
  const page = await context.newPage();
  await page.goto(BASE + path);
  await page.locator('main h1').waitFor();
  // Papers, pictures and fonts come after the text.
  await page.waitForTimeout(3000);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await context.close();
}
