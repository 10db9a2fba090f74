import { noSuchFigure, yuan, type Certainty, type RuleTable, type TableBody } from '#kernel';

/** A band of a factor: from this value on, so many points. */
interface Band {
  readonly from: number;
  readonly points: number;
}

export interface Factor {
  readonly key: string;
  readonly metric: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  /** From the lowest value up; below the first there are no points. */
  readonly bands: readonly Band[];
}

/** How a firm's knowledge is scored, graded and given a limit (fen). */
export interface CreditTable extends TableBody {
  /** How sure the limits are, while the points are an example. */
  readonly limits: Certainty;
  readonly groups: readonly { readonly key: string; readonly zh: string; readonly en: string; readonly factors: readonly Factor[] }[];
  /** From the best down. */
  readonly grades: readonly { readonly key: string; readonly zh: string; readonly en: string; readonly from: number; readonly limit: number }[];
}

const bands = (...steps: readonly (readonly [from: number, points: number])[]): Band[] => steps.map(([from, points]) => ({ from, points }));

/**
 * Chongqing's knowledge-value credit of 2023: five grades with their limits, from innovation and business factors. The
 * limits are the published ones; the table of points is an example of the right shape, until the operator enters his own.
 */
export const CREDIT_RULES: readonly RuleTable<CreditTable>[] = [
  {
    key: 'knowledge-value-credit',
    version: '2023',
    inForceFrom: '2023-01-01',
    source: '重庆市科技型企业知识价值信用贷款（2023）',
    certainty: 'example',
    flaw: ({ groups, grades }) => {
      const factors = groups.flatMap((group) => group.factors);
      const wrong = factors.find(({ bands: steps }) => steps.some(({ from, points }, n) => n > 0 && (from <= steps[n - 1]!.from || points < steps[n - 1]!.points)));
      const unknown = factors.find(({ metric }) => !KNOWN.has(metric));
      if (unknown) return noSuchFigure(unknown);
      if (wrong) return { zh: `“${wrong.zh}”的分档须由低到高`, en: `the bands of "${wrong.en}" have to rise` };
      return grades.some(({ from }, n) => n > 0 && from >= grades[n - 1]!.from) ? { zh: '等级须由高到低', en: 'grades have to go from the best down' } : null;
    },
    root: {
      limits: 'two-copies',
      zh: '知识价值信用评价',
      en: 'Credit by the value of knowledge',
      columns: [
        { name: 'groups', zh: '要素', en: 'group' },
        { name: 'grades', zh: '等级', en: 'grade' },
        { name: 'factors', zh: '因素', en: 'factor' },
        { name: 'metric', zh: '取数', en: 'figure' },
        { name: 'bands', zh: '档', en: 'band' },
        { name: 'from', zh: '起', en: 'from', measured: true },
        { name: 'points', zh: '得分', en: 'points' },
        { name: 'limit', zh: '额度', en: 'limit', unit: 'fen' },
      ],
      groups: [
        {
          key: 'innovation',
          zh: '创新要素',
          en: 'innovation',
          factors: [
            { key: 'valid-inventions', metric: 'valid-inventions', zh: '有效发明专利', en: 'valid invention patents', unit: '件', bands: bands([1, 8], [2, 12], [3, 16], [5, 20]) },
            { key: 'valid-ip', metric: 'valid-ip', zh: '有效知识产权', en: 'valid IP', unit: '件', bands: bands([1, 4], [5, 7], [10, 10]) },
            { key: 'research-share', metric: 'research-share', zh: '研发支出占营业收入', en: 'research over revenue', unit: '%', bands: bands([3, 5], [5, 10], [10, 15]) },
            { key: 'technical-share', metric: 'technical-share', zh: '大专以上人员占比', en: 'staff with college or above', unit: '%', bands: bands([30, 3], [50, 6], [70, 10]) },
            { key: 'high-tech-enterprise', metric: 'high-tech-enterprise', zh: '高新技术企业（1 为是）', en: 'high-tech enterprise (1 is yes)', unit: '', bands: bands([1, 10]) },
          ],
        },
        {
          key: 'business',
          zh: '经营要素',
          en: 'business',
          factors: [
            { key: 'revenue', metric: 'revenue', zh: '上年营业收入', en: 'last year’s revenue', unit: 'fen', bands: bands([yuan(500_000), 4], [yuan(2_000_000), 8], [yuan(5_000_000), 12], [yuan(20_000_000), 15]) },
            { key: 'revenue-growth', metric: 'revenue-growth', zh: '营业收入增长率', en: 'growth of revenue', unit: '%', bands: bands([0, 2], [10, 5], [30, 10]) },
            { key: 'tax', metric: 'tax', zh: '上年纳税额', en: 'tax paid last year', unit: 'fen', bands: bands([yuan(10_000), 2], [yuan(100_000), 5]) },
            { key: 'staff', metric: 'staff', zh: '从业人员', en: 'staff', unit: '人', bands: bands([5, 2], [20, 5]) },
          ],
        },
      ],
      grades: [
        { key: 'A', zh: 'A 级', en: 'grade A', from: 80, limit: yuan(5_000_000) },
        { key: 'B', zh: 'B 级', en: 'grade B', from: 65, limit: yuan(4_000_000) },
        { key: 'C', zh: 'C 级', en: 'grade C', from: 50, limit: yuan(3_000_000) },
        { key: 'D', zh: 'D 级', en: 'grade D', from: 35, limit: yuan(1_600_000) },
        { key: 'E', zh: 'E 级', en: 'grade E', from: 20, limit: yuan(800_000) },
      ],
    },
  },
];

/** The figures that factors may count. */
const KNOWN = new Set(CREDIT_RULES.flatMap(({ root }) => root.groups.flatMap(({ factors }) => factors.map(({ metric }) => metric))));
