import { chineseFont } from '#contest';

const SECTIONS = ['技术与创新', '市场与商业模式', '团队分工', '实施计划与资金'];

/** A business plan of some pages, as a team would hand it in; all of it is an example. */
export async function businessPlan(title: string): Promise<Buffer> {
  const { default: PdfDocument } = await import('pdfkit');
  const pdf = new PdfDocument({ size: 'A4', margin: 64 });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((done) => pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(Buffer.concat(parts))));
  pdf.registerFont('text', await chineseFont()).font('text');
  pdf.fontSize(24).text(title).moveDown().fontSize(12).fillColor('#555').text('商业计划书（示例）');
  for (const section of SECTIONS) {
    pdf.addPage().fillColor('#000').fontSize(18).text(section).moveDown().fontSize(12);
    for (let n = 1; n <= 4; n++) pdf.text(`${n}. ${section}的说明文字，仅用于演示。本段描述${title}在这一方面的现状、依据与下一步安排。`).moveDown();
  }
  pdf.end();
  return whole;
}
