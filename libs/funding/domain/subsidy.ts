import { eventType, refusalType, stateMachine } from '#kernel';
import { money } from '#ledger';

export const SUBSIDY_KINDS = ['rent', 'research', 'recognition'] as const;
export type SubsidyKind = (typeof SUBSIDY_KINDS)[number];

export const subsidyMachine = stateMachine({ name: 'subsidy', initial: 'published', states: { published: 'paid to who meets its rule, while its budget lasts' }, transitions: {} });
export const claimMachine = stateMachine({
  name: 'subsidy-claim',
  initial: 'claimed',
  states: { claimed: 'asked for, with the rule’s judgement', refused: 'not granted, with a reason', granted: 'its money is promised', paid: 'paid, once for its ground', 'taken-back': 'its payment was taken back; its ground may be claimed again' },
  transitions: { grant: { from: ['claimed'], to: 'granted' }, refuse: { from: ['claimed', 'granted'], to: 'refused' }, pay: { from: ['granted'], to: 'paid' }, 'take-back': { from: ['paid'], to: 'taken-back' } },
});

export const subsidyPublished = eventType<{ name: string; kind: string; budget: number }>('subsidy:published', 'When a subsidy is published.');
export const subsidyClaimed = eventType<{ subsidy: string; firm: string; ground: string; amount: number }>('subsidy:claimed', 'When a firm asks for a subsidy.');
export const subsidyGranted = eventType<{ firm: string; ground: string; amount: number }>('subsidy:granted', 'When a subsidy is granted.');
export const subsidyRefused = eventType<{ firm: string; ground: string; reason: string }>('subsidy:refused', 'When a subsidy is not granted.');
export const subsidyPaid = eventType<{ firm: string; ground: string; amount: number; on: string; reference: string }>('subsidy:paid', 'When a subsidy is paid.');

export const subsidyTakenBack = eventType<{ firm: string; ground: string; amount: number; reason: string }>('subsidy:taken-back', 'When a subsidy’s payment is taken back that was a mistake, or was given back.');

export const subsidyUnmet = refusalType('subsidy:unmet', 'unmet', '不符合“{subsidy}”的条件（{rule}）；差距见 explanation。', 'The conditions of "{subsidy}" ({rule}) are not met; explanation shows what is missing.');
export const groundPaid = refusalType('subsidy:ground-taken', 'conflict', '同一事由（{ground}）已经申请或补贴过，不能重复享受。', 'This ground ({ground}) was claimed or paid already; it is paid once.');
export const groundMissing = refusalType('subsidy:ground-missing', 'invalid', '请给出{what}。', 'Say for what: {what}.');
export const termsMissing = refusalType('subsidy:terms-missing', 'invalid', '租金与研发补贴须有比例（percent），认定奖励须有金额（fixed）与称号（title）。', 'Rent and research need a percentage, a recognition award needs an amount and a title.');
export const periodNotOver = refusalType('subsidy:period-not-over', 'unmet', '{period} 尚未结束。', '{period} is not over.');

/** What a subsidy comes to, in fen, rounded down: a part of its base or a fixed sum, never more than `most`. */
export function subsidyAmount(base: bigint, { percent, fixed, most }: { percent: number | null; fixed: bigint | null; most: bigint | null }): bigint {
  const amount = fixed ?? (base * BigInt(percent ?? 0)) / 100n;
  return most !== null && amount > most ? most : amount;
}

/** Where subsidies to a project go. */
export const subsidiesTo = (project: string) => money(project, 'subsidies');
