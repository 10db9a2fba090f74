import { chineseFont } from './chinese-font.js';

type Options = PDFKit.PDFDocumentOptions;

/** A PDF set in a font with Chinese characters, registered as `text`; `draw` puts on it what it says. */
export async function pdf(options: Options, draw: (document: PDFKit.PDFDocument) => Promise<void> | void): Promise<Buffer> {
  const { default: PdfDocument } = await import('pdfkit');
  const document = new PdfDocument(options);
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((done) => document.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(Buffer.concat(parts))));
  document.registerFont('text', await chineseFont());
  await draw(document);
  document.end();
  return whole;
}
