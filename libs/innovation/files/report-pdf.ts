import { pdf, type Language } from '#platform';
import type { Report, ReportLine } from '../views/report.js';
import { changeInWords, moneyInWords, valueInWords } from './figure-words.js';

const MARGIN = 42;
const ROW = 40;
/** Where columns begin, from the left margin. */
const [VALUE, NEW, CHANGE, SHARE, CHART] = [150, 245, 310, 385, 430];
const CHART_HEIGHT = 22;
const [INK, FAINT, BAR, RED] = ['#1b2a3a', '#7b8794', '#2f6fab', '#a4343a'];

/** The report on paper: a table a section, with the years of each figure drawn as bars. */
export const reportPdf = (report: Report, language: Language): Promise<Buffer> =>
  pdf({ size: 'A4', margin: MARGIN, bufferPages: true, info: { Title: `${report.district} ${report.day}` } }, (document) => {
    const zh = language === 'zh';
    document.font('text').fillColor(INK).fontSize(20).text(zh ? `${report.district}创新报表` : `Innovation report: ${report.district}`);
    document.fontSize(10).fillColor(FAINT).text([zh ? `截至 ${report.day}` : `until ${report.day}`, report.place ?? '', report.knownAt === null ? '' : `${zh ? '数据知悉至' : 'known until'} ${report.knownAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`].filter((part) => part !== '').join(' · '));
    for (const section of report.sections) {
      const told = section.lines.filter(({ value, before, target }) => value !== 0 || (before ?? 0) !== 0 || target !== null);
      if (told.length === 0) continue;
      heading(document, section[language], told[0]!.series, language);
      for (const line of told) row(document, line, language);
    }
    if (report.chain) chainOf(document, report.chain, language);
    const pages = document.bufferedPageRange();
    for (let n = 0; n < pages.count; n++) {
      document.switchToPage(n);
      // Below the margin a text would begin a page of its own.
      document.page.margins.bottom = 0;
      document.fontSize(8).fillColor(FAINT).text(`${n + 1} / ${pages.count}`, MARGIN, document.page.height - 28, { align: 'center', width: document.page.width - 2 * MARGIN, lineBreak: false });
    }
  });

function room(document: PDFKit.PDFDocument, height: number): void {
  if (document.y + height > document.page.height - MARGIN) document.addPage();
}

function heading(document: PDFKit.PDFDocument, name: string, years: ReportLine['series'], language: Language): void {
  room(document, 60 + ROW);
  const y = document.y + 14;
  const span = `${years[0]!.year}–${years.at(-1)!.year}`;
  document.fontSize(13).fillColor(INK).text(name, MARGIN, y);
  const columns: [number, string, string][] = [[VALUE, '数值', 'value'], [NEW, '新增', 'new'], [CHANGE, '同比', 'change'], [SHARE, '目标', 'target'], [CHART, `历年 ${span}`, `years ${span}`]];
  for (const [x, zh, en] of columns) document.fontSize(8).fillColor(FAINT).text(language === 'zh' ? zh : en, MARGIN + x, y + 6, { lineBreak: false });
  document.moveTo(MARGIN, y + 20).lineTo(document.page.width - MARGIN, y + 20).lineWidth(0.5).strokeColor(FAINT).stroke();
  document.y = y + 24;
}

function row(document: PDFKit.PDFDocument, line: ReportLine, language: Language): void {
  room(document, ROW);
  const { y } = document;
  const cell = (x: number, text: string, width: number, size = 9, colour = INK) => document.fontSize(size).fillColor(colour).text(text, MARGIN + x, y, { width, height: ROW - 4, ellipsis: true });
  cell(0, line[language], VALUE - 8);
  document.fontSize(6.5).fillColor(FAINT).text(line.definition[language].replaceAll('’', "'"), MARGIN, document.y + 1, { width: VALUE - 8, height: Math.max(8, y + ROW - 4 - document.y), ellipsis: true });
  const against = line.density !== null ? `${line.density} ${language === 'zh' ? '/百亿元' : 'per 10 bn'}` : line.intensity !== null ? `${line.intensity} %` : '';
  cell(VALUE, [valueInWords(line.value, line, language), against].filter((part) => part !== '').join('\n'), NEW - VALUE - 4);
  cell(NEW, line.of === 'stock' && line.fresh !== 0 ? `+${valueInWords(line.fresh, line, language)}` : '', CHANGE - NEW - 4);
  cell(CHANGE, changeInWords(line.change, language), SHARE - CHANGE - 4, 8, line.change.kind === 'percent' && line.change.percent < 0 ? RED : INK);
  cell(SHARE, line.target?.percent == null ? '' : `${line.target.percent} %`, CHART - SHARE - 4, 8);
  bars(document, line.series.map(({ value }) => value), MARGIN + CHART, y);
  document.y = y + ROW;
  document.x = MARGIN;
}

/** The years as bars, those below nought downwards. */
function bars(document: PDFKit.PDFDocument, values: readonly number[], x: number, y: number): void {
  const [most, least] = [Math.max(0, ...values), Math.min(0, ...values)];
  if (most === least) return;
  const width = (document.page.width - MARGIN - x) / values.length;
  const zero = y + (CHART_HEIGHT * most) / (most - least);
  for (const [n, value] of values.entries()) {
    const height = (CHART_HEIGHT * Math.abs(value)) / (most - least);
    document.rect(x + n * width, value >= 0 ? zero - height : zero, Math.max(0.5, width - 1), height).fill(BAR);
  }
  document.moveTo(x, zero).lineTo(document.page.width - MARGIN, zero).lineWidth(0.5).strokeColor(FAINT).stroke();
}

function chainOf(document: PDFKit.PDFDocument, { funnel, costs }: NonNullable<Report['chain']>, language: Language): void {
  room(document, 60 + 18 * (funnel.length + 3));
  const zh = language === 'zh';
  document.fontSize(13).fillColor(INK).text(zh ? '全链条' : 'The chain', MARGIN, document.y + 14).moveDown(0.4);
  const most = Math.max(1, ...funnel.map(({ projects }) => projects));
  const wide = document.page.width - 2 * MARGIN - VALUE - 40;
  for (const stage of funnel) {
    const { y } = document;
    document.fontSize(9).fillColor(INK).text(stage[language], MARGIN, y, { width: VALUE - 8, lineBreak: false });
    document.rect(MARGIN + VALUE, y + 1, Math.max(0.5, (wide * stage.projects) / most), 9).fill(BAR);
    document.fillColor(INK).text(String(stage.projects), MARGIN + VALUE + wide + 8, y, { lineBreak: false });
    document.y = y + 17;
  }
  document.fontSize(9).fillColor(INK).text(
    zh
      ? `获公共资金的项目共得 ${moneyInWords(costs.money, 'zh')}，现有岗位 ${costs.jobs} 个，累计上缴税费 ${moneyInWords(costs.tax, 'zh')}；每个岗位 ${costs.perJob === null ? '—' : moneyInWords(costs.perJob, 'zh')}，每元税收 ${costs.perTax ?? '—'} 元。`
      : `Projects that were paid public money had ${moneyInWords(costs.money, 'en')}; they have ${costs.jobs} jobs and have paid ${moneyInWords(costs.tax, 'en')} of tax: ${costs.perJob === null ? '—' : moneyInWords(costs.perJob, 'en')} a job, ${costs.perTax ?? '—'} yuan for each yuan of tax.`,
    MARGIN, document.y + 4, { width: document.page.width - 2 * MARGIN },
  );
}
