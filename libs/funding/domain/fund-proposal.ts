import { eventType, refusalType, refuse, stateMachine, type Decision, type Refusal } from '#kernel';
import type { Outcome, Tally } from './committee.js';
import type { ChecklistItem } from './seed-fund.js';

export const proposalMachine = stateMachine({
  name: 'fund-proposal',
  initial: 'proposed',
  states: {
    proposed: 'for the seed funds to look at',
    diligence: 'a fund looks into it',
    voting: 'the fund’s committee votes on the terms',
    approved: 'the money is promised; the terms are to be signed',
    invested: 'the terms are signed, or a fund has invested in its project',
    dropped: 'the funds do not invest, with a reason',
  },
  transitions: {
    'take-up': { from: ['proposed', 'dropped'], to: 'diligence' },
    'look-into': { from: ['diligence'], to: 'diligence' },
    'put-to-vote': { from: ['diligence'], to: 'voting' },
    vote: { from: ['voting'], to: 'voting' },
    'send-back': { from: ['voting'], to: 'diligence' },
    approve: { from: ['voting'], to: 'approved' },
    refuse: { from: ['voting'], to: 'dropped' },
    sign: { from: ['approved'], to: 'invested' },
    invest: { from: ['proposed', 'dropped'], to: 'invested' },
    drop: { from: ['proposed', 'diligence', 'voting', 'approved'], to: 'dropped' },
  },
});

export const proposedToFunds = eventType<{ entry: string; title: string }>('fund:proposed', 'When a winner is proposed to the seed funds.');
export const fundAsked = eventType<{ fund: string; title: string; asked: number }>('fund:asked', 'When a winner, a firm in incubation or a graduate asks a fund for money.');
export const proposalTakenUp = eventType<{ fund: string; title: string }>('fund:proposal-taken-up', 'When a fund begins to look into a proposal.');
export const findingRecorded = eventType<{ item: string; verdict: string }>('fund:finding-recorded', 'When something of a proposal’s checklist was looked into.');
export const votePut = eventType<{ title: string; people: readonly string[]; amount: number }>('fund:vote-opened', 'When a proposal’s terms are put to the committee.');
export const voteCast = eventType<{ person: string; vote: string }>('fund:vote-cast', 'When a member of the committee votes; a later vote takes the place of his earlier one.');
export const sentBack = eventType<{ title: string; reason: string }>('fund:vote-sent-back', 'When a proposal goes back from the committee to be looked into again.');
export const proposalApproved = eventType<{ title: string; fund: string; amount: number; for: number; against: number }>('fund:proposal-approved', 'When a committee approves; the money is promised from then on.');
export const proposalInvested = eventType<{ title: string }>('fund:proposal-invested', 'When a fund invests in a project that was proposed.');
export const proposalDropped = eventType<{ title: string; reason: string }>('fund:proposal-dropped', 'When the funds do not invest in a project.');

export const notToPropose = refusalType('fund:not-to-propose', 'unmet', '只有获奖项目或在孵、毕业企业可以申请种子基金。', 'Only winners, firms in incubation and graduates may ask a seed fund.');
export const notOfFund = refusalType('fund:proposal-of-another', 'conflict', '该申请是向另一只基金提出的。', 'The proposal was made to another fund.');
export const proposedAlready = refusalType('fund:proposed-already', 'conflict', '该项目已有一项申请正在办理。', 'The project has a proposal under way.');
export const notOnList = refusalType('fund:not-on-checklist', 'invalid', '清单中没有“{item}”；清单为：{items}。', 'The checklist has no "{item}"; it has: {items}.');
export const diligenceOpen = refusalType('fund:diligence-open', 'unmet', '尽职调查尚未完成：{open}；不合格项：{failed}。', 'Due diligence is not done: open {open}; failed {failed}.');
export const notOnCommittee = refusalType('fund:not-on-committee', 'forbidden', '您不是该基金的投决会成员。', 'You do not sit on the fund’s committee.');
export const memberInConflict = refusalType('fund:member-in-conflict', 'forbidden', '您与该项目存在利益关系（{ties}），应当回避，不能投票。', 'You are too near to the project ({ties}) to vote on it.');
export const noQuorum = refusalType('fund:no-quorum', 'unmet', '已投 {votes} 票，法定人数为 {quorum}（回避 {recused} 人）。', '{votes} votes are in, {quorum} are needed ({recused} members stand aside).');

export interface Finding {
  readonly verdict: 'ok' | 'concern' | 'failed';
  readonly note: string;
  readonly by: string;
  readonly on: string;
}

/** Terms go to the vote once everything on the list was looked into and nothing failed. */
export function putToVote(state: string, checklist: readonly ChecklistItem[], findings: Readonly<Record<string, Finding>>, announcement: ReturnType<typeof votePut>): Decision | Refusal {
  const open = checklist.filter(({ key }) => findings[key] === undefined).map(({ key }) => key);
  const failed = checklist.filter(({ key }) => findings[key]?.verdict === 'failed').map(({ key }) => key);
  if (open.length > 0 || failed.length > 0) return refuse(diligenceOpen, { open: open.join(', ') || '-', failed: failed.join(', ') || '-' });
  return proposalMachine.take('put-to-vote', state, {}, [announcement]);
}

/** What the committee's votes come to; too few leave it open. */
export function closeVote(state: string, { outcome, tally }: { outcome: Outcome; tally: Tally }, { title, fund, amount }: { title: string; fund: string; amount: number }): Decision | Refusal {
  if (outcome === 'no-quorum') return refuse(noQuorum, { votes: tally.votes, quorum: tally.quorum, recused: tally.recused });
  if (outcome === 'approved') return proposalMachine.take('approve', state, {}, [proposalApproved({ title, fund, amount, for: tally.for, against: tally.against })]);
  return proposalMachine.take('refuse', state, {}, [proposalDropped({ title, reason: `投决会未通过（${tally.for}:${tally.against}）` })]);
}
