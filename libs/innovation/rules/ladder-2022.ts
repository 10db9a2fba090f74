import { yuan, type Clause, type RuleSet } from '#kernel';
import { cardOf } from './card.js';

const SOURCE = '优质中小企业梯度培育管理暂行办法（工信部企业〔2022〕63号）';
const UNTIL = '2026-04-01';
const BASE = { version: '2022', inForceFrom: '2022-08-01', inForceTo: UNTIL, source: SOURCE, certainty: 'two-copies' } as const;
/** The re-review of 2026 still follows this text. */
const RE_REVIEW = { ...BASE, inForceTo: '2027-01-01', appliesTo: ['re-review'] } as const;

const flag = (metric: string, zh: string, en: string): Clause => ({ metric, comparison: 'is', threshold: true, zh, en });
const money = (metric: string, million: number, zh: string, en: string): Clause => ({ metric, comparison: 'at-least', threshold: yuan(million * 1_000_000), unit: 'fen', zh: `${zh} ${million * 100} 万元及以上`, en: `${en} of ${million} million yuan or more` });
const percent = (metric: string, threshold: number, zh: string, en: string): Clause => ({ metric, comparison: 'at-least', threshold, unit: 'percent', zh: `${zh} ${threshold}% 及以上`, en: `${en} of ${threshold} % or more` });
const below = (metric: string, million: number, zh: string, en: string): Clause => ({ metric, comparison: 'below', threshold: yuan(million * 1_000_000), unit: 'fen', zh: `${zh}低于 ${million * 100} 万元`, en: `${en} below ${million} million yuan` });
const points = (metric: string, threshold: number, zh: string, en: string): Clause => ({ metric, comparison: 'at-least', threshold, unit: 'points', zh: `${zh} ${threshold} 分及以上`, en: `${threshold} points or more for ${en}` });
const debt = (threshold: number): Clause => ({ metric: 'debt-ratio', comparison: 'at-most', threshold, unit: 'percent', zh: `资产负债率不高于 ${threshold}%`, en: `debt ratio up to ${threshold} %` });

/** Kept with its re-review twin, which is the same text for another kind and longer. */
const both = (key: string, root: RuleSet['root']): RuleSet[] => [{ key, ...BASE, root }, { key, ...RE_REVIEW, root }];

export const INNOVATIVE_SME = both('innovative-sme', {
  zh: '创新型中小企业：评价得分或直通条件之一',
  en: 'Innovative SME: points, or one of the direct ways',
  atLeast: 1,
  of: [
    { zh: '评价得分', en: 'points', of: [points('points', 60, '评价总分', 'all'), points('innovation-points', 20, '创新能力', 'innovation'), points('growth-points', 15, '成长性', 'growth'), points('specialisation-points', 15, '专业化', 'specialisation')] },
    {
      zh: '直通条件（至少一项）',
      en: 'the direct ways (one of them)',
      atLeast: 1,
      of: [flag('award-in-3-years', '近三年获国家级、省级科技奖励', 'a national or provincial award in three years'), flag('holds-high-tech-or-ip-title', '获高新技术企业、国家级技术创新示范企业、知识产权优势（示范）企业称号', 'a high-tech or IP-model title'), flag('provincial-institution', '拥有经认定的省部级以上研发机构', 'a research institution of province level or above'), money('equity-in-3-years', 5, '近三年新增合格机构股权融资', 'new equity from qualified institutions in three years')],
    },
  ],
});

/** Annex 1 of the measure: innovation 40, growth 30, specialisation 30. */
export const INNOVATIVE_SME_CARD = cardOf(INNOVATIVE_SME[0]!, [
  { key: 'innovation-ip', zh: '与主导产品有关的有效知识产权', en: 'IP of its main product', most: 20, scales: [{ metric: 'high-value-class-one-ip', zh: '高价值 I 类知识产权', en: 'class I IP of high value', open: true, counts: 'at-least', bands: [{ at: 1, points: 20 }] }, { metric: 'own-class-one-ip', zh: '自主研发 I 类知识产权', en: 'own class I IP', open: true, counts: 'at-least', bands: [{ at: 1, points: 15 }] }, { metric: 'class-one-ip', zh: 'I 类知识产权', en: 'class I IP', open: true, counts: 'at-least', bands: [{ at: 1, points: 10 }] }, { metric: 'class-two-ip', zh: 'II 类知识产权', en: 'class II IP', open: true, counts: 'at-least', bands: [{ at: 1, points: 5 }] }] },
  { key: 'innovation-research', zh: '上年研发费用占营业收入', en: 'research over revenue', most: 20, scales: [{ metric: 'research-over-revenue', counts: 'at-least', bands: [{ at: 5, points: 20 }, { at: 3, points: 15 }, { at: 2, points: 10 }, { at: 1, points: 5 }] }] },
  { key: 'growth-revenue', zh: '上年主营业务收入增长率', en: 'growth of main revenue', most: 20, scales: [{ metric: 'main-revenue-growth', counts: 'at-least', bands: [{ at: 15, points: 20 }, { at: 10, points: 15 }, { at: 5, points: 10 }, { at: 0, points: 5 }] }] },
  { key: 'growth-debt', zh: '上年资产负债率', en: 'debt ratio', most: 10, scales: [{ metric: 'debt-ratio', counts: 'at-most', bands: [{ at: 55, points: 10 }, { at: 75, points: 5 }] }] },
  { key: 'specialisation-field', zh: '主导产品所属领域（战略性新兴 10 分，其他 5 分）', en: 'field: strategic emerging 10, other 5', most: 10, scales: [{ metric: 'field-points', counts: 'at-least', bands: [{ at: 10, points: 10 }, { at: 5, points: 5 }] }] },
  { key: 'specialisation-share', zh: '上年主营业务收入占营业收入', en: 'main share of revenue', most: 20, scales: [{ metric: 'main-share', counts: 'at-least', bands: [{ at: 70, points: 20 }, { at: 60, points: 15 }, { at: 55, points: 10 }, { at: 50, points: 5 }] }] },
]);

export const SPECIALISED_2022 = both('specialised-firm', {
  zh: '专精特新中小企业认定标准（2022）',
  en: 'Specialised firm, the text of 2022',
  of: [
    { metric: 'years-in-market', comparison: 'at-least', threshold: 2, unit: 'years', zh: '从事特定细分市场 2 年以上', en: '2 years or more in its market' },
    money('last-year-research', 1, '上年研发费用', 'last year’s research'),
    percent('research-over-revenue', 3, '上年研发费用占营业收入', 'research over revenue'),
    { zh: '营业收入或股权融资', en: 'revenue or equity', atLeast: 1, of: [money('last-year-revenue', 10, '上年营业收入', 'last year’s revenue'), money('equity-in-2-years', 20, '近两年新增股权融资', 'new equity in two years')] },
    points('specialised-points', 60, '评价得分（附件表，由本地录入）', 'the annex’s table, as entered here'),
  ],
});

const HALF_IN_RESEARCH = percent('research-staff-share', 50, '研发人员占职工总数', 'research staff over all staff');

export const LITTLE_GIANT_2022 = both('little-giant', {
  zh: '专精特新“小巨人”企业认定标准（2022）',
  en: 'Little giant, the text of 2022',
  of: [
    { metric: 'years-in-market', comparison: 'at-least', threshold: 3, unit: 'years', zh: '从事特定细分市场 3 年以上', en: '3 years or more in its market' },
    percent('main-share', 70, '主营业务收入占比', 'main share of revenue'),
    percent('main-revenue-mean-growth', 5, '近两年主营业务收入平均增长率', 'mean growth of main revenue in two years'),
    debt(70),
    {
      zh: '创新能力（按营业收入分档，至少一档）',
      en: 'research, by revenue',
      atLeast: 1,
      of: [
        { zh: '营业收入 1 亿元及以上', en: 'revenue from 100 million', of: [money('last-year-revenue', 100, '上年营业收入', 'last year’s revenue'), percent('research-over-revenue', 3, '研发费用占比', 'research over revenue')] },
        { zh: '5000 万元至 1 亿元', en: 'revenue from 50 million', of: [money('last-year-revenue', 50, '上年营业收入', 'last year’s revenue'), below('last-year-revenue', 100, '上年营业收入', 'last year’s revenue'), percent('research-over-revenue', 6, '研发费用占比', 'research over revenue')] },
        { zh: '不足 5000 万元', en: 'revenue below 50 million', of: [below('last-year-revenue', 50, '上年营业收入', 'last year’s revenue'), money('equity-in-2-years', 80, '近两年新增股权融资', 'new equity in two years'), money('last-year-research', 30, '研发投入', 'research'), HALF_IN_RESEARCH] },
      ],
    },
  ],
});
