import { eventType, refusalType, refuse, stateMachine, type Explanation, type Guard } from '#kernel';

export const graduationUnmet = refusalType('graduation:unmet', 'unmet', '尚未达到毕业条件（{rule}，{version}）：至少满足一项即可；差距见 explanation。', 'The rules of graduation ({rule}, {version}) are not met: one clause is enough; explanation shows how far each is.');

/** The rule of graduation that was in force judged the firm, and it passed. */
const meetsGraduationRule: Guard<{ graduation?: Explanation }> = ({ graduation }) =>
  graduation?.verdict === 'pass' ? null : refuse(graduationUnmet, { rule: graduation?.source ?? '', version: graduation?.version ?? '' }, graduation);

export const incubateeMachine = stateMachine({
  name: 'incubatee',
  initial: 'offered',
  states: {
    offered: 'may come into incubation',
    accepted: 'the team wants to come; a platform may take it',
    declined: 'the team does not want to come',
    admitted: 'in a platform, under a contract',
    graduated: 'has met the rules of graduation',
    left: 'has left its platform without graduating',
    removed: 'had to leave its platform',
  },
  transitions: {
    accept: { from: ['offered'], to: 'accepted' },
    decline: { from: ['offered'], to: 'declined' },
    admit: { from: ['accepted'], to: 'admitted' },
    move: { from: ['admitted', 'graduated'], to: 'admitted' },
    graduate: { from: ['admitted'], to: 'graduated', guards: [meetsGraduationRule] },
    leave: { from: ['admitted'], to: 'left' },
    remove: { from: ['admitted'], to: 'removed' },
  },
});

/** Whether a platform still has to do with a firm: it is there, or has graduated from it. */
export const isWithPlatform = (state: string): boolean => state === 'admitted' || state === 'graduated';

export const incubationOffered = eventType<{ entry?: string; application?: string; title: string }>('incubation:offered', 'When a winner, or who applied with success, is offered incubation.');
export const offerAccepted = eventType('incubation:accepted', 'When a team wants to come into incubation.');
export const offerDeclined = eventType('incubation:declined', 'When a team does not want to come into incubation.');
export const incubateeAdmitted = eventType<{ platform: string; firm: string; from: string; to: string }>('incubatee:admitted', 'When a platform takes a firm under a contract.');
export const incubateeMoved = eventType<{ platform: string; before: string; firm: string; from: string; to: string; climb: string }>('incubatee:moved', 'When a firm goes on to another platform.');
export const moveOpened = eventType<{ platform: string; firm: string }>('incubatee:move-opened', 'When a platform lets a firm go on to another, or the other has chosen it.');
export const incubateeDescribed = eventType<{ firm: string }>('incubatee:described', 'When what is known of a firm changes.');
export const contractExtended = eventType<{ firm: string; to: string; before: string; reason: string }>('incubatee:extended', 'When a firm’s contract is made longer.');
export const contractEnding = eventType<{ firm: string; to: string; platform: string }>('incubatee:term-ending', 'When a firm’s contract has 90 days left.');
export const needsStated = eventType<{ topics: readonly string[] }>('incubatee:needs-stated', 'When a firm says what it wants advice on.');
export const flagActedOn = eventType<{ flag: string; until: string }>('incubatee:flag-acted-on', 'When something was done about a warning sign.');
export const incubateeGraduated = eventType<{ platform: string; firm: string; rule: string; version: string }>('incubatee:graduated', 'When a firm has met the rules of graduation.');
export const incubateeLeft = eventType<{ reason: string }>('incubatee:left', 'When a firm leaves its platform without graduating.');
export const incubateeRemoved = eventType<{ firm: string; reason: string }>('incubatee:removed', 'When a firm has to leave its platform.');

export const admissionUnmet = refusalType('admission:unmet', 'unmet', '未达到入孵条件（{rule}，{version}）：{gaps}', 'The rules of admission ({rule}, {version}) are not met: {gapsEn}');
export const termUnmet = refusalType('contract:term-too-long', 'unmet', '孵化期限超过规定（{rule}，{version}）：{gaps}', 'The term is longer than the rule allows ({rule}, {version}): {gapsEn}');
export const termNotForward = refusalType('contract:term', 'invalid', '合同终止日 {to} 须晚于起始日 {from}。', 'The contract must end ({to}) after it begins ({from}).');
export const notAdmitted = refusalType('incubatee:not-admitted', 'conflict', '该企业目前不在孵（状态：{state}）。', 'The firm is not in incubation now (it is {state}).');
export const notOpenToMove = refusalType('incubatee:no-move-open', 'unmet', '“{firm}”尚在其他载体或未获准转入；请原载体同意转出，或由企业申请并通过评审。', '"{firm}" may not move here yet: its platform lets it go, or it applies here and is accepted.');
export const inAnotherPlatform = refusalType('incubatee:in-another-platform', 'conflict', '该企业（或项目）在此期间已在另一载体在孵，同一时间只能在一个载体。', 'The firm, or its project, is in another platform in that time; it can be in one at a time.');
export const movedTooEarly = refusalType('incubatee:moved-too-early', 'invalid', '转入日 {on} 须晚于现载体入驻日或毕业日 {from}。', 'It can move ({on}) only after the day on which its present stay began or ended ({from}).');
export const alreadyHere = refusalType('incubatee:already-here', 'conflict', '该企业已在本载体。', 'The firm is in this platform already.');
