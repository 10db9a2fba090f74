import { yuan, type Clause, type RuleSet } from '#kernel';
import { cardOf } from './card.js';

const flag = (metric: string, threshold: boolean, article: string, zh: string, en: string): Clause => ({ metric, comparison: 'is', threshold, article, zh, en });

export const TECH_SME: RuleSet = {
  key: 'tech-based-sme',
  version: '2017',
  inForceFrom: '2017-05-03',
  source: '科技型中小企业评价办法（国科发政〔2017〕115号）',
  certainty: 'two-copies',
  root: {
    zh: '科技型中小企业评价条件（全部满足）',
    en: 'Conditions of a tech-based SME (all of them)',
    of: [
      flag('resident', true, '第六条（一）', '在中国境内（不含港澳台）注册的居民企业', 'a resident firm'),
      { metric: 'sme-staff', comparison: 'at-most', threshold: 500, unit: 'people', article: '第六条（二）', zh: '职工总数不超过 500 人', en: 'up to 500 staff' },
      { metric: 'last-year-sales', comparison: 'at-most', threshold: yuan(200_000_000), unit: 'fen', article: '第六条（二）', zh: '年销售收入不超过 2 亿元', en: 'sales up to 200 million yuan' },
      { metric: 'total-assets', comparison: 'at-most', threshold: yuan(200_000_000), unit: 'fen', article: '第六条（二）', zh: '资产总额不超过 2 亿元', en: 'assets up to 200 million yuan' },
      flag('prohibited-trade', false, '第六条（三）', '产品和服务不属于国家禁止、限制和淘汰类', 'nothing that is prohibited'),
      flag('incident-in-two-years', false, '第六条（四）', '上一年及当年未发生重大事故、严重违法，未列入严重失信名单', 'no serious incident, on no list of dishonesty, this year and last'),
      {
        zh: '评价得分，或直接符合条件之一',
        en: 'points, or one of the direct ways',
        atLeast: 1,
        of: [
          { zh: '综合评价得分不低于 60 分，且科技人员指标得分不为 0', en: '60 points or more, and research staff not 0', of: [{ metric: 'points', comparison: 'at-least', threshold: 60, unit: 'points', article: '第六条（五）', zh: '综合评价得分不低于 60 分', en: '60 points or more' }, { metric: 'staff-points', comparison: 'above', threshold: 0, unit: 'points', article: '第六条（五）', zh: '科技人员指标得分不为 0', en: 'points for research staff' }] },
          {
            zh: '直接确认条件（第八条，至少一项）',
            en: 'the direct ways (article 8, one of them)',
            atLeast: 1,
            of: [
              flag('holds-high-tech-enterprise', true, '第八条（一）', '拥有有效期内高新技术企业资格证书', 'a valid high-tech certificate'),
              flag('national-award-in-5-years', true, '第八条（二）', '近五年内获得过国家级科技奖励', 'a national science award in five years'),
              flag('provincial-institution', true, '第八条（三）', '拥有经认定的省部级以上研发机构', 'a research institution of province level or above'),
              flag('standard-in-5-years', true, '第八条（四）', '近五年内主导制定过国际、国家或行业标准', 'led a national or industry standard in five years'),
            ],
          },
        ],
      },
    ],
  },
};

/** Article 7; lower bounds included. */
export const TECH_SME_CARD = cardOf(TECH_SME, [
  { key: 'staff', zh: '科技人员', en: 'research staff', most: 20, scales: [{ metric: 'sme-research-staff-share', counts: 'at-least', bands: [{ at: 30, points: 20 }, { at: 25, points: 16 }, { at: 20, points: 12 }, { at: 15, points: 8 }, { at: 10, points: 4 }] }] },
  {
    key: 'research',
    zh: '研发投入（两项取优）',
    en: 'research, the better of two',
    most: 50,
    scales: [
      { metric: 'tax-research-over-sales', zh: '研发费用占销售收入', en: 'research over sales', counts: 'at-least', bands: [{ at: 6, points: 50 }, { at: 5, points: 40 }, { at: 4, points: 30 }, { at: 3, points: 20 }, { at: 2, points: 10 }] },
      { metric: 'tax-research-over-cost', zh: '研发费用占成本费用', en: 'research over costs', counts: 'at-least', bands: [{ at: 30, points: 50 }, { at: 25, points: 40 }, { at: 20, points: 30 }, { at: 15, points: 20 }, { at: 10, points: 10 }] },
    ],
  },
  {
    key: 'ip',
    zh: '科技成果（知识产权）',
    en: 'IP',
    most: 30,
    scales: [{ metric: 'class-one-ip', zh: 'I 类知识产权', en: 'class I IP', open: true, counts: 'at-least', bands: [{ at: 1, points: 30 }] }, { metric: 'class-two-ip', zh: 'II 类知识产权', en: 'class II IP', open: true, counts: 'at-least', bands: [{ at: 4, points: 24 }, { at: 3, points: 18 }, { at: 2, points: 12 }, { at: 1, points: 6 }] }],
  },
]);

/** What leads to a look on the spot, not to a refusal. */
export const ON_SITE_CHECKS: readonly Clause[] = [
  { metric: 'sme-staff', comparison: 'above', threshold: 5, unit: 'people', zh: '职工 5 人及以下', en: '5 staff or fewer' },
  { metric: 'ip-points', comparison: 'above', threshold: 0, unit: 'points', zh: '知识产权得分为 0', en: 'no points for IP' },
  { metric: 'tax-research', comparison: 'at-least', threshold: yuan(100_000), unit: 'fen', zh: '研发费用低于 10 万元', en: 'research under 100,000 yuan' },
  { metric: 'risk-case-in-3-years', comparison: 'is', threshold: false, zh: '近三年有风险案件', en: 'a risk case in three years' },
  { metric: 'first-application', comparison: 'is', threshold: false, zh: '首次申请', en: 'a first application' },
];

/** The list begins so; the rest is the operator's to enter, as one fact. */
export const MUNICIPAL_TECH_FIRM: RuleSet = {
  key: 'municipal-tech-firm',
  version: '2022',
  inForceFrom: '2022-01-01',
  source: '重庆市科技型企业（2022）',
  certainty: 'one-copy',
  root: {
    zh: '市级科技型企业条件',
    en: 'Conditions of a municipal tech firm',
    of: [
      flag('legal-person', true, '', '独立法人', 'a legal person'),
      flag('prohibited-trade', false, '', '不从事禁止、限制类业务', 'nothing that is prohibited'),
      flag('incident-in-two-years', false, '', '无重大事故、严重违法，未列入失信名单', 'no serious case, on no list of dishonesty'),
      {
        zh: '至少一项',
        en: 'at least one',
        atLeast: 1,
        of: [
          { metric: 'technical-staff-share', comparison: 'at-least', threshold: 5, unit: 'percent', zh: '科技人员占比 5% 及以上', en: 'technical staff 5 % or more' },
          { metric: 'senior-titles', comparison: 'at-least', threshold: 1, unit: 'people', zh: '高级职称人员 1 名及以上', en: 'one senior title' },
          flag('other-municipal-ground', true, '', '清单所列其他条件（由本地录入）', 'another ground of the list, as entered here'),
        ],
      },
    ],
  },
};
