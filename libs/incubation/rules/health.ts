import type { RuleSet } from '#kernel';

/** Warning signs of a firm: a clause that fails is a sign. A platform's own practice, no regulation. */
export const HEALTH: readonly RuleSet[] = [
  {
    key: 'incubatee-health',
    version: '1',
    inForceFrom: '2000-01-01',
    source: '孵化服务惯例 practice of incubation',
    certainty: 'example',
    root: {
      zh: '在孵企业健康度',
      en: 'Health of an incubatee',
      of: [
        { metric: 'cash-months', comparison: 'at-least', threshold: 6, unit: 'months', zh: '货币资金可支撑 6 个月以上', en: 'cash for six months or more' },
        { metric: 'days-left', comparison: 'at-least', threshold: 90, zh: '合同剩余 90 天以上', en: '90 days or more of its term left' },
        { metric: 'reports-late', comparison: 'at-most', threshold: 0, zh: '无逾期未报', en: 'no report late' },
        { metric: 'milestones-late', comparison: 'at-most', threshold: 0, zh: '无逾期未达的里程碑', en: 'no milestone late' },
        { metric: 'milestone-moves', comparison: 'at-most', threshold: 1, zh: '里程碑推迟不超过一次', en: 'no milestone moved more than once' },
        { metric: 'staff-change', comparison: 'at-least', threshold: -20, unit: 'percent', zh: '从业人员一年内减少不超过 20%', en: 'staff down by no more than 20 % in a year' },
      ],
    },
  },
];
