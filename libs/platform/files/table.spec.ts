import fc from 'fast-check';
import { FORMATS, readTable, tableFile } from './table.js';

/** Of a text that begins with an apostrophe no CSV can say whether it was put there to make a formula plain. */
const TEXT = fc.oneof(fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).filter((text) => !text.startsWith("'")), fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype), '=1+1', '@SUM(A1)', '项目', 'a"b,c\n'));

describe('a table that leaves and comes in', () => {
  it.each(FORMATS)('says the same in %s, whatever its cells say', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(TEXT, { minLength: 1, maxLength: 20 }), async (texts) => {
        const { lines } = await readTable(await tableFile({ name: 'texts', columns: ['n', 'text'], rows: texts.map((text, n) => [n, text]) }, format));
        expect(lines.map(({ cells }) => cells['text'])).toEqual(texts.map((text) => text.trim()));
      }),
      { numRuns: 50 },
    );
  });
});
