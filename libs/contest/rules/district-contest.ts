import type { RuleSet } from '#kernel';

/** What a district may ask beyond the nation's rules; an example, to be replaced by the district's own notice. */
export const DISTRICT_CONTEST: readonly RuleSet[] = [
  {
    key: 'district-open',
    version: '2025',
    inForceFrom: '2020-01-01',
    source: '区级赛事通知（示例）',
    certainty: 'example',
    root: {
      zh: '区级赛事申报条件',
      en: 'Conditions of the district contest',
      of: [
        { metric: 'region', comparison: 'one-of', threshold: ['district', 'city', 'will-move-here'], zh: '在本区、本市注册，或承诺迁入', en: 'registered in the district or the city, or willing to move here' },
        { metric: 'clean-record', comparison: 'is', threshold: true, zh: '无不良记录', en: 'has a clean record' },
        { metric: 'earlier-awards', comparison: 'at-most', threshold: 0, zh: '未在往届获奖', en: 'has not won in an earlier edition' },
        { metric: 'other-entries-of-organisation', comparison: 'at-most', threshold: 1, zh: '同一单位在本届不超过两个项目', en: 'at most two entries of one organisation in an edition' },
      ],
    },
  },
];
