import type { Clause, RuleSet } from '#kernel';

const EXAMPLE = { inForceFrom: '2020-01-01', version: 'example', source: '示例：请以本地办法为准', certainty: 'example' } as const;

const incubated: Clause = { metric: 'with-platform', comparison: 'is', threshold: true, zh: '在孵或已毕业', en: 'is in incubation or has graduated' };

/** Who is paid which subsidy: examples of the right shape; a district's own measures go in their place. */
export const SUBSIDY_RULES: readonly RuleSet[] = [
  {
    ...EXAMPLE,
    key: 'subsidy-rent',
    root: { zh: '租金补贴条件', en: 'For the rent subsidy', of: [incubated, { metric: 'base', comparison: 'above', threshold: 0, unit: 'fen', zh: '该季度已缴租金', en: 'has paid rent in the quarter' }] },
  },
  {
    ...EXAMPLE,
    key: 'subsidy-research',
    root: {
      zh: '研发补贴条件',
      en: 'For the research subsidy',
      of: [
        incubated,
        { metric: 'base', comparison: 'above', threshold: 0, unit: 'fen', zh: '该年度已填报研发支出', en: 'has reported research spending of the year' },
        { metric: 'research-share', comparison: 'at-least', threshold: 3, unit: '%', zh: '研发支出占营业收入 3% 以上', en: 'research is 3 % of revenue or more' },
      ],
    },
  },
  {
    ...EXAMPLE,
    key: 'subsidy-recognition',
    root: { zh: '认定奖励条件', en: 'For the recognition award', of: [{ metric: 'certificate', comparison: 'is', threshold: true, zh: '有认定证书编号', en: 'has the number of its certificate' }] },
  },
];
