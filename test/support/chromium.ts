import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/** The browser that comes with the packages: nothing has to be on the machine. */
export const launchChromium = async (): Promise<Browser> =>
  playwright.launch({ executablePath: await chromium.executablePath(), args: [...chromium.args.filter((one) => one !== '--single-process' && !/angle|swiftshader|^--use-gl|ignore-gpu|in-process-gpu/.test(one)), '--disable-background-networking', '--disable-gpu', '--disable-software-rasterizer'], headless: true });
