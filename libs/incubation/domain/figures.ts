/** One thing a firm reports: money in fen or a count; of the period (`flow`) or at its end (`stock`). */
export interface FigureKind {
  readonly key: string;
  readonly unit: 'fen' | 'count';
  readonly as: 'flow' | 'stock';
  readonly zh: string;
  readonly en: string;
  /** May be below nought. */
  readonly signed?: true;
  readonly needed?: true;
}

export const FIGURES = [
  { key: 'revenue', unit: 'fen', as: 'flow', zh: '营业收入', en: 'revenue', needed: true },
  { key: 'netProfit', unit: 'fen', as: 'flow', zh: '净利润', en: 'net profit', signed: true },
  { key: 'spending', unit: 'fen', as: 'flow', zh: '现金支出', en: 'cash spent' },
  { key: 'cash', unit: 'fen', as: 'stock', zh: '期末货币资金', en: 'cash at the end' },
  { key: 'exports', unit: 'fen', as: 'flow', zh: '出口额', en: 'exports' },
  { key: 'research', unit: 'fen', as: 'flow', zh: '研发支出', en: 'research spending', needed: true },
  { key: 'tax', unit: 'fen', as: 'flow', zh: '上缴税费', en: 'tax paid' },
  { key: 'funding', unit: 'fen', as: 'flow', zh: '获天使或风险投资', en: 'angel or venture money received' },
  { key: 'orders', unit: 'fen', as: 'flow', zh: '新签订单', en: 'orders signed' },
  { key: 'staff', unit: 'count', as: 'stock', zh: '从业人员', en: 'staff', needed: true },
  { key: 'doctors', unit: 'count', as: 'stock', zh: '博士', en: 'staff with a doctorate' },
  { key: 'college', unit: 'count', as: 'stock', zh: '大专以上', en: 'staff with college or above' },
  { key: 'returned', unit: 'count', as: 'stock', zh: '留学回国人员', en: 'staff returned from abroad' },
  { key: 'graduatesHired', unit: 'count', as: 'flow', zh: '新招应届毕业生', en: 'new graduates hired' },
  { key: 'ipApplied', unit: 'count', as: 'flow', zh: '申请知识产权', en: 'IP applied for' },
  { key: 'inventionsApplied', unit: 'count', as: 'flow', zh: '其中发明专利申请', en: 'of it invention patents applied for' },
  { key: 'ipGranted', unit: 'count', as: 'flow', zh: '授权知识产权', en: 'IP granted' },
  { key: 'inventionsGranted', unit: 'count', as: 'flow', zh: '其中发明专利授权', en: 'of it invention patents granted' },
  { key: 'validIp', unit: 'count', as: 'stock', zh: '有效知识产权', en: 'valid IP', needed: true },
  { key: 'validInventions', unit: 'count', as: 'stock', zh: '其中有效发明专利', en: 'of it valid invention patents' },
  { key: 'validUtility', unit: 'count', as: 'stock', zh: '其中有效实用新型和外观', en: 'of it valid utility models and designs' },
  { key: 'validSoftware', unit: 'count', as: 'stock', zh: '其中软件著作权', en: 'of it software copyrights' },
  { key: 'contracts', unit: 'count', as: 'flow', zh: '技术合同数', en: 'technology contracts' },
  { key: 'contractAmount', unit: 'fen', as: 'flow', zh: '技术合同额', en: 'amount of technology contracts' },
  { key: 'projects', unit: 'count', as: 'flow', zh: '承担国家级科技计划项目', en: 'national projects' },
  { key: 'prizes', unit: 'count', as: 'flow', zh: '获省级以上奖励', en: 'prizes of province level and above' },
] as const satisfies readonly FigureKind[];

export type FigureKey = (typeof FIGURES)[number]['key'];
/** What was reported; a figure left out was not asked or not known. */
export type Figures = Readonly<Partial<Record<FigureKey, number>>>;

export const figureKind = (key: string): FigureKind | undefined => FIGURES.find((one) => one.key === key);

export interface ReportFacts {
  readonly period: string;
  readonly figures: Figures;
}

/** Reports of one year, each figure once: flows added up, stocks as of the latest report. */
export function figuresOfYear(reports: readonly ReportFacts[], year: string): Figures {
  const own = reports.filter(({ period }) => period.startsWith(year)).sort((a, b) => (a.period < b.period ? -1 : 1));
  const known = FIGURES.flatMap(({ key, as }) => {
    const values = own.flatMap(({ figures }) => (figures[key] === undefined ? [] : [figures[key]]));
    return values.length === 0 ? [] : [[key, as === 'flow' ? values.reduce((sum, value) => sum + value, 0) : values.at(-1)!] as const];
  });
  return Object.fromEntries(known);
}
