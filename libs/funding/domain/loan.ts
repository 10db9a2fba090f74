import { daysBetween, eventType, monthsAfter, refusalType, stateMachine } from '#kernel';

export const loanMachine = stateMachine({
  name: 'loan',
  initial: 'applied',
  states: {
    applied: 'asked of a bank',
    refused: 'the bank does not lend, with a reason',
    withdrawn: 'the firm does not want it, or has not drawn it',
    accepted: 'the bank lends; the pool keeps its share ready',
    drawn: 'paid to the firm, and paid back by its schedule',
    overdue: 'something that was due is not paid',
    compensated: 'the pool has paid its share of what was not paid back',
    repaid: 'paid back in full',
    closed: 'nothing more will come back',
  },
  transitions: {
    accept: { from: ['applied'], to: 'accepted' },
    refuse: { from: ['applied'], to: 'refused' },
    withdraw: { from: ['applied', 'accepted'], to: 'withdrawn' },
    draw: { from: ['accepted'], to: 'drawn' },
    'pay-part': { from: ['drawn'], to: 'drawn' },
    'pay-late': { from: ['overdue'], to: 'overdue' },
    'catch-up': { from: ['overdue'], to: 'drawn' },
    repay: { from: ['drawn', 'overdue', 'compensated'], to: 'repaid' },
    'fall-overdue': { from: ['drawn'], to: 'overdue' },
    compensate: { from: ['overdue'], to: 'compensated' },
    recover: { from: ['compensated'], to: 'compensated' },
    close: { from: ['compensated'], to: 'closed' },
  },
});

export const loanApplied = eventType<{ bank: string; firm: string; asked: number; grade: string }>('loan:applied', 'When a firm asks a bank for a loan on its knowledge.');
export const loanAccepted = eventType<{ bank: string; firm: string; granted: number; reserved: number }>('loan:accepted', 'When a bank grants a loan; the pool keeps its share ready.');
export const loanRefused = eventType<{ bank: string; firm: string; reason: string }>('loan:refused', 'When a bank does not grant a loan.');
export const loanWithdrawn = eventType<{ bank: string; firm: string; reason: string }>('loan:withdrawn', 'When a loan is given up before it is drawn.');
export const loanDrawn = eventType<{ bank: string; firm: string; amount: number; on: string }>('loan:drawn', 'When a loan is paid to the firm.');
export const loanRepaid = eventType<{ principal: number; interest: number; on: string; left: number }>('loan:repaid', 'When something of a loan is paid back; also when the rest is.');
export const loanDue = eventType<{ number: number; dueOn: string }>('loan:due', 'When a day has ended on which something of a loan was due.');
export const loanOverdue = eventType<{ bank: string; firm: string; dueOn: string; principal: number; interest: number }>('loan:overdue', 'When what was due on a day was not paid.');
export const loanCompensated = eventType<{ bank: string; firm: string; principal: number; paid: number; on: string }>('loan:compensated', 'When the pool has paid its share of a loan’s overdue principal.');
export const loanRecovered = eventType<{ amount: number; toPool: number; on: string }>('loan:recovered', 'When something of a compensated loan came back, of which the pool gets its share.');
export const loanClosed = eventType<{ left: number; reason: string }>('loan:closed', 'When nothing more will come back of a compensated loan.');

export const noGrade = refusalType('loan:no-grade', 'unmet', '评价得分 {score}，未达到最低等级，暂无可贷额度。', 'The score of {score} reaches no grade, so there is no limit to lend within.');
export const scoreOld = refusalType('loan:score-old', 'unmet', '评价日期 {on} 已超过一年，请重新评价。', 'The score is of {on}, more than a year ago; have the firm scored again.');
export const scoreOfAnother = refusalType('loan:score-of-another', 'invalid', '这份评价不是该项目的。', 'The score is of another project.');
export const overLimit = refusalType('loan:over-limit', 'unmet', '等级 {grade} 的额度为 {limit} 元，已占用 {used} 元，不能再贷 {amount} 元。', 'Grade {grade} has a limit of {limit} yuan, of which {used} are in use; {amount} more are too many.');
export const moreThanAsked = refusalType('loan:more-than-asked', 'invalid', '批准金额 {granted} 元超过申请的 {asked} 元。', '{granted} yuan were granted where {asked} were asked for.');
export const loanNotYours = refusalType('loan:not-your-project', 'forbidden', '只有项目团队或科技局可以申请。', 'Only the project’s team or the district’s office may ask.');
export const owedLess = refusalType('loan:owed-less', 'invalid', '剩余本金为 {left} 元，不能归还 {amount} 元。', '{left} yuan of principal are owed, not {amount}.');
export const repaymentKnown = refusalType('loan:repayment-known', 'conflict', '流水号“{reference}”已经登记，不会重复入账。', 'The repayment "{reference}" is entered already; nothing is entered twice.');
export const scheduleDiffers = refusalType('loan:schedule-differs', 'invalid', '还款计划的本金合计 {sum} 元，与放款 {amount} 元不符。', 'The schedule’s principal comes to {sum} yuan, not to {amount} yuan.');
export const scheduleDisordered = refusalType('loan:schedule-disordered', 'invalid', '还款日须晚于放款日且依次递增。', 'Dues come after the day of drawing, one after the other.');

export interface Due {
  readonly dueOn: string;
  readonly principal: bigint;
  readonly interest: bigint;
}

export const SCHEDULES = ['equal-principal', 'at-end'] as const;

/**
 * When a loan is paid back: in equal parts of principal every month, or all at the end with interest each quarter. Interest
 * is by days over 360 on what is owed, at `rate` hundredths of a percent a year, rounded half up to the fen.
 */
export function scheduleOf(amount: bigint, { from, months, rate, way }: { from: string; months: number; rate: number; way: (typeof SCHEDULES)[number] }): Due[] {
  const step = way === 'equal-principal' ? 1 : 3;
  const ends = [...Array.from({ length: Math.ceil(months / step) - 1 }, (_, n) => (n + 1) * step), months];
  const part = amount / BigInt(ends.length);
  let [owed, since] = [amount, from];
  return ends.map((month, n) => {
    const dueOn = monthsAfter(from, month);
    const last = n === ends.length - 1;
    const principal = last ? owed : way === 'equal-principal' ? part : 0n;
    const interest = (owed * BigInt(rate) * BigInt(daysBetween(since, dueOn)) + 1_800_000n) / 3_600_000n;
    [owed, since] = [owed - principal, dueOn];
    return { dueOn, principal, interest };
  });
}

/** The first due before or on `day` that payments up to then do not cover; what is not paid of all up to then. */
export function overdueOn(dues: readonly Due[], paid: { readonly principal: bigint; readonly interest: bigint }, day: string): { dueOn: string; principal: bigint; interest: bigint } | null {
  let [principal, interest] = [-paid.principal, -paid.interest];
  let first: string | null = null;
  for (const due of dues.filter(({ dueOn }) => dueOn <= day)) {
    [principal, interest] = [principal + due.principal, interest + due.interest];
    if (first === null && (principal > 0n || interest > 0n)) first = due.dueOn;
  }
  const rest = (amount: bigint) => (amount > 0n ? amount : 0n);
  return rest(principal) + rest(interest) === 0n ? null : { dueOn: first!, principal: rest(principal), interest: rest(interest) };
}
