import type { RuleSet } from '#kernel';

const SOURCE = '川渝青年创新创业大赛 2022 通知';

/** The youth contest of 2022; organisers differ, so its thresholds are an edition's own. */
export const YOUTH_CONTEST: readonly RuleSet[] = [
  {
    key: 'youth-start-up',
    version: '2022',
    inForceFrom: '2022-01-01',
    source: SOURCE,
    certainty: 'one-copy',
    root: {
      zh: '创业组申报条件',
      en: 'Conditions of the start-up group',
      of: [
        { metric: 'applicant-age', comparison: 'at-most', threshold: 45, unit: 'years', zh: '申报人不超过 45 周岁', en: 'applicant at most 45 years old' },
        { metric: 'years-since-registration', comparison: 'at-most', threshold: 5, unit: 'years', zh: '注册不超过 5 年', en: 'registered at most 5 years' },
      ],
    },
  },
  {
    key: 'youth-idea',
    version: '2022',
    inForceFrom: '2022-01-01',
    source: SOURCE,
    certainty: 'one-copy',
    root: {
      zh: '创新组申报条件',
      en: 'Conditions of the idea group',
      of: [
        { metric: 'applicant-age', comparison: 'at-most', threshold: 45, unit: 'years', zh: '申报人不超过 45 周岁', en: 'applicant at most 45 years old' },
        { metric: 'firm-registered', comparison: 'is', threshold: false, zh: '尚未注册企业', en: 'no firm registered yet' },
      ],
    },
  },
];
