import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { launchChromium } from '../support/chromium.js';
import { copyEntry } from '../support/copy-entry.js';
import { keep, median } from './keep.js';
import { opened } from './opened.js';

const PORT = 3457;
const RUNS = 5;
const ENTRIES = 10_000;
const RUBRIC = [{ key: 'innovation', name: '创新', weight: 10, min: 0, max: 10, step: 0.5 }];

/** How soon pages are painted with nothing kept by the browser, what they load first, and how long what one does takes to show. */
export async function benchConsole(): Promise<void> {
  const { service, office, close } = await opened(PORT);
  const contest = (await office.post('/contests', { name: '测试大赛', edition: 1 })).id;
  const call = (await office.post(`/contests/${contest}/calls`, { name: '测试征集', group: 'team', eligibilityRule: 'district-open', closesAt: '2099-01-01T18:00:00+08:00', rounds: [{ name: '网评', rubric: RUBRIC, quorum: 2 }], shortlist: 2, awards: 1, announceDays: 5 })).id;
  await office.post(`/calls/${call}/publish`);
  const entry = (await office.post(`/calls/${call}/entries`, { title: '项目 0', abstract: '摘要', facts: {} })).id;
  await copyEntry(service.database, entry, ENTRIES - 1);

  const browser = await launchChromium();
  const list = `/office/calls/${call}?tab=entries`;
  const rows: string[][] = [];
  for (const [name, path, who] of [['home page', '/', null], ['a call', `/calls/${call}`, null], ['sign-in', '/sign-in', null], ['start page of the office', '/', office], ['10,000 entries', list, office]] as const) {
    const paints: { first: number; script: number }[] = [];
    for (let n = 0; n < RUNS; n++) paints.push(await paint(browser, service.config.baseUrl, path, who));
    const middle = (of: 'first' | 'script') => median(paints.map((one) => one[of]));
    rows.push([`first paint: ${name}`, `${(middle('first') / 1000).toFixed(2)} s`, `${Math.round(middle('script') / 1024)} KiB of script`]);
  }
  for (const [name, took] of await interactions(browser, service.config.baseUrl, office, list)) rows.push([name, `${Math.round(took)} ms`, '']);
  await browser.close();
  await close();
  keep('console', `The console in the Chromium that tests use, on localhost, service and browser on the same two cores. First paint is the first contentful one of a browser that has kept nothing, with the script that was loaded by then and until the page was at rest, as compressed; medians of ${RUNS}. What one does is measured from the key or click to the next frame that shows it (Event Timing), the longest of each.`, ['what', 'time', 'loaded'], rows);
}

async function contextOf(browser: Browser, who: Visitor | null): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: 'zh-CN' });
  if (who) await context.addCookies([who.browserCookie()]);
  return context;
}

async function paint(browser: Browser, base: string, path: string, who: Visitor | null): Promise<{ first: number; script: number }> {
  const context = await contextOf(browser, who);
  const page = await context.newPage();
  let script = 0;
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  const scripts = new Set<string>();
  wire.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void (scripts.has(requestId) && (script += encodedDataLength)));
  await page.goto(base + path);
  await page.locator('main h1').waitFor();
  const first = await page.evaluate(() => new Promise<number>((told) => new PerformanceObserver((found) => found.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => told(startTime))).observe({ type: 'paint', buffered: true })));
  await page.waitForTimeout(500);
  await context.close();
  return { first, script };
}

/** The longest event of each thing done, in milliseconds. */
async function interactions(browser: Browser, base: string, office: Visitor, list: string): Promise<[string, number][]> {
  const context = await contextOf(browser, office);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const durations: number[] = [];
    Object.assign(window, { durations });
    new PerformanceObserver((found) => durations.push(...found.getEntries().map(({ duration }) => duration))).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  await page.goto(base + list);
  await page.getByText(`${ENTRIES} 条`).waitFor({ timeout: 60_000 });
  const longest = async (act: () => Promise<unknown>): Promise<number> => {
    await page.evaluate(() => void ((window as unknown as { durations: number[] }).durations.length = 0));
    await act();
    await page.waitForTimeout(600);
    return page.evaluate(() => Math.max(16, ...(window as unknown as { durations: number[] }).durations));
  };
  const search = page.getByRole('searchbox');
  const found: [string, number][] = [
    ['typing in the search of 10,000 rows', await longest(() => search.pressSequentially('生物 77', { delay: 60 }))],
    ['clearing it', await longest(() => search.fill(''))],
    ['sorting 10,000 rows', await longest(() => page.getByRole('columnheader').first().getByRole('button').click())],
    ['opening the palette', await longest(() => page.keyboard.press('Control+k'))],
    ['typing in it', await longest(() => page.keyboard.type('征集', { delay: 60 }))],
    ['closing it', await longest(() => page.keyboard.press('Escape'))],
    ['changing the language', await longest(() => page.getByRole('button', { name: 'English' }).click())],
  ];
  found.push(['scrolling 10,000 rows, a frame', await frames(page)]);
  await context.close();
  return found;
}

/** The slowest but one in a hundred of the frames of scrolling through the list, in milliseconds. */
function frames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const list = document.querySelector('.list')!;
    const times: number[] = [];
    let before = performance.now();
    for (let n = 0; n < 200; n++) {
      list.scrollTop += 700;
      await new Promise((next) => requestAnimationFrame(next));
      const now = performance.now();
      times.push(now - before);
      before = now;
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
  });
}
