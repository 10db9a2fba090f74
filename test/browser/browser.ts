import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { launchChromium } from '../support/chromium.js';
import { leftovers } from '../support/leftovers.js';
import type { TestService } from '../support/service.js';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export interface Look {
  readonly language: 'zh' | 'en';
  readonly phone?: boolean;
  readonly dark?: boolean;
  /** Whether pages are read without script. */
  readonly plain?: boolean;
}

/** WCAG 2.2 AA, and what axe holds to be good practice beyond it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The one browser of a test file. */
let browser: Promise<Browser> | undefined;

/** A page as someone opens it, with what went wrong on it. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
  goto(path: string): Promise<void>;
}

/** Opens a page of the service, signed in as `visitor` where there is one. A line that is cut is no fault of the page. */
export async function open(service: TestService, visitor: Visitor | null, { language, phone = false, dark = false, plain = false }: Look): Promise<Opened> {
  if (!browser) {
    const launched = (browser = launchChromium());
    leftovers.add({
      stop: async () => {
        browser = undefined;
        await (await launched).close();
      },
    });
  }
  const context = await (await browser).newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: dark ? 'dark' : 'light',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: !plain,
    reducedMotion: 'reduce',
  });
  if (visitor) await context.addCookies([visitor.browserCookie()]);
  const page = await context.newPage();
  await page.addInitScript(axe.source);
  // The page's clock is the service's.
  await page.clock.setFixedTime(service.clock.now());
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${String(error)}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_NETWORK|ERR_INCOMPLETE|ERR_EMPTY_RESPONSE|503/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
  });
  return {
    ...{ page, context, faults },
    goto: async (path) => {
      await page.goto(service.config.baseUrl + path);
      if (!plain) await page.locator('main h1').first().waitFor();
    },
  };
}

/** What keeps someone from using the page, by axe's rules. */
async function barriers(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async (values) => (await window.axe.run(document, { resultTypes: ['violations'], iframes: false, runOnly: { type: 'tag', values } })).violations.map(({ id, nodes }) => ({ id, html: nodes[0]!.html })), RULES);
  return violations.map(({ id, html }) => `${new URL(page.url()).pathname} ${id}: ${html.slice(0, 200)}`);
}

/**
 * What is wrong with pages as someone goes through them: barriers, titles, pages wider than the screen, keys that show where words should.
 * Every page is gone through in one of two looks, by turns, and with `LOOKS=all` in both.
 */
export async function lookedAt({ page, goto }: Opened, paths: readonly string[], { language, phone = false }: Look): Promise<string[]> {
  const found: string[] = [];
  const turn = (n: number) => process.env['LOOKS'] === 'all' || paths.length === 1 || (n % 2 === 1) === phone;
  for (const path of paths.filter((_, n) => turn(n))) {
    await goto(path);
    await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
    found.push(...(await barriers(page)));
    const { beyond, title } = await page.evaluate(() => ({ beyond: document.scrollingElement!.scrollWidth - window.innerWidth, title: document.title }));
    if (beyond > 0) found.push(`${path} is ${beyond} pixels too wide`);
    if (!/ · 赛孵园 Trellis$/.test(title)) found.push(`${path} is called "${title}"`);
    // No key of a text shows where its words should; a template's places are no keys.
    const text = await page.locator('body').innerText();
    if (/\b[a-z]+[A-Z][a-z]+\b/.test(text.replace(/\/[\w.-]+(?:\/[\w.-]+)+|[\w-]*\d[\w-]*|\{\w+\}/g, '').replace(/GitHub|JavaScript/g, '')) && language === 'zh') found.push(`${path} shows ${/\b[a-z]+[A-Z][a-z]+\b/.exec(text)?.[0] ?? ''}`);
  }
  return found;
}

/** Signs in by the form, as anyone does; comes out at the first page. */
export async function signIn({ page, goto }: Opened, { email }: Visitor, password: string): Promise<void> {
  await goto('/sign-in');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.locator('main h1').first().waitFor();
}
