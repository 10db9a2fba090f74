import { yuan, type Certainty } from '#kernel';

/** A band of a factor: from this value on, so many points. */
interface Band {
  readonly from: number;
  readonly points: number;
}

export interface Factor {
  readonly metric: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  /** From the lowest value up; below the first there are no points. */
  readonly bands: readonly Band[];
}

/** One version of how a firm's knowledge is scored, graded and given a limit (fen). */
export interface CreditRule {
  readonly key: string;
  readonly version: string;
  readonly inForceFrom: string;
  readonly inForceTo?: string;
  readonly source: string;
  /** Of the limits by grade, and of the table of points. */
  readonly certainty: { readonly limits: Certainty; readonly points: Certainty };
  readonly groups: readonly { readonly zh: string; readonly en: string; readonly factors: readonly Factor[] }[];
  /** From the best down. */
  readonly grades: readonly { readonly grade: string; readonly from: number; readonly limit: number }[];
}

const bands = (...steps: readonly (readonly [from: number, points: number])[]): Band[] => steps.map(([from, points]) => ({ from, points }));

/**
 * Chongqing's knowledge-value credit of 2023: five grades with their limits, from innovation and business factors. The
 * limits are the published ones; the table of points is an example of the right shape, until the operator enters his own.
 */
export const CREDIT_RULES: readonly CreditRule[] = [
  {
    key: 'knowledge-value-credit',
    version: '2023',
    inForceFrom: '2023-01-01',
    source: '重庆市科技型企业知识价值信用贷款（2023）',
    certainty: { limits: 'two-copies', points: 'example' },
    groups: [
      {
        zh: '创新要素',
        en: 'innovation',
        factors: [
          { metric: 'valid-inventions', zh: '有效发明专利', en: 'valid invention patents', unit: '件', bands: bands([1, 8], [2, 12], [3, 16], [5, 20]) },
          { metric: 'valid-ip', zh: '有效知识产权', en: 'valid IP', unit: '件', bands: bands([1, 4], [5, 7], [10, 10]) },
          { metric: 'research-share', zh: '研发支出占营业收入', en: 'research over revenue', unit: '%', bands: bands([3, 5], [5, 10], [10, 15]) },
          { metric: 'technical-share', zh: '大专以上人员占比', en: 'staff with college or above', unit: '%', bands: bands([30, 3], [50, 6], [70, 10]) },
          { metric: 'high-tech-enterprise', zh: '高新技术企业（1 为是）', en: 'high-tech enterprise (1 is yes)', unit: '', bands: bands([1, 10]) },
        ],
      },
      {
        zh: '经营要素',
        en: 'business',
        factors: [
          { metric: 'revenue', zh: '上年营业收入', en: 'last year’s revenue', unit: 'fen', bands: bands([yuan(500_000), 4], [yuan(2_000_000), 8], [yuan(5_000_000), 12], [yuan(20_000_000), 15]) },
          { metric: 'revenue-growth', zh: '营业收入增长率', en: 'growth of revenue', unit: '%', bands: bands([0, 2], [10, 5], [30, 10]) },
          { metric: 'tax', zh: '上年纳税额', en: 'tax paid last year', unit: 'fen', bands: bands([yuan(10_000), 2], [yuan(100_000), 5]) },
          { metric: 'staff', zh: '从业人员', en: 'staff', unit: '人', bands: bands([5, 2], [20, 5]) },
        ],
      },
    ],
    grades: [
      { grade: 'A', from: 80, limit: yuan(5_000_000) },
      { grade: 'B', from: 65, limit: yuan(4_000_000) },
      { grade: 'C', from: 50, limit: yuan(3_000_000) },
      { grade: 'D', from: 35, limit: yuan(1_600_000) },
      { grade: 'E', from: 20, limit: yuan(800_000) },
    ],
  },
];
