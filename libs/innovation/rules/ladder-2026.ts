import { yuan, type Clause, type RuleSet } from '#kernel';

const SOURCE = '优质中小企业梯度培育管理办法（工信部企业〔2026〕2号）';
const FROM = '2026-04-01';
const BASE = { version: '2026', inForceFrom: FROM, source: SOURCE } as const;

const flag = (metric: string, zh: string, en: string, threshold = true): Clause => ({ metric, comparison: 'is', threshold, zh, en });
const money = (metric: string, million: number, zh: string, en: string): Clause => ({ metric, comparison: 'at-least', threshold: yuan(million * 1_000_000), unit: 'fen', zh: `${zh} ${million * 100} 万元及以上`, en: `${en} of ${million} million yuan or more` });
const percent = (metric: string, threshold: number, zh: string, en: string): Clause => ({ metric, comparison: 'at-least', threshold, unit: 'percent', zh: `${zh} ${threshold}% 及以上`, en: `${en} of ${threshold} % or more` });
const debt = (threshold: number): Clause => ({ metric: 'debt-ratio', comparison: 'at-most', threshold, unit: 'percent', zh: `资产负债率不高于 ${threshold}%`, en: `debt ratio up to ${threshold} %` });
const count = (metric: string, threshold: number, zh: string, en: string): Clause => ({ metric, comparison: 'at-least', threshold, zh, en });
const IN_NICHE = count('years-in-market', 3, '从事细分市场 3 年以上', '3 years or more in its niche');

export const FIRST_RUNG: RuleSet = {
  ...BASE,
  key: 'tech-and-innovative-sme',
  certainty: 'one-copy',
  root: { zh: '科技和创新型中小企业（任一）', en: 'Tech and innovative SME (either kind)', atLeast: 1, of: [flag('holds-tech-based-sme', '科技型中小企业', 'a tech-based SME'), flag('holds-innovative-sme', '创新型中小企业', 'an innovative SME')] },
};

export const SPECIALISED_2026: RuleSet = {
  ...BASE,
  key: 'specialised-firm',
  certainty: 'one-copy',
  root: {
    zh: '专精特新中小企业认定标准（2026）',
    en: 'Specialised firm, the text of 2026',
    of: [
      flag('holds-first-rung', '已为科技和创新型中小企业', 'holds the first rung'),
      IN_NICHE,
      { zh: '营业收入或股权融资', en: 'revenue or equity', atLeast: 1, of: [money('last-year-revenue', 15, '上年营业收入', 'last year’s revenue'), money('equity-in-2-years', 20, '近两年合格投资者实缴股权融资', 'new equity paid in by qualified investors in two years')] },
      percent('main-share', 80, '主营业务收入占比', 'main share of revenue'),
      debt(80),
      money('least-research-of-2-years', 1, '近两年每年研发费用', 'research in each of two years'),
      percent('least-research-share-of-2-years', 3, '近两年每年研发费用占比', 'research over revenue in each of two years'),
      count('class-one-ip', 1, '实际应用的 I 类知识产权 1 项以上', '1 class I IP or more in use'),
      flag('quality-met', '质量评分 50 分以上（另有文本作 60 分，须核对附件 1）', 'a quality score of 50 (one reading says 60; annex 1 decides)'),
      flag('fraud-in-3-years', '近三年无弄虚作假被撤销称号', 'no fraud in three years', false),
    ],
  },
};

const LITTLE_GIANT_CLAUSES: readonly RuleSet['root']['of'][number][] = [
  flag('holds-specialised-firm', '已为专精特新中小企业', 'holds the title of specialised firm'),
  IN_NICHE,
  money('last-year-revenue', 50, '上年营业收入', 'last year’s revenue'),
  percent('main-share', 90, '主营业务收入占比', 'main share of revenue'),
  debt(75),
  money('research-of-2-years', 12, '近两年研发费用合计', 'research of two years together'),
  percent('least-research-share-of-2-years', 3, '近两年每年研发费用占比', 'research over revenue in each of two years'),
  { zh: '知识产权', en: 'IP', atLeast: 1, of: [count('own-class-one-ip', 4, '自主研发且实际应用的 I 类知识产权 4 项以上', '4 class I IP or more in use, own and not bought'), flag('award-in-3-years', '近三年获国家级科技奖励', 'a national award in three years')] },
  { zh: '市场地位', en: 'standing in the market', atLeast: 1, of: [percent('niche-share', 10, '细分市场占有率', 'share of a niche market'), flag('top-three', '细分市场排名前三', 'among the top three')] },
  flag('product-on-list', '主导产品在目录内且处于产业链关键环节', 'product on the list, at a key link'),
];
const AT_THE_END: readonly Clause[] = [flag('controlled-by-little-giant', '不受其他“小巨人”企业控制', 'not under control of another little giant', false), flag('fraud-in-3-years', '近三年无弄虚作假被撤销称号', 'no fraud in three years', false)];
const ROOT = { zh: '专精特新“小巨人”企业认定标准（2026）', en: 'Little giant, the text of 2026' };

export const LITTLE_GIANT_2026: readonly RuleSet[] = [
  { ...BASE, key: 'little-giant', certainty: 'two-copies', root: { ...ROOT, of: [...LITTLE_GIANT_CLAUSES, percent('main-revenue-compound-growth', 5, '近两年主营业务收入复合增长率', 'compound growth of main revenue in two years'), count('quality-score', 60, '质量评分 60 分以上', 'a quality score of 60 or more'), ...AT_THE_END] } },
  // From 2027 on; the re-review of 2026 follows the text of 2022.
  { ...BASE, inForceFrom: '2027-01-01', appliesTo: ['re-review'], key: 'little-giant', certainty: 'two-copies', root: { ...ROOT, of: [...LITTLE_GIANT_CLAUSES, count('best-quality-of-2-years', 60, '近两年任一年质量评分 60 分以上', 'a quality score of 60 or more in either of two years'), ...AT_THE_END] } },
];
