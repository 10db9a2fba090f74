import { eventType, refusalType, refuse, stateMachine, type Explanation, type Facts, type Guard } from '#kernel';

export const notEligible = refusalType('entry:not-eligible', 'unmet', '项目不符合“{rule}”（{version}）的申报条件，见 explanation 中未通过的条款。', 'The entry does not meet "{rule}" ({version}); explanation shows the clauses that fail.');
/** The rule that was in force judged the entry, and it passed. */
const isEligible: Guard<{ eligibility?: Explanation }> = ({ eligibility }) =>
  eligibility?.verdict === 'pass' ? null : refuse(notEligible, { rule: eligibility?.root.zh ?? '', version: eligibility?.version ?? '' }, eligibility);

export const entryMachine = stateMachine({
  name: 'entry',
  initial: 'draft',
  states: {
    draft: 'being written by its team',
    submitted: 'handed in, with a receipt',
    withdrawn: 'taken back by its team',
    shortlisted: 'chosen from the ranking',
    'not-selected': 'ranked, but not chosen',
    awarded: 'a winner, once results stand',
    archived: 'of an earlier edition, brought in with its marks',
  },
  transitions: {
    change: { from: ['draft'], to: 'draft' },
    submit: { from: ['draft'], to: 'submitted', guards: [isEligible] },
    withdraw: { from: ['draft', 'submitted'], to: 'withdrawn' },
    shortlist: { from: ['submitted'], to: 'shortlisted' },
    'pass-over': { from: ['submitted'], to: 'not-selected' },
    award: { from: ['shortlisted'], to: 'awarded' },
    archive: { from: ['awarded', 'shortlisted', 'not-selected'], to: 'archived' },
  },
});

export const entryDrafted = eventType<{ call: string; title: string }>('entry:drafted', 'When a team begins an entry.');
export const entryChanged = eventType<{ title: string }>('entry:changed', 'When a team changes its draft.');
export const entrySubmitted = eventType<{ call: string; title: string; hash: string }>('entry:submitted', 'When an entry is handed in before the deadline.');
export const entryWithdrawn = eventType<{ call: string }>('entry:withdrawn', 'When a team takes its entry back.');
export const entryScored = eventType<{ round: string; total: string }>('entry:scored', 'When the panel’s marks have become an entry’s total.');
export const entryShortlisted = eventType<{ call: string; rank: number; reason: string | null }>('entry:shortlisted', 'When an entry is chosen from the ranking.');
export const entryPassedOver = eventType<{ call: string; rank: number; reason: string | null }>('entry:passed-over', 'When a ranked entry is not chosen.');
export const entryAwarded = eventType<{ call: string; rank: number; title: string }>('entry:awarded', 'When results stand and an entry has won.');
export const entryImported = eventType<{ call: string; title: string }>('entry:imported', 'When an entry of an earlier edition is brought in.');

export const seasonEmpty = refusalType('season:empty', 'invalid', '文件中没有可以导入的表演。', 'The files hold no performance to bring in.');

export const noRuleInForce = refusalType('rule:none-in-force', 'unmet', '{date} 没有生效的规则“{rule}”；请联系主办单位。', 'No version of the rule "{rule}" is in force on {date}; ask the office.');

/** Call states in which results are public. */
export const PUBLIC_STATES = ['announced', 'final', 'archived'];

export const isPublic = (callState: string): boolean => PUBLIC_STATES.includes(callState);

/** What a team may know of its entry: the decision only once it is public. */
export const toldState = (state: string, callState: string): string => (!isPublic(callState) && (state === 'shortlisted' || state === 'not-selected') ? 'submitted' : state);

/** What a rule set sees of an entry: what the team stated, and the firm's age in the contest's year. */
export function factsFor(stated: Facts, contestYear: number): Facts {
  const registered = stated['registration-year'];
  return { ...stated, ...(typeof registered === 'number' && { 'years-since-registration': contestYear - registered }) };
}
