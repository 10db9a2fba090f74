import { eventType, refusalType, stateMachine, refuse, Decimal, type Refusal } from '#kernel';
import type { Criterion } from './call.js';

export const invitationMachine = stateMachine({
  name: 'judge-invitation',
  initial: 'invited',
  states: { invited: 'waits for the judge’s answer', accepted: 'the judge takes part', declined: 'the judge does not take part' },
  transitions: { accept: { from: ['invited'], to: 'accepted' }, decline: { from: ['invited', 'accepted'], to: 'declined' } },
});

export const roundMachine = stateMachine({
  name: 'round',
  initial: 'proposed',
  states: {
    proposed: 'an assignment is there for the office to look at; judges see nothing',
    judging: 'judges have their sheets',
    closed: 'takes no more marks; totals are being computed',
    ranked: 'totals and ranks are there',
  },
  transitions: {
    open: { from: ['proposed'], to: 'judging' },
    close: { from: ['judging'], to: 'closed' },
    rank: { from: ['closed'], to: 'ranked' },
  },
});

export const sheetMachine = stateMachine({
  name: 'score-sheet',
  initial: 'assigned',
  states: { assigned: 'waits for the judge’s marks', submitted: 'marked and locked' },
  transitions: { submit: { from: ['assigned'], to: 'submitted' } },
});

export const judgeInvited = eventType<{ call: string; judge: string; callName: string }>('judge:invited', 'When the office invites someone to judge a call.');
export const judgeAccepted = eventType<{ call: string; judge: string }>('judge:accepted', 'When an invited judge takes part.');
export const judgeDeclined = eventType<{ call: string; judge: string }>('judge:declined', 'When an invited judge does not take part.');
export const roundProposed = eventType<{ call: string; entries: number; judges: number; cost: number }>('round:proposed', 'When an assignment of entries to judges has been worked out.');
export const roundOpened = eventType<{ call: string; callName: string }>('round:opened', 'When the office publishes the assignment.');
export const sheetAssigned = eventType<{ round: string; entry: string; judge: string }>('sheet:assigned', 'When a judge is given an entry to mark.');
export const sheetSubmitted = eventType<{ round: string; entry: string; judge: string; marks: readonly string[] }>('sheet:submitted', 'When a judge hands in his marks of an entry.');
export const roundClosed = eventType<{ call: string }>('round:closed', 'When a round takes no more marks.');
export const roundRanked = eventType<{ call: string; callName: string; entries: number }>('round:ranked', 'When every entry of a round has its total and its rank.');

export const noEntries = refusalType('round:no-entries', 'unmet', '该征集没有已提交的项目，无法分配评委。', 'The call has no submitted entries to assign.');
export const notEnoughJudges = refusalType('assignment:infeasible', 'unmet', '评委不足：{entries} 个项目还缺 {places} 个评审名额（{names}）。请增加评委、提高每人上限或减少每项评审数。', 'There are too few judges: {entries} entries lack {places} places ({names}). Invite more judges, raise the load or ask for fewer reviews.');
export const quorumMissing = refusalType('round:quorum-missing', 'unmet', '以下项目的评分未达到法定份数 {quorum}：{entries}。', 'These entries have fewer than the quorum of {quorum} sheets: {entries}.');
export const roundNotOpen = refusalType('round:not-open', 'conflict', '本轮评审已关闭，不再接收评分。', 'The round is closed and takes no more marks.');
export const wrongMarks = refusalType('sheet:wrong-marks', 'invalid', '评分项“{criterion}”应在 {min} 到 {max} 之间，步长 {step}。', 'The mark for "{criterion}" must lie between {min} and {max} in steps of {step}.');
export const missingMark = refusalType('sheet:marks-missing', 'invalid', '以下评分项缺失或多余：{criteria}。', 'These criteria are missing or unknown: {criteria}.');

/** Whether the marks are one for each criterion, each within its range and on its steps. */
export function checkMarks(rubric: readonly Criterion[], marks: readonly { criterion: string; mark: number }[]): Refusal | null {
  const given = new Map(marks.map(({ criterion, mark }) => [criterion, mark]));
  const amiss = [...rubric.filter(({ key }) => !given.has(key)).map(({ key }) => key), ...marks.filter(({ criterion }) => !rubric.some(({ key }) => key === criterion)).map(({ criterion }) => criterion)];
  if (amiss.length > 0 || given.size !== marks.length) return refuse(missingMark, { criteria: amiss.join(', ') });
  for (const { key, name, min, max, step } of rubric) {
    const mark = new Decimal(given.get(key)!);
    if (mark.lt(min) || mark.gt(max) || !mark.minus(min).mod(step).isZero()) return refuse(wrongMarks, { criterion: name, min, max, step });
  }
  return null;
}
