export interface CertificatePage {
  readonly heading: string;
  readonly english: string;
  readonly above: string;
  /** Who or what is honoured, what it belongs to, and with what. */
  readonly title: string;
  readonly of: string | null;
  readonly says: string;
  /** The same in English, where its names have any. */
  readonly below: string | null;
  readonly on: string;
  readonly code: string;
  /** Where anyone can check the code. */
  readonly address: string;
}

const MARGIN = 64;
const CODE = 90;

/** Adds a certificate as a page of its own, with its code and a QR code that leads to where it is checked. */
export async function certificatePage(document: PDFKit.PDFDocument, { heading, english, above, title, of, says, below, on, code, address }: CertificatePage): Promise<void> {
  const { default: qr } = await import('qrcode');
  document.addPage();
  const { width, height } = document.page;
  document.lineWidth(2).strokeColor('#a8843a').rect(28, 28, width - 56, height - 56).stroke().lineWidth(0.5).rect(34, 34, width - 68, height - 68).stroke();
  document.font('text').fillColor('#7a1f1f').fontSize(38).text(heading, MARGIN, 84, { align: 'center' });
  document.fillColor('#777').fontSize(12).text(english, { align: 'center' }).moveDown(2);
  document.fillColor('#111').fontSize(16).text(above, { align: 'center' }).moveDown(0.8);
  document.fontSize(22).text(title, { align: 'center' });
  if (of !== null) document.fontSize(14).fillColor('#333').text(of, { align: 'center' });
  document.moveDown(0.8).fillColor('#7a1f1f').fontSize(28).text(says, { align: 'center' });
  if (below !== null) document.fontSize(12).fillColor('#777').text(below, { align: 'center' });
  document.fillColor('#333').fontSize(12).text(on, MARGIN, height - 120, { align: 'right' });
  document.image(await qr.toBuffer(address, { errorCorrectionLevel: 'M', margin: 1, width: CODE * 3 }), MARGIN, height - MARGIN - CODE, { width: CODE });
  document.fontSize(9).fillColor('#555').text(code, MARGIN + CODE + 12, height - MARGIN - 34, { lineBreak: false });
  document.text(address, MARGIN + CODE + 12, height - MARGIN - 20, { lineBreak: false });
}
