import { yuan, type Clause, type RuleSet } from '#kernel';

const atLeast = (metric: string, threshold: number, unit: string, zh: string, en: string): Clause => ({ metric, comparison: 'at-least', threshold, unit, zh, en });
const stated = (metric: string, zh: string, en: string): Clause => ({ metric, comparison: 'is', threshold: true, zh, en });

const LEGAL_PERSON = stated('legal-person', '独立法人资格', 'a legal person');
const CASES = atLeast('financing-cases', 3, '', '投资案例 3 个以上', '3 cases of investment or more');

/** 科技企业孵化器管理办法 (2018), 第七条 for general, 第八条 for specialised ones; it ended with the ministry's measure of 2025. */
const national2018 = (key: string, incubatees: number, density: number, graduates: number, specialised: boolean): RuleSet => ({
  ...{ key, version: '2018', inForceFrom: '2019-01-01', inForceTo: '2025-06-01', source: '国科发区〔2018〕300号', certainty: 'two-copies' },
  root: {
    zh: `国家级科技企业孵化器认定条件${specialised ? '（专业）' : ''}`,
    en: `Recognition as a national incubator${specialised ? ' (specialised)' : ''}`,
    of: [
      LEGAL_PERSON,
      atLeast('months-running', 36, 'months', '运营 3 年以上', '3 years running'),
      atLeast('years-of-statistics', 2, '', '连续 2 年报送真实统计数据', 'truthful statistics for 2 years'),
      atLeast('area', 10_000, 'm²', '孵化场地 10000 m² 以上', '10,000 m² or more'),
      atLeast('used-area-share', 75, 'percent', '在孵企业使用面积（含公共服务面积）占 75% 以上', '75 % or more of it used by incubatees, public service area included'),
      atLeast('fund-size', yuan(5_000_000), 'fen', '自有或合作种子资金 500 万元以上', 'seed or partner funds of 5 million yuan or more'),
      atLeast('financed-share', 10, 'percent', '获得投融资的在孵企业占 10% 以上', '10 % or more of incubatees financed'),
      CASES,
      atLeast('professional-share', 80, 'percent', '专业孵化服务人员占 80% 以上', '80 % or more of staff professional'),
      atLeast('professionals-per-ten', 1, '', '每 10 家在孵企业至少 1 名专业孵化服务人员', 'a professional for every 10 incubatees'),
      atLeast('mentors-per-ten', 1, '', '每 10 家在孵企业至少 1 名创业导师', 'a mentor for every 10 incubatees'),
      {
        zh: '知识产权（至少一项）', en: 'intellectual property (at least one)', atLeast: 1,
        of: [
          atLeast('patent-applied-share', 50, 'percent', '申请专利的在孵企业占 50% 以上', '50 % of incubatees applied for patents'),
          atLeast('valid-ip-share', 30, 'percent', '拥有有效知识产权的在孵企业占 30% 以上', '30 % of incubatees hold valid IP'),
        ],
      },
      ...(specialised ? [atLeast('one-field-share', 75, 'percent', '同一产业领域在孵企业占 75% 以上', '75 % of incubatees in one field')] : []),
      atLeast('incubatees', incubatees, '', `在孵企业 ${incubatees} 家以上`, `${incubatees} incubatees or more`),
      atLeast('incubatees-per-1000', density, '', `每千平方米在孵企业 ${density} 家以上`, `${density} incubatees or more for every 1,000 m²`),
      atLeast('graduates', graduates, '', `累计毕业企业 ${graduates} 家以上`, `${graduates} graduates or more in all`),
    ],
  },
});

/** 工信部科〔2025〕131号, standard grade: the clauses that are known; the rest has to be checked by hand and is stated. */
const ministry2025 = (key: string): RuleSet => ({
  ...{ key, version: '2025', inForceFrom: '2025-06-01', source: '工信部科〔2025〕131号', certainty: 'two-copies' },
  root: {
    zh: '科技型企业孵化器标准级条件', en: 'Standard grade of a technology incubator',
    of: [
      {
        zh: '上年度投融资（至少一项）', en: 'last year’s financing (at least one)', atLeast: 1,
        of: [
          atLeast('own-equity-share', 10, 'percent', '自有或合作基金完成股权投资的在孵企业占 10% 以上', 'equity confirmed and paid in by own or joint funds in 10 % of incubatees'),
          atLeast('financed-last-year-share', 20, 'percent', '获得投融资的在孵企业占 20% 以上', '20 % of incubatees financed, from anywhere'),
        ],
      },
      atLeast('growing-share', 30, 'percent', '营收或研发投入增长超过 20% 的在孵企业占 30% 以上', 'revenue or research spending up by more than 20 % in 30 % of incubatees'),
      stated('separate-books', '孵化收入独立核算', 'income booked separately'),
      atLeast('other-income-share', 30, 'percent', '租金和物业以外的收入占 30% 以上', '30 % of income other than rent and property'),
      stated('remaining-clauses', '其余条款（须逐条人工核对）', 'the remaining clauses, checked by hand'),
    ],
  },
});

const makerSpace = (key: string, from: string, until: string | undefined, source: string, certainty: RuleSet['certainty'], months: number, became: number, financed: number): RuleSet => ({
  ...{ key, version: from.slice(0, 4), inForceFrom: from, ...(until !== undefined && { inForceTo: until }), source, certainty },
  root: {
    zh: '众创空间备案条件', en: 'Filing as a maker space',
    of: [
      stated('dedicated-operator', '专门的运营主体', 'a dedicated operator'),
      atLeast('months-running', months, 'months', `运营 ${months} 个月以上`, `${months} months running`),
      {
        zh: '场地（至少一项）', en: 'space (at least one)', atLeast: 1,
        of: [atLeast('area', 500, 'm²', '场地 500 m² 以上', '500 m² or more'), atLeast('desks', 30, '', '工位 30 个以上', '30 desks or more')],
      },
      atLeast('used-area-share', 75, 'percent', '工位和公共服务面积占 75% 以上', 'desks and public area 75 % or more'),
      atLeast('incubatees', 20, '', '签约的团队和企业 20 家以上', '20 teams and firms under an agreement'),
      {
        zh: '每年成效（至少一项）', en: 'each year (at least one)', atLeast: 1,
        of: [
          atLeast('became-firms', became, '', `上年度 ${became} 个以上团队注册为企业`, `${became} teams became firms last year`),
          atLeast('financed-last-year', financed, '', `上年度 ${financed} 家以上获得融资`, `${financed} got financed last year`),
        ],
      },
      atLeast('financing-cases', 3, '', '典型孵化案例 3 个以上', '3 typical cases'),
      atLeast('full-time-staff', 3, '', '专职人员 3 名以上', '3 full-time staff'),
      atLeast('mentors', 3, '', '专兼职导师 3 名以上', '3 mentors'),
      atLeast('events-last-year', 10, '', '上年度活动 10 场以上', '10 events last year'),
      atLeast('years-of-statistics', 1, '', '报送真实统计数据', 'true statistics'),
    ],
  },
});

const chongqingIncubator = (key: string, area: number, incubatees: number, specialised: boolean): RuleSet => ({
  ...{ key, version: '2018', inForceFrom: '2018-01-01', source: '重庆市科技企业孵化器认定（2018 文本，已由渝科局发〔2019〕63号替代，新文本待录入）', certainty: 'one-copy' },
  root: {
    zh: `市级科技企业孵化器认定条件${specialised ? '（专业）' : ''}`, en: `Recognition as a municipal incubator${specialised ? ' (specialised)' : ''}`,
    of: [
      atLeast('months-running', 12, 'months', '运营 1 年以上', 'a year running'),
      atLeast('area', area, 'm²', `孵化场地 ${area} m² 以上`, `${area.toLocaleString('en-US')} m² or more`),
      atLeast('used-area-share', 75, 'percent', '在孵企业使用面积占 75% 以上', '75 % of it used'),
      atLeast('incubatees', incubatees, '', `在孵企业 ${incubatees} 家以上`, `${incubatees} incubatees or more`),
      ...(specialised ? [atLeast('one-field-share', 70, 'percent', '同一细分领域在孵企业占 70% 以上', '70 % of incubatees in one niche')] : []),
      atLeast('municipal-register-share', 30, 'percent', '30% 以上在孵和毕业企业进入市科技型企业库', '30 % of incubatees and graduates in the municipal register'),
    ],
  },
});

export const RECOGNITION: readonly RuleSet[] = [
  national2018('national-incubator', 50, 3, 20, false),
  national2018('national-incubator-specialised', 30, 2, 15, true),
  ...['national-incubator', 'national-incubator-specialised', 'national-accelerator', 'national-maker-space'].map(ministry2025),
  makerSpace('national-maker-space', '2017-01-01', '2025-06-01', '国科火字〔2017〕120号', 'two-copies', 18, 10, 5),
  makerSpace('municipal-maker-space', '2019-07-01', undefined, '渝科局发〔2019〕119号', 'one-copy', 12, 7, 3),
  chongqingIncubator('municipal-incubator', 5_000, 30, false),
  chongqingIncubator('municipal-incubator-specialised', 3_000, 20, true),
];

/** The rule for a kind of platform at a level; where none is known, no rule of that name is in force. */
export const recognitionRuleOf = (level: string, kind: string, specialised: boolean): string => `${level}-${kind === 'maker-world' ? 'maker-space' : kind}${specialised && kind === 'incubator' ? '-specialised' : ''}`;
