import { strToU8, unzipSync, zipSync } from 'fflate';
import { workbook } from './table.js';
import { boundWorkbook } from './workbook-bounds.js';

const book = () => workbook([{ name: 'x', columns: ['名称', '金额'], rows: [['甲', 1], ['乙', 2]] }]);
/** The same workbook with something else for its table. */
const withTable = async (table: Uint8Array) => {
  const parts = unzipSync(new Uint8Array(await book()));
  const [name] = Object.keys(parts).filter((part) => part.includes('worksheets/sheet'));
  return zipSync({ ...parts, [name!]: table }, { level: 1 });
};

describe('the bounds of a workbook', () => {
  it('hold for what people fill in', async () => {
    expect(() => boundWorkbook(new Uint8Array([]), 1)).toThrow();
    const content = new Uint8Array(await book());
    expect(() => boundWorkbook(content, 2)).not.toThrow();
    expect(() => boundWorkbook(content, 1)).toThrow('1');
  });

  it.each([
    ['a cell far down', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', /60000/],
    ['a cell far to the right', '<row r="1"><c s="1" r="XFD1"><v>1</v></c></row>', /16384/],
    ['a table of millions', '<row r="50000"><c r="ZZ50000"><v>1</v></c></row>', /702/],
  ])('are broken by %s', async (_, rows, message) => {
    const content = await withTable(strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`));
    expect(() => boundWorkbook(content, 60_000)).toThrow(message);
  });

  it('are broken by what unpacks to too much, whatever it says of itself', async () => {
    const content = await withTable(new Uint8Array(140_000_000).fill(0x20));
    expect(() => boundWorkbook(content, 60_000)).toThrow('128 MB');
    // The size that it says stands in the local header and in the directory.
    const lies = Buffer.from(content);
    for (let at = lies.indexOf('PK\u0001\u0002', 0, 'latin1'); at !== -1; at = lies.indexOf('PK\u0001\u0002', at + 4, 'latin1')) if (lies.readUInt32LE(at + 24) > 1e8) lies.writeUInt32LE(1000, at + 24);
    for (let at = lies.indexOf('PK\u0003\u0004', 0, 'latin1'); at !== -1; at = lies.indexOf('PK\u0003\u0004', at + 4, 'latin1')) if (lies.readUInt32LE(at + 22) > 1e8) lies.writeUInt32LE(1000, at + 22);
    expect(() => boundWorkbook(new Uint8Array(lies), 60_000)).toThrow('128 MB');
  });
});
