import { yuan, type Clause, type Group, type RuleSet } from '#kernel';

const COMMON: readonly Clause[] = [
  { metric: 'listed', comparison: 'is', threshold: false, zh: '未上市', en: 'not listed' },
  { metric: 'has-ip', comparison: 'is', threshold: true, zh: '拥有知识产权', en: 'holds intellectual property' },
  { metric: 'clean-record', comparison: 'is', threshold: true, zh: '无不良记录', en: 'has a clean record' },
  { metric: 'revenue-last-year', comparison: 'at-most', threshold: yuan(200_000_000), unit: 'fen', zh: '上一年度营业收入不超过 2 亿元', en: 'revenue of the last year at most 200 million yuan' },
  { metric: 'former-national-top-three', comparison: 'is', threshold: false, zh: '未在往届全国总决赛获前三名', en: 'not first to third in a former national final' },
];

const START_UP: Group = {
  zh: '初创企业组申报条件',
  en: 'Conditions of the start-up group',
  of: [...COMMON, { metric: 'years-since-registration', comparison: 'at-most', threshold: 1, unit: 'years', zh: '上一年 1 月 1 日（含）以后注册', en: 'registered on or after 1 January of the year before' }],
};

const GROWTH: Group = {
  zh: '成长企业组申报条件',
  en: 'Conditions of the growth group',
  of: [...COMMON, { metric: 'years-since-registration', comparison: 'at-least', threshold: 2, unit: 'years', zh: '上一年 1 月 1 日以前注册', en: 'registered before 1 January of the year before' }],
};

const TEAM: Group = {
  zh: '高校团队组申报条件',
  en: 'Conditions of the university team group',
  of: [
    { metric: 'core-members', comparison: 'at-least', threshold: 3, unit: 'people', zh: '核心成员 3 人以上', en: 'three core members or more' },
    { metric: 'firm-registered', comparison: 'is', threshold: false, zh: '尚未注册企业', en: 'no firm registered yet' },
  ],
};

const EDITIONS = [
  { version: '12', source: '国科发火〔2023〕35号', inForceFrom: '2023-01-01', inForceTo: '2024-01-01' },
  { version: '13', source: '火炬〔2024〕8号', inForceFrom: '2024-01-01', inForceTo: '2025-01-01' },
  { version: '14', source: '火炬〔2025〕16号', inForceFrom: '2025-01-01' },
] as const;

/** 中国创新创业大赛, 12th to 14th; the 14th holds until a later one is entered. */
export const NATIONAL_CONTEST: readonly RuleSet[] = [
  ...EDITIONS.flatMap((edition): RuleSet[] => [
    { key: 'national-start-up', ...edition, certainty: 'two-copies', root: START_UP },
    { key: 'national-growth', ...edition, certainty: 'two-copies', root: GROWTH },
  ]),
  { key: 'national-team', ...EDITIONS[2], certainty: 'two-copies', root: TEAM },
];
