import { pdf } from '#platform';

interface Signature {
  readonly name: string;
  readonly at: Date;
}

/** A project's contract to print: the text that both sign, who has signed it when, and its SHA-256. */
export const contractFile = ({ number, lines, sha256, firm, district }: { number: string; lines: readonly string[]; sha256: string; firm: Signature | null; district: Signature | null }): Promise<Buffer> =>
  pdf({ size: 'A4', margin: 64, info: { Title: `任务书 ${number}` } }, (document) => {
    const [title, ...text] = lines;
    document.font('text').fontSize(18).text(title ?? '', { align: 'center' }).moveDown(1.5);
    document.fontSize(11);
    for (const line of text) document.text(line, { lineGap: 5 }).moveDown(0.6);
    const signed = (who: string, signature: Signature | null) => `${who}：${signature === null ? '未签署' : `${signature.name}，${signature.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`}`;
    document.moveDown(1.5).text(signed('乙方签署', firm)).text(signed('甲方签署', district));
    document.moveDown(1).fontSize(8).fillColor('#666').text(`SHA-256 ${sha256}`);
  });
