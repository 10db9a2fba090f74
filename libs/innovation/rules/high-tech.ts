import { yuan, type Clause, type Group, type RuleSet } from '#kernel';
import { cardOf, type Band } from './card.js';

const FROM_SALES = 'last-year-sales';
const share = (threshold: number, zh: string, en: string): Clause => ({ metric: 'research-share', comparison: 'at-least', threshold, unit: 'percent', article: '第十一条（五）', zh, en });
const sales = (comparison: Clause['comparison'], million: number, zh: string, en: string): Clause => ({ metric: FROM_SALES, comparison, threshold: yuan(million * 1_000_000), unit: 'fen', tier: true, zh, en });

const RESEARCH_SHARE: Group = {
  zh: '近三年研发费用占同期销售收入比例（按最近一年销售收入分档）',
  en: 'research over sales of three years, by the last year’s sales',
  atLeast: 1,
  of: [
    { zh: '最近一年销售收入 5000 万元及以下', en: 'sales up to 50 million', of: [sales('at-most', 50, '最近一年销售收入不超过 5000 万元', 'last year’s sales up to 50 million yuan'), share(5, '研发费用占比不低于 5%', 'research 5 % of sales or more')] },
    { zh: '5000 万元以上至 2 亿元', en: 'sales up to 200 million', of: [sales('above', 50, '最近一年销售收入 5000 万元以上', 'last year’s sales above 50 million yuan'), sales('at-most', 200, '最近一年销售收入不超过 2 亿元', 'last year’s sales up to 200 million yuan'), share(4, '研发费用占比不低于 4%', 'research 4 % of sales or more')] },
    { zh: '2 亿元以上', en: 'sales above 200 million', of: [sales('above', 200, '最近一年销售收入 2 亿元以上', 'last year’s sales above 200 million yuan'), share(3, '研发费用占比不低于 3%', 'research 3 % of sales or more')] },
  ],
};

export const HIGH_TECH: RuleSet = {
  key: 'high-tech-enterprise',
  version: '2016',
  inForceFrom: '2016-01-01',
  source: '高新技术企业认定管理办法（国科发火〔2016〕32号）、工作指引（国科发火〔2016〕195号）',
  certainty: 'two-copies',
  root: {
    zh: '高新技术企业认定条件（全部满足）',
    en: 'Conditions of a high-tech enterprise (all of them)',
    of: [
      { metric: 'days-registered', comparison: 'at-least', threshold: 365, unit: 'days', article: '第十一条（一）', zh: '申请认定时须注册成立 365 天以上', en: 'registered 365 days or more when it applies' },
      { metric: 'core-ip', comparison: 'is', threshold: true, article: '第十一条（二）', zh: '拥有对主要产品（服务）发挥核心支持作用的知识产权所有权', en: 'owns the IP of its core technology' },
      { metric: 'supported-field', comparison: 'is', threshold: true, article: '第十一条（三）', zh: '主要产品（服务）属于国家重点支持的高新技术领域', en: 'its products are in the supported fields' },
      { metric: 'research-staff-share', comparison: 'at-least', threshold: 10, unit: 'percent', article: '第十一条（四）', zh: '科技人员占职工总数不低于 10%', en: 'research staff 10 % of all staff or more' },
      RESEARCH_SHARE,
      { metric: 'research-in-china-share', comparison: 'at-least', threshold: 60, unit: 'percent', article: '第十一条（五）', zh: '境内研发费用占比不低于 60%', en: '60 % of research spending or more inside China' },
      { metric: 'high-tech-income-share', comparison: 'at-least', threshold: 60, unit: 'percent', article: '第十一条（六）', zh: '近一年高新技术产品（服务）收入占总收入不低于 60%', en: 'high-tech income 60 % of last year’s total income or more' },
      { metric: 'points', comparison: 'above', threshold: 70, unit: 'points', article: '第十一条（七）、指引三（二）', zh: '创新能力评价 70 分以上（不含 70 分）', en: 'more than 70 points (70 itself fails)' },
      { metric: 'incident-in-year-before', comparison: 'is', threshold: false, article: '第十一条（八）', zh: '申请前一年内未发生重大安全、质量事故或严重环境违法行为', en: 'no serious incident in the 365 days before' },
    ],
  },
};

const GROWTH: readonly Band[] = [{ at: 35, points: [9, 10] }, { at: 25, points: [7, 8] }, { at: 15, points: [5, 6] }, { at: 5, points: [3, 4] }];
const growth = (metric: string) => [{ metric, counts: 'at-least', bands: GROWTH }, { metric, counts: 'above', bands: [{ at: 0, points: [1, 2] }] }] as const;

/** Work guide 195, part 3 (2): experts choose within each band; IP and management are theirs from nothing to the most. */
export const HIGH_TECH_CARD = cardOf(HIGH_TECH, [
  { key: 'ip', zh: '知识产权', en: 'intellectual property', most: 30, judged: 'expert-ip-points', scales: [{ metric: 'ip-count', counts: 'at-least', bands: [{ at: 1, points: [0, 30] }] }] },
  { key: 'conversions', zh: '科技成果转化能力（近 3 年年均）', en: 'results converted, yearly mean of three years', most: 30, judged: 'expert-conversion-points', scales: [{ metric: 'conversions-a-year', counts: 'at-least', bands: [{ at: 5, points: [25, 30] }, { at: 4, points: [19, 24] }, { at: 3, points: [13, 18] }, { at: 2, points: [7, 12] }, { at: 1, points: [1, 6] }] }] },
  { key: 'management', zh: '研究开发组织管理水平', en: 'how research is organised', most: 20, judged: 'expert-management-points', scales: [{ metric: 'is-firm', counts: 'at-least', bands: [{ at: 1, points: [0, 20] }] }] },
  { key: 'net-assets-growth', zh: '净资产增长率', en: 'growth of net assets', most: 10, judged: 'expert-assets-growth-points', scales: growth('net-assets-growth') },
  { key: 'sales-growth', zh: '销售收入增长率', en: 'growth of sales', most: 10, judged: 'expert-sales-growth-points', scales: growth('sales-growth') },
]);
