/** One thing that is known of a firm: money in fen, people, percent, points, yes or no, a day, or a day or "none". */
export interface MetricKind {
  readonly key: string;
  /** Of a year or a quarter, or as it stands. */
  readonly of: 'year' | 'standing';
  readonly unit: 'fen' | 'count' | 'percent' | 'points' | 'flag' | 'day' | 'day-or-none';
  readonly zh: string;
  readonly en: string;
  readonly signed?: true;
}

const year = (unit: MetricKind['unit'], rows: readonly (readonly [key: string, zh: string, en: string, signed?: true])[]): MetricKind[] => rows.map(([key, zh, en, signed]) => ({ key, of: 'year', unit, zh, en, ...(signed && { signed }) }));
const standing = (unit: MetricKind['unit'], rows: readonly (readonly [key: string, zh: string, en: string])[]): MetricKind[] => rows.map(([key, zh, en]) => ({ key, of: 'standing', unit, zh, en }));

/** All that is kept of firms. Two staff counts and two research totals stand beside each other: one measure's is never taken for the other's. */
export const METRICS: readonly MetricKind[] = [
  ...year('fen', [
    ['revenue', '营业收入', 'revenue'],
    ['main-revenue', '主营业务收入', 'main-business revenue'],
    ['sales', '销售收入（高企口径）', 'sales, as the high-tech measure counts them'],
    ['total-income', '总收入', 'total income'],
    ['cost', '成本费用', 'costs'],
    ['research', '研发费用（高企口径）', 'research, as the high-tech measure counts it'],
    ['research-in-china', '其中境内研发费用', 'of it inside China'],
    ['tax-research', '研发费用（加计扣除口径）', 'research, as the tax rule counts it'],
    ['high-tech-income', '高新技术产品（服务）收入', 'high-tech income'],
    ['net-assets', '净资产', 'net assets', true],
    ['total-assets', '资产总额', 'total assets'],
    ['liabilities', '负债总额', 'liabilities'],
    ['equity', '新增合格机构实缴股权融资', 'new equity paid in by qualified institutions'],
    ['tax', '上缴税费', 'tax paid'],
  ]),
  ...year('count', [
    ['staff', '职工总数（高企口径，月均）', 'staff, as the high-tech measure counts them (mean of months)'],
    ['research-staff', '科技人员（高企口径，累计 183 天以上）', 'research staff, as the high-tech measure counts them (183 days)'],
    ['sme-staff', '职工总数（科小口径）', 'staff, as the SME measure counts them'],
    ['sme-research-staff', '科技人员（科小口径，六个月以上）', 'research staff, as the SME measure counts them (six months)'],
    ['technical-staff', '技术人员', 'technical staff'],
    ['senior-titles', '高级职称人员', 'people with a senior title'],
    ['conversions', '科技成果转化数', 'results converted'],
  ]),
  ...year('points', [['quality-score', '质量评分（部平台计算）', 'quality score, as the ministry’s platform computed it']]),
  ...standing('flag', [
    ['legal-person', '独立法人', 'a legal person'],
    ['resident', '居民企业', 'a resident firm'],
    ['supported-field', '属于国家重点支持的高新技术领域', 'in the supported fields'],
    ['prohibited-trade', '属于禁止、限制或淘汰类', 'a prohibited trade'],
    ['dishonest', '列入严重失信名单', 'on a list of dishonesty'],
    ['provincial-institution', '有省部级以上研发机构', 'has a research institution of province level or above'],
    ['ip-title', '知识产权示范（优势）或技术创新示范企业', 'an IP-model title'],
    ['strategic-emerging', '主导产品属战略性新兴产业', 'its main product is in a strategic emerging industry'],
    ['top-three', '细分市场前三', 'among the top three of its niche'],
    ['product-on-list', '主导产品在目录内且处于关键环节', 'product on the list, at a key link'],
    ['controlled-by-little-giant', '受其他“小巨人”企业控制', 'under control of another little giant'],
    ['local-priority', '属本区主导产业', 'in an industry that the district leads with'],
    ['other-municipal-ground', '符合市级清单其他条件', 'another ground of the municipal list'],
  ]),
  ...standing('day', [['market-since', '从事该细分市场起始日', 'in its niche market since']]),
  ...standing('day-or-none', [
    ['incident-on', '最近一次重大事故或严重违法', 'its last serious incident'],
    ['risk-case-on', '最近一次风险案件', 'its last risk case'],
    ['national-award-on', '最近一次国家级科技奖励', 'its last national award'],
    ['provincial-award-on', '最近一次省级科技奖励', 'its last provincial award'],
    ['standard-on', '最近一次主导制定标准', 'the last standard that it led'],
    ['fraud-on', '最近一次弄虚作假被撤销称号', 'its last title lost for fraud'],
  ]),
  ...standing('percent', [['niche-share', '细分市场占有率', 'share of its niche market']]),
  ...standing('points', [
    ['specialised-points', '专精特新评价得分（2022 附件表）', 'points by the 2022 annex for specialised firms'],
    ['expert-ip-points', '专家评分：知识产权', 'experts’ points: IP'],
    ['expert-conversion-points', '专家评分：成果转化', 'experts’ points: conversion'],
    ['expert-management-points', '专家评分：组织管理', 'experts’ points: management'],
    ['expert-assets-growth-points', '专家评分：净资产成长', 'experts’ points: growth of net assets'],
    ['expert-sales-growth-points', '专家评分：销售成长', 'experts’ points: growth of sales'],
  ]),
];

export const metricKind = (key: string): MetricKind | undefined => METRICS.find((one) => one.key === key);

export type MetricValue = number | boolean | string;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether a value may stand for a metric. */
export function isValueOf({ unit, signed }: MetricKind, value: unknown): value is MetricValue {
  switch (unit) {
    case 'flag':
      return typeof value === 'boolean';
    case 'day':
      return typeof value === 'string' && DAY.test(value);
    case 'day-or-none':
      return typeof value === 'string' && (value === 'none' || DAY.test(value));
    case 'fen':
      return Number.isSafeInteger(value) && (signed === true || (value as number) >= 0);
    case 'count':
    case 'percent':
    case 'points':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 10_000_000;
  }
}
