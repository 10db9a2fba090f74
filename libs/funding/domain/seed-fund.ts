import { eventType, refusalType, stateMachine } from '#kernel';

export const MAJORITIES = ['simple', 'two-thirds'] as const;
export type Majority = (typeof MAJORITIES)[number];

export const fundMachine = stateMachine({ name: 'seed-fund', initial: 'open', states: { open: 'invests what it has' }, transitions: {} });

export const fundRegistered = eventType<{ name: string; capital: number }>('fund:registered', 'When the district enters a seed fund.');
export const committeeNamed = eventType<{ name: string; people: readonly string[]; quorum: number; majority: string }>('fund:committee-named', 'When it is named who votes on a fund’s proposals.');
export const capitalDrawn = eventType<{ drawdown: string; amount: number; on: string; reference: string }>('fund:capital-drawn', 'When contributors have paid in what was called.');
export const capitalReturned = eventType<{ distribution: string; amount: number; on: string; reference: string }>('fund:distributed', 'When a fund has given proceeds back to its contributors.');
export const proceedsRecycled = eventType<{ amount: number; on: string; reason: string }>('fund:recycled', 'When a fund puts proceeds to new use.');

export const fundExhausted = refusalType('fund:exhausted', 'unmet', '基金“{fund}”尚可承诺 {left} 元，不足以投出 {amount} 元；可先缩减金额，或等待退出资金滚动投入。', 'The fund "{fund}" has {left} yuan it has not promised, less than the {amount} yuan asked for; promise less, or put proceeds to new use first.');
export const fundCashShort = refusalType('fund:cash-short', 'unmet', '基金“{fund}”账上现有 {left} 元，不足以支付 {amount} 元；请先提取认缴资本（drawdown）。', 'The fund "{fund}" has {left} yuan in cash, less than the {amount} yuan to pay; draw capital first.');
export const nothingToDraw = refusalType('fund:drawn-up', 'unmet', '“{fund}”尚未实缴的资本为 {left} 元，不足 {amount} 元。', '"{fund}" has {left} yuan of capital that is not paid in, less than {amount} yuan.');
export const proceedsShort = refusalType('fund:proceeds-short', 'unmet', '“{fund}”可分配的退出资金为 {left} 元，不足 {amount} 元。', '"{fund}" holds {left} yuan of proceeds, less than {amount} yuan.');
export const projectLimit = refusalType('fund:project-limit', 'unmet', '本基金对单个项目最多投资 {most} 元，该项目已有 {has} 元。', 'The fund puts at most {most} yuan into one project, which has {has} yuan already.');
export const committeeTooSmall = refusalType('fund:committee-too-small', 'invalid', '投决会共 {people} 人，法定人数不能为 {quorum}。', 'A committee of {people} can’t need {quorum} votes.');

/** What is looked into before a vote, where a fund has no list of its own. */
export const CHECKLIST: readonly ChecklistItem[] = [
  { key: 'registration', zh: '主体资格与股权结构', en: 'registration and who owns it' },
  { key: 'team', zh: '团队与核心人员', en: 'the team' },
  { key: 'technology', zh: '技术与知识产权权属', en: 'the technology, and whose it is' },
  { key: 'market', zh: '市场与竞争', en: 'market and competition' },
  { key: 'finance', zh: '财务与税务', en: 'finance and tax' },
  { key: 'legal', zh: '诉讼、处罚与失信记录', en: 'law suits, penalties, dishonesty' },
];

export interface ChecklistItem {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}
