import { yuan, type RuleSet } from '#kernel';

const SOURCE = '国家统计局规模以上（限额以上）统计单位标准';

/** Yearly main-business revenue from which a firm of each industry is above scale (规模以上, for trade and catering 限额以上). */
const THRESHOLDS = {
  industry: { million: 20, certainty: 'two-copies', zh: '规模以上工业', en: 'industry' },
  'transport-and-software': { million: 20, certainty: 'two-copies', zh: '交通运输、信息软件、水利环境、卫生', en: 'transport, storage, information, software, environment, health' },
  'business-and-research': { million: 10, certainty: 'two-copies', zh: '租赁商务、科研技术、教育、物业房产', en: 'leasing, business, research, technical, education, property' },
  'resident-services': { million: 5, certainty: 'two-copies', zh: '居民服务、文化体育、社会工作', en: 'resident services, culture, sport, social work' },
  wholesale: { million: 20, certainty: 'one-copy', zh: '限额以上批发', en: 'wholesale' },
  retail: { million: 5, certainty: 'one-copy', zh: '限额以上零售', en: 'retail' },
  'lodging-and-catering': { million: 2, certainty: 'one-copy', zh: '限额以上住宿餐饮', en: 'lodging and catering' },
} as const;

export const INDUSTRIES = Object.keys(THRESHOLDS) as (keyof typeof THRESHOLDS)[];

export const aboveScaleKey = (industry: string): string => `above-scale-${industry}`;

export const ABOVE_SCALE: readonly RuleSet[] = INDUSTRIES.map((industry) => {
  const { million, certainty, zh, en } = THRESHOLDS[industry];
  const threshold = yuan(million * 1_000_000);
  return {
    key: aboveScaleKey(industry),
    version: '2011',
    inForceFrom: '2011-01-01',
    source: SOURCE,
    certainty,
    root: { zh, en, of: [{ metric: 'year-output', comparison: 'at-least', threshold, unit: 'fen', zh: `年主营业务收入 ${million * 100} 万元及以上`, en: `yearly main-business revenue of ${million} million yuan or more` }] },
  };
});
