import { pdf } from '#platform';
import type { SignedReceipt } from '../views/entries.js';

const MARGIN = 56;
const CODE = 120;

/** The name under which the signed receipt lies inside the PDF. */
export const ATTACHED_RECEIPT = 'receipt.json';

const LINES: readonly [string, (receipt: SignedReceipt['receipt']) => string][] = [
  ['征集 Call', ({ callName }) => callName],
  ['项目 Entry', ({ title }) => title],
  ['编号 Number', ({ entry }) => entry],
  ['第几次提交 Submission', ({ number, late }) => `${number}${late ? '（迟交 late）' : ''}`],
  ['提交时间 Handed in at', ({ at, timeZone }) => `${new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at))} (${timeZone})`],
  ['内容指纹 SHA-256', ({ hash }) => hash],
  ['附件 Files', ({ files }) => (files.length === 0 ? '—' : files.map(({ name, sha256 }) => `${name}\n${sha256}`).join('\n'))],
  ['申明回避 Declared conflicts', ({ opposed }) => (opposed.length === 0 ? '—' : opposed.join('、'))],
];

/**
 * A receipt to print: what was handed in and when, a QR code that asks the service whether it gave this receipt, and the
 * signed receipt itself attached, so that the one file can be checked without the service.
 */
export async function receiptPdf(signed: SignedReceipt, base: string): Promise<Buffer> {
  const { default: qr } = await import('qrcode');
  const code = await qr.toBuffer(`${base}/receipts/${signed.receipt.hash}`, { errorCorrectionLevel: 'M', margin: 1, width: CODE * 4 });
  return pdf({ size: 'A4', margin: MARGIN, info: { Title: `回执 Receipt ${signed.receipt.entry}`, CreationDate: new Date(signed.receipt.at) } }, (page) => {
    page.font('text').fontSize(20).text('参赛项目提交回执', { align: 'center' });
    page.fontSize(11).fillColor('#555').text('Receipt of a submission', { align: 'center' }).moveDown(2);
    for (const [label, value] of LINES) {
      page.fontSize(9).fillColor('#777').text(label);
      page.fontSize(11).fillColor('#000').text(value(signed.receipt)).moveDown(0.6);
    }
    page.fontSize(9).fillColor('#777').text('签名 Ed25519 signature').fontSize(8).fillColor('#000').text(signed.signature).moveDown(1);
    page.image(code, { width: CODE });
    page.fontSize(9).fillColor('#555').text(`${base}/receipts/${signed.receipt.hash}`);
    page.file(Buffer.from(JSON.stringify(signed)), { name: ATTACHED_RECEIPT, type: 'application/json' });
  });
}
