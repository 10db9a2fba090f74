import { eventType, refusalType, refuse, stateMachine, type Refusal } from '#kernel';
import { inYuan, money, moneyOutside } from '#ledger';

export const grantMachine = stateMachine({
  name: 'grant',
  initial: 'submitted',
  states: {
    submitted: 'applied for',
    refused: 'not approved, with a reason',
    withdrawn: 'taken back by the firm',
    approved: 'approved; its contract is to be signed',
    signed: 'signed by the firm',
    running: 'signed by both; paid in instalments, spent against its budget',
    accepted: 'has reached its targets',
    failed: 'has not reached them, or was ended; what is not spent goes back',
  },
  transitions: {
    approve: { from: ['submitted'], to: 'approved' },
    refuse: { from: ['submitted'], to: 'refused' },
    withdraw: { from: ['submitted', 'approved', 'signed'], to: 'withdrawn' },
    sign: { from: ['approved'], to: 'signed' },
    countersign: { from: ['signed'], to: 'running' },
    pay: { from: ['running', 'accepted'] },
    'take-back': { from: ['running', 'accepted'] },
    spend: { from: ['running'], to: 'running' },
    'check-midterm': { from: ['running'], to: 'running' },
    accept: { from: ['running'], to: 'accepted' },
    fail: { from: ['running'], to: 'failed' },
    'give-back': { from: ['accepted', 'failed'] },
  },
});

export const grantSubmitted = eventType<{ scheme: string; title: string; firm: string; asked: number }>('grant:submitted', 'When a firm applies for a project to be paid for.');
export const grantApproved = eventType<{ title: string; approved: number; contractNo: string }>('grant:approved', 'When a project is approved; its money is promised from then on.');
export const grantRefused = eventType<{ title: string; reason: string }>('grant:refused', 'When a project is not approved.');
export const grantWithdrawn = eventType<{ title: string; reason: string }>('grant:withdrawn', 'When a firm takes its project back.');
export const grantSigned = eventType<{ title: string; contractNo: string; sha256: string }>('grant:signed', 'When the firm signs a project’s contract: the text with that SHA-256.');
export const grantCountersigned = eventType<{ title: string; contractNo: string; sha256: string }>('grant:countersigned', 'When the district signs what the firm has signed.');
export const instalmentPaid = eventType<{ title: string; number: number; amount: number; on: string; reference: string }>('grant:instalment-paid', 'When an instalment is paid.');
export const instalmentTakenBack = eventType<{ title: string; number: number; amount: number; reason: string }>('grant:instalment-taken-back', 'When a payment is taken back that was put down by mistake; the instalment is due again.');
export const moneySpent = eventType<{ heading: string; from: string; amount: number; on: string; voucher: string }>('grant:spent', 'When money of a project is spent.');
export const midtermChecked = eventType<{ title: string; passed: boolean; note: string }>('grant:midterm-checked', 'When a project is looked at half way.');
export const grantAccepted = eventType<{ title: string; spent: number; unspent: number; note: string }>('grant:accepted', 'When a project is accepted at its end.');
export const grantFailed = eventType<{ title: string; unspent: number; reason: string }>('grant:failed', 'When a project is not accepted, or ended early.');
export const unspentReturned = eventType<{ title: string; amount: number; on: string }>('grant:unspent-returned', 'When what was not spent has gone back.');

export const grantNotYours = refusalType('grant:not-your-project', 'forbidden', '只有项目团队或科技局可以申报。', 'Only the project’s team or the district’s office may apply.');
export const grantAskedAlready = refusalType('grant:asked-already', 'conflict', '该项目在本次申报中已有一份申请。', 'The project has an application under this scheme already.');
export const headingUnknown = refusalType('grant:heading-unknown', 'invalid', '预算科目“{heading}”不在本专项的科目中：{headings}。', '"{heading}" is none of the scheme’s headings: {headings}.');
export const budgetDiffers = refusalType('grant:budget-differs', 'invalid', '预算合计 {sum} 元，与申请加自筹 {cost} 元不符。', 'The budget comes to {sum} yuan, not to the {cost} yuan asked for and borne.');
export const ownTooLittle = refusalType('grant:own-too-little', 'unmet', '自筹比例为 {share}%，低于要求的 {least}%。', 'The firm bears {share} %, less than the {least} % that it must.');
export const moreThanAllowed = refusalType('grant:more-than-allowed', 'unmet', '单个项目最多 {most} 元，不能为 {amount} 元。', 'A project gets at most {most} yuan, not {amount}.');
export const headingOverspent = refusalType('grant:heading-overspent', 'unmet', '科目“{heading}”预算 {budget} 元（可超 {slack}%），已支出 {spent} 元，不能再支出 {amount} 元。', 'The heading "{heading}" has {budget} yuan (and {slack} % more) of which {spent} are spent; {amount} more are too many.');
export const grantMoneyShort = refusalType('grant:money-short', 'unmet', '专项资金账上余额 {left} 元，不足以支出 {amount} 元；请等待下一期拨款或从自筹中支出。', 'Of the grant {left} yuan are there, less than {amount} yuan; wait for the next instalment or spend one’s own.');
export const voucherKnown = refusalType('grant:voucher-known', 'conflict', '凭证“{voucher}”已经登记。', 'The voucher "{voucher}" is entered already.');
export const contractChanged = refusalType('grant:contract-changed', 'stale', '合同文本与您所见不一致，请重新查看后再签署。', 'The contract is not the text you saw; read it again before you sign.');
export const instalmentUnknown = refusalType('grant:instalment-unknown', 'missing', '没有这一期拨款。', 'There is no such instalment.');
export const instalmentSettled = refusalType('grant:instalment-paid', 'conflict', '第 {number} 期已拨付，不会重复支付。', 'Instalment {number} is paid already; it is not paid twice.');
export const instalmentNotPaid = refusalType('grant:instalment-not-paid', 'conflict', '第 {number} 期没有拨款可以撤回。', 'Instalment {number} has no payment to take back.');
export const instalmentWaits = refusalType('grant:instalment-waits', 'unmet', '第 {number} 期须待{upon}之后拨付。', 'Instalment {number} waits for the project’s {upon}.');
export const nothingUnspent = refusalType('grant:nothing-unspent', 'unmet', '没有结余可退。', 'Nothing is unspent.');

/** Where a grant's money is: not spent yet, or spent under a heading; the firm's own comes from outside. */
export const grantPots = ({ id, projectId }: GrantKey) => ({ unspent: money(projectId, `grant:${id}`), own: moneyOutside(projectId, 'own') });
export const spentUnder = ({ id, projectId }: GrantKey, heading: string) => money(projectId, `grant:${id}:${heading}`);

interface GrantKey {
  readonly id: string;
  readonly projectId: string;
}

export interface BudgetTerms {
  readonly headings: readonly string[];
  readonly ownShare: number;
  readonly perProject: bigint | null;
}

/** Whether a project's budget fits its scheme: known headings, the whole of the cost, enough of the firm's own, not too much asked. Fen. */
export function checkBudget({ asked, own, lines }: { asked: bigint; own: bigint; lines: ReadonlyMap<string, bigint> }, { headings, ownShare, perProject }: BudgetTerms): Refusal | null {
  const unknown = [...lines.keys()].find((heading) => !headings.includes(heading));
  if (unknown !== undefined) return refuse(headingUnknown, { heading: unknown, headings: headings.join(', ') });
  const [sum, cost] = [[...lines.values()].reduce((total, amount) => total + amount, 0n), asked + own];
  if (sum !== cost) return refuse(budgetDiffers, { sum: inYuan(sum), cost: inYuan(cost) });
  if (own * 100n < cost * BigInt(ownShare)) return refuse(ownTooLittle, { share: Number((own * 10_000n) / cost) / 100, least: ownShare });
  if (perProject !== null && asked > perProject) return refuse(moreThanAllowed, { most: inYuan(perProject), amount: inYuan(asked) });
  return null;
}

/** Whether a heading bears one more spending: its budget and the slack that the scheme allows. Fen. */
export function checkSpending(heading: string, amount: bigint, { budget, spent, slack }: { budget: bigint; spent: bigint; slack: number }): Refusal | null {
  return (spent + amount) * 100n > budget * BigInt(100 + slack) ? refuse(headingOverspent, { heading, budget: inYuan(budget), slack, spent: inYuan(spent), amount: inYuan(amount) }) : null;
}
