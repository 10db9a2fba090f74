import { eventType, refusalType, stateMachine } from '#kernel';

/** An award of a call: how many get it and, in fen, what comes with it. */
export interface Prize {
  readonly name: string;
  readonly places: number;
  readonly money?: number;
}

/** A contest that an edition's winners go on to. */
export interface UpperContest {
  readonly name: string;
  readonly level: 'city' | 'nation';
  /** How many winners are nominated by themselves when results stand. */
  readonly places?: number;
}

/** Where people write to: contestants to the one, judges to the other. */
export interface Desks {
  readonly contestants?: string;
  readonly judging?: string;
}

export const contestMachine = stateMachine({
  name: 'contest',
  initial: 'running',
  states: { running: 'its calls are under way', archived: 'kept, with all its marks and results' },
  transitions: { archive: { from: ['running'], to: 'archived' } },
});

export const callMachine = stateMachine({
  name: 'call',
  initial: 'draft',
  states: {
    draft: 'being prepared by the office',
    scheduled: 'published; takes entries from its opening time on',
    open: 'takes entries until its closing time',
    closed: 'takes no more entries',
    judging: 'its entries are with the judges',
    decided: 'the office has decided on the ranking',
    announced: 'results are public, objections are taken',
    final: 'results stand',
    archived: 'an earlier edition, brought in with its marks',
  },
  transitions: {
    change: { from: ['draft'], to: 'draft' },
    publish: { from: ['draft'], to: 'open' },
    schedule: { from: ['draft'], to: 'scheduled' },
    open: { from: ['scheduled'], to: 'open' },
    prolong: { from: ['open'], to: 'open' },
    close: { from: ['open'], to: 'closed' },
    judge: { from: ['closed'], to: 'judging' },
    decide: { from: ['judging', 'decided'], to: 'decided' },
    announce: { from: ['decided'], to: 'announced' },
    correct: { from: ['announced'], to: 'judging' },
    finalise: { from: ['announced'], to: 'final' },
    archive: { from: ['final'], to: 'archived' },
  },
});

export const contestSetUp = eventType<{ name: string; edition: number }>('contest:set-up', 'When the office sets up an edition of a contest.');
export const contestArchived = eventType<{ name: string; edition: number }>('contest:archived', 'When an edition is put away with all its marks and results.');
export const callDrafted = eventType<{ name: string; group: string }>('call:drafted', 'When the office drafts a call of a contest.');
export const callChanged = eventType<{ name: string }>('call:changed', 'When the office writes a draft call anew.');
export const callPublished = eventType<{ name: string; closesAt: string }>('call:published', 'When a call opens for entries.');
export const openingTimeReached = eventType('call:opening-time', 'When a published call’s opening time comes.');
export const callOpened = eventType<{ name: string; closesAt: string }>('call:opened', 'When a scheduled call begins to take entries.');
export const closesSoon = eventType('call:closes-soon', 'A day before a call’s closing time.');
export const callProlonged = eventType<{ name: string; closesAt: string; reason: string }>('call:prolonged', 'When the office moves a call’s closing time.');
export const formSet = eventType<{ version: number; fields: number }>('call:form-set', 'When the office writes a call’s form, or a new version of it.');
export const contestCloned = eventType<{ from: string; calls: number }>('contest:cloned', 'When an edition is made from an earlier one.');
export const contestDescribed = eventType<{ sponsors: number; uppers: number }>('contest:described', 'When the office says who stands behind an edition and where its winners go on to.');
export const panelNamed = eventType<{ panel: string; name: string; judges: number }>('contest:panel-named', 'When the office names a panel of judges of an edition.');
export const closingTimeReached = eventType('call:closing-time', 'When a call’s closing time comes.');
export const callClosed = eventType<{ callName: string; entries: number }>('call:closed', 'When a call takes no more entries.');
export const judgingBegun = eventType<{ round: string }>('call:judging-begun', 'When a call’s entries go to the judges.');
export const callDecided = eventType<{ shortlisted: number; awarded: number }>('call:decided', 'When the office has decided who is shortlisted and who wins.');
export const callAnnounced = eventType<{ callName: string; version: number; from: string; until: string; provisional: boolean }>('call:announced', 'When results are made public for objections.');
export const announcementEnded = eventType('call:announcement-ended', 'When the time for objections has passed.');
export const resultsWithdrawn = eventType<{ callName: string; version: number; reason: string }>('call:results-withdrawn', 'When announced results are taken back to be corrected.');
export const entriesImported = eventType<{ entered: number; refused: number }>('call:entries-imported', 'When entries are brought in from a spreadsheet.');
export const callFinalised = eventType<{ awarded: number }>('call:finalised', 'When results stand.');

export const callNotOpen = refusalType('call:not-open', 'conflict', '征集“{call}”目前不接收项目（状态：{state}）。', 'The call "{call}" takes no entries now (it is {state}).');
export const callIsOver = refusalType('call:over', 'conflict', '征集“{call}”已于 {at} 截止，不能再提交或修改。', 'The call "{call}" closed at {at}; nothing can be handed in or changed any more.');
export const closesInThePast = refusalType('call:closes-in-the-past', 'invalid', '截止时间 {at} 已过；请改为将来的时间。', 'The closing time {at} has passed; choose one to come.');
export const opensAfterClosing = refusalType('call:opens-after-closing', 'invalid', '开放时间应早于截止时间。', 'A call opens before it closes.');
export const prizesDontAddUp = refusalType('call:prizes-dont-add-up', 'invalid', '各奖项名额之和（{sum}）应等于获奖数（{awards}）。', 'The places of the prizes ({sum}) must add up to the number of awards ({awards}).');
export const cutBeyondShortlist = refusalType('call:more-awards-than-shortlist', 'invalid', '奖项数（{awards}）多于入围数（{shortlist}）。', 'There are more awards ({awards}) than places on the shortlist ({shortlist}).');
export const roundNotRanked = refusalType('round:not-ranked', 'conflict', '评审尚未排名（状态：{state}）；排名完成后才能定结果。', 'The round has no ranking yet (it is {state}); decide once it has.');
export const stagesUnfinished = refusalType('decision:stages-unfinished', 'unmet', '还有未完成的轮次：{rounds}。', 'These rounds are not done yet: {rounds}.');
export const tieAtTheCut = refusalType('decision:tie-at-the-cut', 'unmet', '以下项目并列于{cut}线上，须说明理由后逐一取舍：{entries}。', 'These entries are tied across the {cut} line; decide on each with a reason: {entries}.');
export const noSuchEntryHere = refusalType('decision:not-in-round', 'invalid', '项目 {entry} 不在本轮评审中。', 'Entry {entry} is not in this round.');
export const editionExists = refusalType('contest:edition-exists', 'conflict', '“{name}”第 {edition} 届已经存在。', 'Edition {edition} of "{name}" is there already.');
export const callsUnfinished = refusalType('contest:calls-unfinished', 'unmet', '还有 {count} 个征集未结束，不能归档。', '{count} calls are not final yet; archive the contest when they are.');
