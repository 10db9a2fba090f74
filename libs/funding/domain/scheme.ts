import { eventType, refusalType, splitFen, stateMachine } from '#kernel';

export const SCHEME_KINDS = ['municipal', 'rural', 'district', 'other'] as const;
export const UPON = ['contract', 'midterm', 'acceptance'] as const;
export type Upon = (typeof UPON)[number];

export const schemeMachine = stateMachine({ name: 'scheme', initial: 'published', states: { published: 'takes applications in its window, and pays what it has approved' }, transitions: {} });

export const schemePublished = eventType<{ name: string; kind: string; budget: number; opensOn: string; closesOn: string }>('scheme:published', 'When a call for projects that are paid from a public purse is published.');
export const budgetAdded = eventType<{ amount: number; reason: string }>('scheme:budget-added', 'When a scheme or a subsidy is given more money.');

export const schemeDatesCrossed = refusalType('scheme:dates', 'invalid', '截止日 {closesOn} 早于开始日 {opensOn}。', 'It closes ({closesOn}) before it opens ({opensOn}).');
export const instalmentsDiffer = refusalType('scheme:instalments', 'invalid', '各期比例合计 {sum}%，须为 100%；须按签约、中期、验收的次序。', 'The instalments come to {sum} %, not to 100; their order is contract, midterm, acceptance.');
export const schemeShut = refusalType('scheme:shut', 'unmet', '“{scheme}”的申报期为 {opensOn} 至 {closesOn}，今天是 {today}。', '"{scheme}" takes applications from {opensOn} to {closesOn}; it is {today}.');
export const budgetShort = refusalType('scheme:budget-short', 'unmet', '“{scheme}”预算余额 {left} 元，不足以安排 {amount} 元；请先追加预算或核减金额。', '"{scheme}" has {left} yuan of its budget left, less than {amount} yuan; add to it or approve less.');

export interface InstalmentPlan {
  readonly percent: number;
  readonly upon: Upon;
}

/** Whether instalments are the whole, in the order in which projects come to them. */
export function instalmentsFit(plan: readonly InstalmentPlan[]): boolean {
  const order = plan.map(({ upon }) => UPON.indexOf(upon));
  return plan.reduce((sum, { percent }) => sum + percent, 0) === 100 && order.every((at, n) => n === 0 || at >= order[n - 1]!);
}

/** What each instalment comes to, in fen, to the last one. */
export const instalmentsOf = (approved: bigint, plan: readonly InstalmentPlan[]): bigint[] => splitFen(approved, plan.map(({ percent }) => BigInt(percent)));
