import { strToU8, zipSync } from 'fflate';

const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
const RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>';
const BOOK_RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const BOOK = '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="x" sheetId="1" r:id="rId1"/></sheets></workbook>';

const workbook = (sheet: Uint8Array | string): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8(TYPES), '_rels/.rels': strToU8(RELS), 'xl/workbook.xml': strToU8(BOOK), 'xl/_rels/workbook.xml.rels': strToU8(BOOK_RELS), 'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? strToU8(sheet) : sheet }, { level: 1 });
const rows = (inner: string): string => `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inner}</sheetData></worksheet>`;
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const ENTITIES = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');

/** Files that were made to do harm, by what they try. */
export const hostileFiles = (): Readonly<Record<string, Uint8Array>> => ({
  'a workbook of a few hundred kilobytes that unpacks to 200 megabytes': workbook(new Uint8Array(200_000_000).fill(0x20)),
  'a workbook with a cell a million rows down': workbook(rows(`<row r="1048576">${cell('XFD1048576', 'x')}</row>`)),
  'a workbook whose entities grow without end': workbook(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "xxxxxxxxxx">${ENTITIES}]>${rows(`<row r="1">${cell('A1', '&e9;')}</row>`).slice(21)}`),
  'a workbook that reads a file of the machine': workbook(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${rows(`<row r="1">${cell('A1', '&e;')}</row>`).slice(21)}`),
  'a workbook of formulas': workbook(rows(`<row r="1">${cell('A1', '=HYPERLINK(&quot;http://example.org&quot;)')}</row>`)),
  'half a workbook': workbook(rows('')).slice(0, 300),
  'an archive with paths that lead out': zipSync({ '../../../../tmp/out': strToU8('x'), '/etc/out': strToU8('x') }),
  'a document with a script': strToU8('%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj trailer<</Root 1 0 R>>'),
  'a picture with a script': strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'),
  'a table of formulas': strToU8('名称,邮箱\n=cmd|\' /C calc\'!A0,@SUM(1+1)*cmd|\' /C calc\'!A0\n'),
  'nothing': new Uint8Array(0),
  'bytes without sense': Uint8Array.from({ length: 100_000 }, (_, n) => (n * 7919) % 251),
});
