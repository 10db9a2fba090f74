import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { isAccepted, realType } from './check-file.js';
import { readFile } from './read-file.js';
import { readReceipt } from './read-receipt.js';
import { receiptPdf } from './receipt-pdf.js';
import { safeName } from './safe-name.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const SIGNED = {
  receipt: { entry: '1', call: '2', callName: '示例征集', title: '高导热薄膜项目', number: 1, hash: 'a'.repeat(64), at: '2025-04-11T10:00:00.000Z', timeZone: 'Asia/Shanghai', late: false, files: [], opposed: ['示例大学'], declaration: null },
  signature: 'c2lnbmF0dXJl',
  publicKey: 'a2V5',
};

describe('a safe name', () => {
  it.each([
    ['计划书.pdf', '计划书.pdf'],
    ['C:\\Users\\x\\计划书.pdf', '计划书.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['\u202egpj.exe', 'gpj.exe'],
    ['CON.txt', '_CON.txt'],
    [' ..  ', 'file'],
    [`${'长'.repeat(300)}.docx`, `${'长'.repeat(145)}.docx`],
  ])('of %j is %j', (given, safe) => expect(safeName(given)).toBe(safe));

  it('has no folder, nothing hidden, and stays what it is when made safe again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const safe = safeName(given);
        expect(safe).not.toMatch(/[\\/<>:"|?*\p{Cc}\p{Cf}]/u);
        expect([...safe].length).toBeGreaterThan(0);
        expect([...safe].length).toBeLessThanOrEqual(151);
        expect(safeName(safe)).toBe(safe);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a file’s text', () => {
  it('is read out of a PDF, Chinese too, with what the PDF says of itself', async () => {
    const { text, properties } = await readFile(await receiptPdf(SIGNED, 'http://localhost'), 'application/pdf');
    expect(text).toContain('高导热薄膜项目');
    expect(text).toContain('2025-04-11 18:00:00');
    expect(properties['Title']).toContain('回执');
  });

  it('is read out of office documents, entities and properties too', async () => {
    const docx = zipSync({ 'word/document.xml': strToU8('<w:p><w:t xml:space="preserve">甲 &amp; 乙</w:t></w:p><w:p><w:t>&#x4E19;</w:t></w:p>'), 'word/media/a.png': strToU8('x'), 'docProps/app.xml': strToU8('<Properties><Company>示例公司</Company></Properties>') });
    expect(await readFile(docx, DOCX)).toEqual({ text: '甲 & 乙\n丙\n', properties: { Company: '示例公司' } });
  });

  it('is read as UTF-8, and as GB 18030 where it is not that', async () => {
    expect((await readFile(strToU8('示例'), 'text/plain')).text).toBe('示例');
    expect((await readFile(Uint8Array.from([0xca, 0xbe, 0xc0, 0xfd]), 'text/plain')).text).toBe('示例');
  });

  it('is empty of a broken file, of junk, and of one that would unpack to fill the memory', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    for (const [content, type] of [[strToU8('%PDF-1.7 broken'), 'application/pdf'], [strToU8('PK no zip'), DOCX], [bomb, DOCX], [strToU8('x'), 'image/png']] as const) expect((await readFile(content, type)).text).toBe('');
  });
});

describe('a receipt', () => {
  it('comes out of its PDF as it went in, and out of nothing else', async () => {
    expect(await readReceipt(await receiptPdf(SIGNED, 'http://localhost'))).toEqual(SIGNED);
    expect(await readReceipt(strToU8(JSON.stringify(SIGNED)))).toEqual(SIGNED);
    await expect(readReceipt(strToU8('no receipt'))).rejects.toThrow();
  });
});

describe('a file’s kind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-kind-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each<[string, string, Uint8Array, readonly string[], boolean]>([
    ['a PDF as PDF', 'a.pdf', strToU8('%PDF-1.7\n%âãÏÓ\n'), ['pdf'], true],
    ['a PDF under another name', 'a.txt', strToU8('%PDF-1.7\n%âãÏÓ\n'), ['txt'], false],
    ['a program under a document’s name', 'a.pdf', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), ['pdf'], false],
    ['text as text', 'a.md', strToU8('# 标题'), ['md'], true],
    ['bytes as text', 'a.txt', Uint8Array.from([1, 0, 2, 0]), ['txt'], false],
    ['a JPEG where jpg is taken', 'a.jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]), ['jpeg'], true],
  ])('%s: %s', async (_, name, content, accept, is) => {
    const path = join(folder, 'upload');
    writeFileSync(path, content);
    const real = await realType(path, name);
    expect(real !== null && isAccepted(accept, real)).toBe(is);
  });
});
