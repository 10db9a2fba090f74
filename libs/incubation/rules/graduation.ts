import { yuan, type RuleSet } from '#kernel';

/** 科技企业孵化器管理办法 (国科发区〔2018〕300号): a graduate meets at least one. The ministry's text of 2025 is to be entered; until then this one judges. */
export const GRADUATION: readonly RuleSet[] = [
  {
    key: 'incubator-graduation',
    version: '2018',
    inForceFrom: '2019-01-01',
    source: '国科发区〔2018〕300号 第十三条',
    certainty: 'two-copies',
    root: {
      zh: '毕业企业条件（至少一项）',
      en: 'Conditions of a graduate (at least one)',
      atLeast: 1,
      of: [
        { metric: 'high-tech-enterprise', comparison: 'is', threshold: true, zh: '经认定的高新技术企业', en: 'a recognised high-tech enterprise' },
        { metric: 'venture-money', comparison: 'above', threshold: yuan(5_000_000), unit: 'fen', zh: '累计获得天使或风险投资超过 500 万元', en: 'angel or venture money above 5 million yuan in all' },
        { metric: 'best-two-years-revenue', comparison: 'above', threshold: yuan(10_000_000), unit: 'fen', zh: '连续 2 年营业收入累计超过 1000 万元', en: 'two consecutive years’ revenue above 10 million yuan together' },
        { metric: 'merged-acquired-or-listed', comparison: 'is', threshold: true, zh: '被兼并、收购或在国内外资本市场挂牌、上市', en: 'merged, acquired or listed' },
      ],
    },
  },
];
