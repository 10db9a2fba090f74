import fc from 'fast-check';
import { buffer } from 'node:stream/consumers';
import { FORMATS, readTable, tableFile, workbook, type Table } from './table.js';

/** Of a text that begins with an apostrophe no CSV can say whether it was put there to make a formula plain. */
const TEXT = fc.oneof(fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).filter((text) => !text.startsWith("'")), fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype), '=1+1', '@SUM(A1)', '项目', 'a"b,c\n'));

describe('a table that leaves and comes in', () => {
  it.each([...FORMATS.map((format) => ({ format, written: async (table: Table) => buffer(await tableFile(table, format)) })), { format: 'a workbook', written: (table: Table) => workbook([table]) }])('says the same in $format, whatever its cells say', async ({ written }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(TEXT, { minLength: 1, maxLength: 20 }), async (texts) => {
        const { lines } = await readTable(await written({ name: 'texts', columns: ['n', 'text'], rows: texts.map((text, n) => [n, text]) }));
        expect(lines.map(({ cells }) => cells['text'])).toEqual(texts.map((text) => text.trim()));
      }),
      { numRuns: 50 },
    );
  });

  it('makes plain in CSV what a spreadsheet would run, in a heading too', async () => {
    const text = (await buffer(await tableFile({ name: 'formulas', columns: ['=1+1', 'b'], rows: [['@SUM(A1)', 1]] }, 'csv'))).toString();
    expect(text).toBe("\uFEFF'=1+1,b\n'@SUM(A1),1\n");
  });

  it.each(FORMATS)('breaks off in %s where its rows can’t be read to the end, rather than be taken for whole', async (format) => {
    async function* rows() {
      for (let n = 0; n < 3000; n++) yield [n];
      await Promise.reject(new Error('the database is gone'));
    }
    await expect(tableFile({ name: 'long', columns: ['n'], rows: rows() }, format).then(buffer)).rejects.toThrow('the database is gone');
  });
});
