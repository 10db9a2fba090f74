import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sfntOf } from './sfnt.js';

const FONT = 'files/noto-sans-sc-chinese-simplified-400-normal.woff';
let font: Promise<Buffer> | undefined;

/** The font that papers are set in, read once. */
export const chineseFont = (): Promise<Buffer> => (font ??= readFile(join(dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')), FONT)).then(sfntOf));
