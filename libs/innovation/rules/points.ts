import { noSuchFigure, yuan, type Clause, type Group, type RuleTable, type TableBody } from '#kernel';
import { QUALIFICATIONS } from './qualifications.js';

export type Stage = 'start-up' | 'growth' | 'stable';

/** One thing that gives points: all its weight from `full` on, and in proportion below. `step` is what "one more" means. */
interface Indicator {
  readonly key: string;
  readonly block: string;
  readonly zh: string;
  readonly en: string;
  readonly metric: string;
  readonly unit: string;
  readonly full: number;
  readonly step: number;
  /** Most points in each stage. */
  readonly weights: Readonly<Record<Stage, number>>;
}

interface Deduction {
  readonly key: string;
  readonly metric: string;
  readonly points: number;
  readonly zh: string;
  readonly en: string;
}

/** What a version of the points says: a district enters the true indicators and weights in place of the examples. */
export interface PointsTable extends TableBody {
  readonly most: number;
  readonly indicators: readonly Indicator[];
  readonly deductions: readonly Deduction[];
}

const wan = (amount: number): number => yuan(amount * 10_000);

type Row = readonly [key: string, zh: string, en: string, metric: string, full: number, step: number, weights: readonly [number, number, number]];
const block = (name: string, rows: readonly Row[]): Indicator[] => rows.map(([key, zh, en, metric, full, step, [a, b, c]]) => ({ key, block: name, zh, en, metric, unit: full >= wan(100) ? 'fen' : '', full, step, weights: { 'start-up': a, growth: b, stable: c } }));
const same = (points: number): readonly [number, number, number] => [points, points, points];

/** A block that a district may fill, and one of deductions, as provinces have them. */
const LOCAL = block('local', [['priority', '属本区主导产业', 'in an industry that the district leads with', 'local-priority', 1, 1, same(5)]]);
const DEDUCTIONS: readonly Deduction[] = [
  { key: 'incident', metric: 'incident-in-two-years', points: 10, zh: '两年内发生重大事故或严重违法', en: 'a serious incident within two years' },
  { key: 'dishonest', metric: 'dishonest', points: 20, zh: '列入严重失信名单', en: 'on a list of dishonesty' },
];

const COLUMNS: TableBody['columns'] = [
  { name: 'most', zh: '总分上限', en: 'most points in all' },
  { name: 'indicators', zh: '指标', en: 'indicator' },
  { name: 'deductions', zh: '扣分项', en: 'deduction' },
  { name: 'metric', zh: '取数', en: 'figure' },
  { name: 'full', zh: '满分值', en: 'full from', measured: true },
  { name: 'step', zh: '“再多一份”', en: 'one more', measured: true },
  { name: 'weights', zh: '权重', en: 'weight' },
  { name: 'start-up', zh: '初创期权重', en: 'weight at the start' },
  { name: 'growth', zh: '成长期权重', en: 'weight in growth' },
  { name: 'stable', zh: '稳定期权重', en: 'weight when stable' },
  { name: 'points', zh: '扣分', en: 'points off' },
];

/** The rule that points are given by, and the name under which they stand among what rules say of firms. */
export const POINTS_RULE = 'innovation-points';

const table = (version: string, inForceFrom: string, source: string, most: number, indicators: readonly Indicator[]): RuleTable<PointsTable> => ({
  ...{ key: POINTS_RULE, version, inForceFrom, source, certainty: 'example', flaw },
  root: { zh: '企业创新积分', en: 'Innovation points of firms', columns: COLUMNS, most, indicators: [...indicators, ...LOCAL], deductions: DEDUCTIONS },
});

/** A figure counts from nothing to `full`; no weight is below nothing. */
const flaw = ({ indicators, deductions }: PointsTable) => {
  const unknown = [...indicators, ...deductions].find(({ metric }) => !KNOWN.has(metric));
  if (unknown) return noSuchFigure(unknown);
  const wrong = indicators.find(({ full, step, weights }) => full <= 0 || step <= 0 || Object.values(weights).some((weight) => weight < 0));
  return wrong ? { zh: `“${wrong.zh}”的满分值、增量须大于 0，权重不得为负`, en: `"${wrong.en}" needs a full value and a step above 0 and no weight below 0` } : null;
};

export const POINTS: readonly RuleTable<PointsTable>[] = [
  table('1.0', '2024-08-01', '企业创新积分制 1.0（2024）：三类 18 项；指标与权重为示例', 100, [
    ...block('technology', [
      ['research', '研发费用', 'research', 'last-year-research', wan(500), wan(10), [8, 8, 7]],
      ['research-share', '研发费用占比', 'research over revenue', 'research-over-revenue', 10, 1, [9, 7, 6]],
      ['research-staff', '科技人员占比', 'share of research staff', 'research-staff-share', 30, 1, [8, 6, 5]],
      ['class-one', 'I 类知识产权', 'class I IP', 'class-one-ip', 10, 1, [9, 8, 7]],
      ['class-two', 'II 类知识产权', 'class II IP', 'class-two-ip', 20, 1, [5, 4, 3]],
      ['conversions', '科技成果转化（年均）', 'results converted a year', 'conversions-a-year', 5, 1, [6, 6, 5]],
      ['contracts', '技术合同成交额', 'amount of technology contracts', 'contracts-amount', wan(1000), wan(50), [4, 5, 5]],
    ]),
    ...block('growth', [
      ['high-tech-share', '高新技术产品收入占比', 'share of high-tech income', 'high-tech-income-share', 80, 1, [5, 6, 7]],
      ['revenue-growth', '营业收入增长率', 'growth of main revenue', 'main-revenue-growth', 30, 1, [6, 8, 6]],
      ['revenue', '营业收入', 'revenue', 'last-year-revenue', wan(20_000), wan(100), [3, 5, 8]],
      ['equity', '股权融资', 'new equity', 'equity-in-2-years', wan(2000), wan(100), [7, 5, 3]],
      ['assets-growth', '净资产增长率', 'growth of net assets', 'net-assets-growth', 35, 1, [4, 5, 5]],
      ['tax', '上缴税费', 'tax paid', 'last-year-tax', wan(1000), wan(10), [2, 4, 8]],
    ]),
    ...block('auxiliary', [
      ['institution', '省部级以上研发机构', 'research institution', 'platforms', 1, 1, [5, 5, 6]],
      ['awards', '科技奖励', 'science awards', 'awards', 2, 1, [4, 4, 5]],
      ['talents', '高层次人才', 'talents of programmes', 'talents', 3, 1, [7, 5, 4]],
      ['certificates', '有效资质', 'certificates held', 'certificates', 3, 1, [4, 5, 6]],
      ['achievements', '登记科技成果', 'achievements registered', 'achievements', 3, 1, [4, 4, 4]],
    ]),
  ]),
  table('2.0', '2025-10-29', '企业创新积分制 2.0（2025-10-29）：四类，9 项定量、3 项加分；指标与权重为示例', 130, [
    ...block('input', [
      ['research', '研发费用', 'research', 'last-year-research', wan(500), wan(10), [14, 13, 12]],
      ['research-share', '研发费用占比', 'research over revenue', 'research-over-revenue', 10, 1, [14, 12, 10]],
      ['research-staff', '科技人员占比', 'share of research staff', 'research-staff-share', 30, 1, [12, 10, 8]],
    ]),
    ...block('output', [
      ['class-one', 'I 类知识产权', 'class I IP', 'class-one-ip', 10, 1, [14, 13, 12]],
      ['contracts', '技术合同成交额', 'amount of technology contracts', 'contracts-amount', wan(1000), wan(50), [8, 9, 9]],
      ['high-tech-share', '高新技术产品收入占比', 'share of high-tech income', 'high-tech-income-share', 80, 1, [10, 11, 12]],
    ]),
    ...block('development', [
      ['revenue-growth', '营业收入增长率', 'growth of main revenue', 'main-revenue-growth', 30, 1, [12, 14, 12]],
      ['equity', '股权融资', 'new equity', 'equity-in-2-years', wan(2000), wan(100), [10, 8, 7]],
      ['tax', '上缴税费', 'tax paid', 'last-year-tax', wan(1000), wan(10), [6, 10, 18]],
    ]),
    ...block('impact', [
      ['awards', '科技奖励（加分）', 'science awards (bonus)', 'awards', 2, 1, same(10)],
      ['platforms', '研发平台（加分）', 'research platforms (bonus)', 'platforms', 1, 1, same(10)],
      ['talents', '高层次人才（加分）', 'talents of programmes (bonus)', 'talents', 3, 1, same(10)],
    ]),
  ]),
];

/** What rules ask of firms: the figures that indicators may count. */
const KNOWN = new Set([...POINTS.flatMap(({ root }) => [...root.indicators, ...root.deductions]).map(({ metric }) => metric), ...QUALIFICATIONS.flatMap(({ root }) => metricsOf(root))]);

/** What a list is for, and the points from which a firm is on it. Examples. */
export const LISTS = [
  { key: 'loans', from: 50, zh: '积分贷推荐名单', en: 'loans' },
  { key: 'talent', from: 60, zh: '人才资金倾斜名单', en: 'talent money' },
  { key: 'land', from: 70, zh: '用地优先名单', en: 'land' },
] as const;

/** A firm is stable from this revenue a year, and starts up for so many years while it is below that. Examples. */
export const STAGE_LINES = { stableFrom: wan(40_000), startUpYears: 5, startUpBelow: wan(2000) } as const;

function metricsOf(part: Clause | Group): string[] {
  return 'of' in part ? part.of.flatMap(metricsOf) : [part.metric];
}
