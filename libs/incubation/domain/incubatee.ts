import { eventType, refusalType, refuse, stateMachine, type Explanation, type Guard } from '#kernel';

export const graduationUnmet = refusalType('graduation:unmet', 'unmet', '尚未达到毕业条件（{rule}，{version}）：至少满足一项即可；差距见 explanation。', 'The rules of graduation ({rule}, {version}) are not met: one clause is enough; explanation shows how far each is.');

/** The rule of graduation that was in force judged the firm, and it passed. */
const meetsGraduationRule: Guard<{ graduation?: Explanation }> = ({ graduation }) =>
  graduation?.verdict === 'pass' ? null : refuse(graduationUnmet, { rule: graduation?.source ?? '', version: graduation?.version ?? '' }, graduation);

export const incubateeMachine = stateMachine({
  name: 'incubatee',
  initial: 'offered',
  states: {
    offered: 'a winner may come into incubation',
    accepted: 'the team wants to come; a platform may take it',
    declined: 'the team does not want to come',
    admitted: 'in a platform, under a contract',
    graduated: 'has met the rules of graduation',
    left: 'has left its platform without graduating',
  },
  transitions: {
    accept: { from: ['offered'], to: 'accepted' },
    decline: { from: ['offered'], to: 'declined' },
    admit: { from: ['accepted'], to: 'admitted' },
    graduate: { from: ['admitted'], to: 'graduated', guards: [meetsGraduationRule] },
    leave: { from: ['admitted'], to: 'left' },
  },
});

export const incubationOffered = eventType<{ entry: string; title: string }>('incubation:offered', 'When a winner is offered incubation.');
export const offerAccepted = eventType('incubation:accepted', 'When a team wants to come into incubation.');
export const offerDeclined = eventType('incubation:declined', 'When a team does not want to come into incubation.');
export const incubateeAdmitted = eventType<{ platform: string; firm: string; from: string; to: string }>('incubatee:admitted', 'When a platform takes a firm under a contract.');
export const milestoneSet = eventType<{ milestone: string; title: string; dueOn: string }>('milestone:set', 'When a firm and its platform agree on a milestone.');
export const milestoneReached = eventType<{ milestone: string; title: string; on: string }>('milestone:reached', 'When a milestone has been reached.');
export const reportDue = eventType<{ quarter: string }>('report:due', 'When the time to report a quarter has come to its end.');
export const reportFiled = eventType<{ quarter: string; revenue: number; research: number; staff: number; validIp: number }>('report:filed', 'When a firm has reported a quarter.');
export const incubateeGraduated = eventType<{ platform: string; firm: string; rule: string; version: string }>('incubatee:graduated', 'When a firm has met the rules of graduation.');
export const incubateeLeft = eventType<{ reason: string }>('incubatee:left', 'When a firm leaves its platform without graduating.');

export const termNotForward = refusalType('contract:term', 'invalid', '合同终止日 {to} 须晚于起始日 {from}。', 'The contract must end ({to}) after it begins ({from}).');
export const notAdmitted = refusalType('incubatee:not-admitted', 'conflict', '该企业目前不在孵（状态：{state}）。', 'The firm is not in incubation now (it is {state}).');
export const reportedAlready = refusalType('report:filed-already', 'conflict', '{quarter} 已经填报。', 'The quarter {quarter} has been reported already.');
export const quarterNotOver = refusalType('report:quarter-not-over', 'unmet', '{quarter} 尚未结束，{day} 之后方可填报。', 'The quarter {quarter} is not over; report it after {day}.');
export const noSuchMilestone = refusalType('milestone:unknown', 'missing', '没有这个里程碑，或已经完成。', 'There is no such milestone, or it has been reached.');
