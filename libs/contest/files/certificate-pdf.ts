import { chineseFont } from './chinese-font.js';

export interface Certificate {
  readonly code: string;
  readonly contest: string;
  readonly edition: number;
  readonly call: string;
  readonly title: string;
  readonly organisation: string | null;
  readonly prize: string;
  /** The day the results stood. */
  readonly on: string;
}

const MARGIN = 64;
const CODE = 90;

/** Certificates to print, a page each, with a code and a QR code that lead to the page where anyone can check them. */
export async function certificatesPdf(certificates: readonly Certificate[], base: string): Promise<Buffer> {
  const [{ default: PdfDocument }, { default: qr }] = await Promise.all([import('pdfkit'), import('qrcode')]);
  const pdf = new PdfDocument({ size: 'A4', layout: 'landscape', margin: MARGIN, autoFirstPage: false, info: { Title: '获奖证书 Certificate' } });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((done) => pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(Buffer.concat(parts))));
  pdf.registerFont('text', await chineseFont());
  for (const { code, contest, edition, call, title, organisation, prize, on } of certificates) {
    pdf.addPage();
    const { width, height } = pdf.page;
    pdf.lineWidth(2).strokeColor('#a8843a').rect(28, 28, width - 56, height - 56).stroke().lineWidth(0.5).rect(34, 34, width - 68, height - 68).stroke();
    pdf.font('text').fillColor('#7a1f1f').fontSize(38).text('获 奖 证 书', MARGIN, 84, { align: 'center' });
    pdf.fillColor('#777').fontSize(12).text('Certificate of Award', { align: 'center' }).moveDown(2);
    pdf.fillColor('#111').fontSize(16).text(`${contest}（第 ${edition} 届）${call === contest ? '' : ` ${call}`}`, { align: 'center' }).moveDown(0.8);
    pdf.fontSize(22).text(`《${title}》`, { align: 'center' });
    if (organisation !== null) pdf.fontSize(14).fillColor('#333').text(organisation, { align: 'center' });
    pdf.moveDown(0.8).fillColor('#7a1f1f').fontSize(28).text(prize, { align: 'center' });
    pdf.fillColor('#333').fontSize(12).text(on, MARGIN, height - 120, { align: 'right' });
    pdf.image(await qr.toBuffer(`${base}/certificates/${code}`, { errorCorrectionLevel: 'M', margin: 1, width: CODE * 3 }), MARGIN, height - MARGIN - CODE, { width: CODE });
    pdf.fontSize(9).fillColor('#555').text(code, MARGIN + CODE + 12, height - MARGIN - 34, { lineBreak: false });
    pdf.text(`${base}/certificates/${code}`, MARGIN + CODE + 12, height - MARGIN - 20, { lineBreak: false });
  }
  pdf.end();
  return whole;
}
