import type { Clause, RuleSet } from '#kernel';

const EXAMPLE = { version: 'example', inForceFrom: '2016-05-01', source: '国办发〔2016〕32号、渝科局发〔2019〕146号；天数与等次为示例', certainty: 'example' } as const;
const days: Clause = { metric: 'days', comparison: 'at-least', threshold: 15, unit: '天', zh: '服务满 15 天', en: '15 days of service or more' };
const activities = (threshold: number): Clause => ({ metric: 'activities', comparison: 'at-least', threshold, unit: '次', zh: `参加联合活动 ${threshold} 次以上`, en: `${threshold} joint activities or more` });
const solved = (threshold: number): Clause => ({ metric: 'solved', comparison: 'at-least', threshold, unit: '个', zh: `解决难题 ${threshold} 个以上`, en: `${threshold} problems solved or more` });
const brought = (threshold: number): Clause => ({ metric: 'brought', comparison: 'at-least', threshold, unit: '项', zh: `引进品种或技术 ${threshold} 项以上`, en: `${threshold} varieties or technologies brought in, or more` });

/** What a year of a science envoy is graded by: examples, of which the measure gives the grades and not their thresholds. */
export const ENVOY_RULES: readonly RuleSet[] = [
  { ...EXAMPLE, key: 'envoy-excellent', root: { zh: '优秀', en: 'excellent', of: [days, { zh: '成效（至少两项）', en: 'what came of it (two at least)', atLeast: 2, of: [solved(2), brought(2), activities(2)] }] } },
  { ...EXAMPLE, key: 'envoy-good', root: { zh: '良好', en: 'good', of: [days, { zh: '成效（至少一项）', en: 'what came of it (one at least)', atLeast: 1, of: [solved(1), brought(1), activities(2)] }] } },
  { ...EXAMPLE, key: 'envoy-pass', root: { zh: '合格', en: 'pass', of: [days] } },
];
