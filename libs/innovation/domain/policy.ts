import { eventType, refusalType, stateMachine, type Clause, type Facts, type RuleSet } from '#kernel';
import { money } from '#ledger';

export const POLICY_LEVELS = ['district', 'municipal', 'national'] as const;
export const BENEFITS = ['fixed', 'share', 'other'] as const;

/** A fixed sum; a share of one of the firm's figures, up to a most; or what is no money, in words. Fen. */
export type Benefit = { readonly kind: 'fixed'; readonly amount: number } | { readonly kind: 'share'; readonly metric: string; readonly percent: number; readonly most: number | null } | { readonly kind: 'other'; readonly words: string };

export interface PolicyRule {
  readonly all: readonly Clause[];
  readonly any: readonly Clause[];
}

export const policyMachine = stateMachine({ name: 'policy', initial: 'published', states: { published: 'may be claimed in its window', closed: 'takes no claims any more' }, transitions: { close: { from: ['published'], to: 'closed' } } });
export const policyClaimMachine = stateMachine({
  name: 'policy-claim',
  initial: 'claimed',
  states: { claimed: 'applied for; its rule passed on that day', granted: 'granted; its money is promised', refused: 'not granted, with the reason', paid: 'its money is paid' },
  transitions: { grant: { from: ['claimed'], to: 'granted' }, refuse: { from: ['claimed', 'granted'], to: 'refused' }, pay: { from: ['granted'], to: 'paid' } },
});

export const policyPublished = eventType<{ title: string; level: string }>('policy:published', 'When a policy comes into the catalogue.');
export const policyClosed = eventType<{ title: string; reason: string }>('policy:closed', 'When a policy takes no claims any more.');
export const policyClaimed = eventType<{ policy: string; firm: string; amount: number }>('policy:claimed', 'When a firm claims a policy.');
export const policyGranted = eventType<{ policy: string; firm: string; amount: number; automatic: boolean }>('policy:granted', 'When a policy is granted to a firm, on its claim or without one.');
export const policyRefused = eventType<{ policy: string; firm: string; reason: string }>('policy:refused', 'When a claim to a policy is not granted.');
export const policyPaid = eventType<{ policy: string; firm: string; amount: number; on: string }>('policy:paid', 'When a policy’s money is paid to a firm.');
export const policyGrantedToAll = eventType<{ title: string; firms: number; amount: number; left: number }>('policy:granted-to-all', 'When a policy is granted without application to all that qualify, as far as its budget goes.');

export const policyRuleEmpty = refusalType('policy:rule-empty', 'invalid', '请至少写明一项条件。', 'Say at least one condition.');
export const unknownFact = refusalType('policy:unknown-fact', 'invalid', '没有“{metric}”这项事实；可用的见 GET /policy-facts。', 'There is no fact "{metric}"; GET /policy-facts lists them.');
export const benefitUnclear = refusalType('policy:benefit', 'invalid', '“{kind}”类优惠须写明 {what}。', 'A benefit of kind "{kind}" needs {what}.');
export const policyDates = refusalType('policy:dates', 'invalid', '截止日 {closesOn} 早于开始日 {opensOn}。', 'It closes ({closesOn}) before it opens ({opensOn}).');
export const policyShut = refusalType('policy:shut', 'unmet', '“{title}”的受理期为 {opensOn} 至 {closesOn}，今天是 {today}。', '"{title}" takes claims from {opensOn} to {closesOn}; it is {today}.');
export const policyUnmet = refusalType('policy:unmet', 'unmet', '不符合“{title}”的条件；差距见 explanation。', 'The conditions of "{title}" are not met; explanation shows what is missing.');
export const policyClaimedAlready = refusalType('policy:claimed-already', 'conflict', '“{firm}”已申请或已享受“{title}”。', '"{firm}" has claimed "{title}" already.');
export const policyPapersMissing = refusalType('policy:papers-missing', 'unmet', '缺少材料：{missing}。', 'Papers are missing: {missing}.');
export const policyBudgetShort = refusalType('policy:budget-short', 'unmet', '“{title}”预算余额 {left} 元，不足 {amount} 元。', '"{title}" has {left} yuan left, less than {amount}.');
export const notAutomatic = refusalType('policy:not-automatic', 'unmet', '“{title}”不是免申即享政策，须由企业申请。', '"{title}" is not granted without application; firms claim it.');
export const benefitUnknown = refusalType('policy:benefit-unknown', 'unmet', '计算优惠金额所需的数据（{metric}）尚无。', 'What the benefit is counted from ({metric}) is not known.');

/** A policy's conditions as a rule set, with its paper for source. */
export function ruleOf({ id, title, paper, opensOn, rule: { all, any } }: { readonly id: string; readonly title: string; readonly paper: string; readonly opensOn: string; readonly rule: PolicyRule }): RuleSet {
  const either = any.length === 0 ? [] : [{ zh: '至少一项', en: 'at least one', atLeast: 1, of: any }];
  return { key: policyKey(id), version: paper, inForceFrom: opensOn, source: paper, certainty: 'one-copy', root: { zh: title, en: title, of: [...all, ...either] } };
}

/** The name under which a policy stands among what rules say of firms. */
export const policyKey = (id: string): string => `policy:${id}`;

/** What a policy would bring a firm, in fen, rounded down; null where it is no money, undefined where the figure is not known. */
export function worthOf(benefit: Benefit, facts: Facts): bigint | null | undefined {
  if (benefit.kind === 'other') return null;
  if (benefit.kind === 'fixed') return BigInt(benefit.amount);
  const base = facts[benefit.metric];
  if (typeof base !== 'number') return undefined;
  const amount = (BigInt(Math.round(base)) * BigInt(benefit.percent)) / 100n;
  return benefit.most !== null && amount > BigInt(benefit.most) ? BigInt(benefit.most) : amount;
}

/** Where policies' money to a firm goes. */
export const policiesTo = (firm: string) => money(firm, 'policies');
