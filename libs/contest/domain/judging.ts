import { eventType, refusalType, stateMachine } from '#kernel';

export const judgeMachine = stateMachine({
  name: 'judge',
  initial: 'active',
  states: { active: 'may be asked to judge', resting: 'is not asked for now' },
  transitions: { change: { from: ['active', 'resting'], to: 'active' }, rest: { from: ['active'], to: 'resting' } },
});

export const invitationMachine = stateMachine({
  name: 'judge-invitation',
  initial: 'invited',
  states: {
    invited: 'waits for the judge’s answer',
    accepted: 'the judge takes part',
    declined: 'the judge does not take part',
    lapsed: 'the judge did not answer, after two reminders',
    replaced: 'the judge was silent after two reminders; others judge in his place',
  },
  transitions: {
    accept: { from: ['invited', 'lapsed'], to: 'accepted' },
    decline: { from: ['invited', 'accepted', 'lapsed'], to: 'declined' },
    lapse: { from: ['invited'], to: 'lapsed' },
    replace: { from: ['accepted'], to: 'replaced' },
    'ask-again': { from: ['declined', 'lapsed', 'replaced'], to: 'invited' },
  },
});

export const roundMachine = stateMachine({
  name: 'round',
  initial: 'solving',
  states: {
    solving: 'who judges what is being worked out',
    unsolvable: 'there are too few judges, or too many conflicts: the round says which',
    proposed: 'an assignment is there for the office to look at; judges see nothing',
    judging: 'judges have their sheets',
    closed: 'takes no more marks; totals are being computed',
    ranked: 'totals and ranks are there',
    decided: 'it is decided who goes on to the next round',
  },
  transitions: {
    propose: { from: ['solving'], to: 'proposed' },
    fail: { from: ['solving'], to: 'unsolvable' },
    'solve-again': { from: ['proposed', 'unsolvable'], to: 'solving' },
    open: { from: ['proposed'], to: 'judging' },
    close: { from: ['judging'], to: 'closed' },
    rank: { from: ['closed'], to: 'ranked' },
    'score-again': { from: ['ranked'], to: 'closed' },
    reopen: { from: ['ranked'], to: 'judging' },
    decide: { from: ['ranked', 'decided'], to: 'decided' },
  },
});

export const sheetMachine = stateMachine({
  name: 'score-sheet',
  initial: 'assigned',
  states: { assigned: 'waits for the judge’s marks', started: 'some of it is typed and saved', submitted: 'marked and locked', pulled: 'taken from its judge; its marks count for nothing' },
  transitions: {
    save: { from: ['assigned', 'started'], to: 'started' },
    submit: { from: ['assigned', 'started'], to: 'submitted' },
    reopen: { from: ['submitted'], to: 'started' },
    pull: { from: ['assigned', 'started', 'submitted'], to: 'pulled' },
    'give-back': { from: ['pulled'], to: 'assigned' },
    'count-again': { from: ['pulled'], to: 'submitted' },
  },
});

export const judgeEntered = eventType<{ judge: string; person: string }>('judge:entered', 'When someone comes into the pool of judges.');
export const judgeChanged = eventType<{ judge: string }>('judge:changed', 'When what the pool says of a judge changes.');
export const judgeRested = eventType<{ judge: string }>('judge:rested', 'When a judge is not to be asked for now.');
export const judgesImported = eventType<{ entered: number; known: number; refused: number }>('judge:imported', 'When judges are brought in from a spreadsheet.');
export const judgeInvited = eventType<{ call: string; judge: string; callName: string; respondBy?: string }>('judge:invited', 'When the office invites someone to judge a call.');
export const answerFirstReminder = eventType<InvitationFacts>('judge:answer-first-reminder', 'Halfway to the day by which a judge should answer.');
export const answerSecondReminder = eventType<InvitationFacts>('judge:answer-second-reminder', 'At three quarters of that time.');
export const answerOverdue = eventType<InvitationFacts>('judge:answer-overdue', 'When the day for an answer comes.');
export const invitationLapsed = eventType<InvitationFacts>('judge:invitation-lapsed', 'When a judge has not answered after two reminders.');
export const workFirstReminder = eventType<InvitationFacts>('judge:work-first-reminder', 'Halfway to the day by which sheets should be in.');
export const workSecondReminder = eventType<InvitationFacts>('judge:work-second-reminder', 'At three quarters of that time.');
export const silenceDue = eventType<InvitationFacts>('judge:silence-due', 'At seven eighths of that time: who has handed nothing in since the first reminder is replaced.');
export const judgeReminded = eventType<InvitationFacts & { open: number }>('judge:reminded', 'When a judge is reminded of sheets that are not in.');
export const judgeReplaced = eventType<InvitationFacts & { open: number }>('judge:replaced', 'When a judge stayed silent after two reminders.');
export const bidsPlaced = eventType<{ call: string; judge: string; bids: number }>('judge:bids-placed', 'When a judge says what he would gladly judge.');
export const conflictDeclared = eventType<{ call: string; entry: string; judge: string; source: string }>('conflict:declared', 'When someone declares that a judge is too near to an entry.');
export const judgeAccepted = eventType<{ call: string; judge: string }>('judge:accepted', 'When an invited judge takes part.');
export const judgeDeclined = eventType<{ call: string; judge: string }>('judge:declined', 'When an invited judge does not take part.');
export const roundRequested = eventType<{ call: string }>('round:requested', 'When the office asks for an assignment, or for another one.');
export const roundProposed = eventType<{ call: string; callName: string; entries: number; judges: number; cost: number }>('round:proposed', 'When an assignment of entries to judges has been worked out.');
export const roundUnsolvable = eventType<{ call: string; callName: string; entries: number; places: number }>('round:unsolvable', 'When there is no assignment: too few judges, or too many conflicts.');
export const pairsWished = eventType<{ pinned: number; forbidden: number; released: number }>('round:pairs-wished', 'When the office pins pairs, forbids them, or lets them be again.');
export const gapsFilled = eventType<{ call: string; callName: string; added: number; moved: number }>('round:gaps-filled', 'When others judge what a judge no longer does.');
export const gapsLeft = eventType<{ call: string; callName: string; entries: number; places: number }>('round:gaps-left', 'When nobody can judge what a judge no longer does.');
export const roundOpened = eventType<{ call: string; callName: string }>('round:opened', 'When the office publishes the assignment.');
export const sheetAssigned = eventType<{ round: string; entry: string; judge: string }>('sheet:assigned', 'When a judge is given an entry to mark.');
export const sheetSubmitted = eventType<{ round: string; entry: string; judge: string; marks: readonly string[] }>('sheet:submitted', 'When a judge hands in his marks of an entry.');
export const sheetSaved = eventType<{ saved: number }>('sheet:saved', 'When a judge has typed something and it is kept.');
export const sheetPutOff = eventType<{ how: string }>('sheet:put-off', 'When a judge skips a sheet, puts it aside for later, or takes it up again.');
export const sheetReopened = eventType<{ round: string; entry: string; judge: string; callName: string; title: string; reason: string }>('sheet:reopened', 'When the office unlocks a sheet, with a reason.');
export const remarkSaid = eventType<{ round: string; entry: string }>('sheet:remark-said', 'When a judge says something to the others who judge an entry.');
export const rebuttalOpened = eventType<{ call: string; callName: string; until: string; people: readonly string[] }>('round:rebuttal-opened', 'When teams may answer what judges said.');
export const commentsCleared = eventType<{ cleared: number; left: number }>('round:comments-cleared', 'When the office clears judges’ comments for the teams.');
export const compared = eventType<{ judge: string; better: string; worse: string }>('round:compared', 'When a judge finds one entry better than another.');
export const voteEnds = eventType<{ call: string }>('round:vote-ends', 'When the time for a public vote is over.');
export const roundDecided = eventType<{ call: string; callName: string; name: string; goesOn: number; staysOut: number }>('round:decided', 'When it is decided who goes on to the next round.');
export const entryDisputed = eventType<{ call: string; callName: string; entry: string; title: string; spread: string }>('round:entry-disputed', 'When judges mark an entry further apart than the call allows.');
export const sheetPulled = eventType<{ call: string; round: string; entry: string; judge: string; why: string }>('sheet:pulled', 'When a sheet is taken from its judge.');
export const sheetGiven = eventType<{ call: string; callName: string; judge: string; sheets: number }>('sheet:given', 'When a judge gets further sheets while judging goes on.');
export const roundClosed = eventType<{ call: string }>('round:closed', 'When a round takes no more marks.');
export const roundReopened = eventType<{ call: string; round: string; callName: string; entries: number }>('round:reopened', 'When entries of a round have to be judged again, or after all.');
export const sheetRestored = eventType<{ round: string; entry: string; judge: string }>('sheet:restored', 'When an entry is readmitted and its judge has his sheet again.');
export const roundRanked = eventType<{ call: string; callName: string; entries: number }>('round:ranked', 'When every entry of a round has its total and its rank.');

interface InvitationFacts {
  readonly [key: string]: string | number;
  readonly call: string;
  readonly callName: string;
  readonly judge: string;
}

/** How far a judge may let his time run before he is reminded, and again, and replaced. */
export const FIRST_REMINDER = 0.5;
export const SECOND_REMINDER = 0.75;
export const SILENCE = 0.875;
/** Days for an answer where the office gives none. */
export const ANSWER_DAYS = 7;

export const alreadyInvited = refusalType('judge:not-active', 'conflict', '该评委目前不接受邀请（状态：{state}）。', 'This judge is not to be asked now (he is {state}).');
export const unknownJudge = refusalType('judge:unknown', 'invalid', '以下人员不在本次征集的评委中：{judges}。', 'These are not judges of the call: {judges}.');
export const biddingOver = refusalType('judge:bidding-over', 'conflict', '本征集目前不能填报意向（状态：{state}）。', 'Preferences can’t be given now (the call is {state}).');
export const entryHidden = refusalType('judge:entry-hidden', 'missing', '没有可填报的项目 {entry}。', 'There is no entry {entry} for you to bid on.');
export const identityUnsettled = refusalType('assignment:identity-unsettled', 'unmet', '以下评委与参赛人员同名，须先确认是否同一人：{names}。', 'These judges share a name with a contestant; settle first whether they are one person: {names}.');
export const conflictInAssignment = refusalType('assignment:conflict', 'unmet', '以下分配存在利益冲突，请重新求解：{pairs}。', 'These pairs are in conflict; solve again: {pairs}.');
export const pinInConflict = refusalType('assignment:pin-in-conflict', 'invalid', '评委 {judge} 与项目 {entry} 存在利益冲突，不能指定。', 'The judge {judge} is in conflict with the entry {entry}; the pair can’t be pinned.');
export const proposalOutdated = refusalType('round:outdated', 'stale', '参评项目或评委有变化，请重新求解后再发布。', 'The entries or the judges have changed; solve again before you publish.');
export const wrongSheet = refusalType('spreadsheet:unreadable', 'invalid', '无法读取该表格：{problem}。请使用模板。', 'The spreadsheet can’t be read: {problem}. Use the template.');
export const wrongEdition = refusalType('edition:mistakes', 'invalid', '表格中有 {count} 处错误，见 errors；没有导入任何内容。', 'The workbook has {count} mistakes, see errors; nothing was brought in.');
export const roundRunning = refusalType('round:running', 'conflict', '本征集已有一轮评审在进行；请对该轮重新求解。', 'A round of this call is under way; have that one solved again.');
export const noEntries = refusalType('round:no-entries', 'unmet', '该征集没有已提交的项目，无法分配评委。', 'The call has no submitted entries to assign.');
export const picksWrong = refusalType('round:picks-wrong', 'invalid', '请从自己的评分表中选出至多 {most} 个，不重复。', 'Rank at most {most} of your own sheets, each once.');
export const comparedAlready = refusalType('round:compared-already', 'conflict', '您已比较过这两个项目。', 'You have compared these two already.');
export const notOpenYet = refusalType('round:not-open-yet', 'conflict', '本轮尚未开放，或已关闭。', 'The round is not open yet, or closed by now.');
export const notYetOpen = refusalType('sheet:not-yet-open', 'conflict', '提交本人评分后，且本轮允许讨论时，才能参与讨论。', 'Others’ marks and the discussion open when your own sheet is in, where the round has one.');
export const noVeto = refusalType('sheet:no-veto', 'forbidden', '只有主办方评委可在允许否决的轮次中否决项目。', 'Only the organiser’s judge may take out an entry, in a round that allows it.');
export const noRebuttalNow = refusalType('rebuttal:not-now', 'conflict', '目前不受理对评审意见的答复。', 'Answers to reviews are not taken now.');
export const otherWay = refusalType('round:other-way', 'conflict', '本轮评审方式为“{way}”，请使用相应的方式。', 'This round is judged by "{way}"; use what belongs to it.');
export const tooLateToReopen = refusalType('sheet:too-late', 'conflict', '结果已定，不能再重开评分表；如需更正，请先撤回结果。', 'The round is decided; take its results back first if a sheet must be corrected.');
export const roundBeingScored = refusalType('round:being-scored', 'conflict', '本轮正在计分，请稍后再试。', 'The round is being scored; try again in a moment.');
export const lastRound = refusalType('round:last', 'conflict', '这是最后一轮，请直接定结果。', 'This is the last round; decide on the call itself.');
export const nextRoundBegun = refusalType('round:next-begun', 'conflict', '下一轮已经开始，不能再更改晋级名单。', 'The next round has begun; who goes on can’t be changed any more.');
export const noRoundLeft = refusalType('round:none-left', 'conflict', '没有可以开始的轮次：请先完成并确定此前各轮的晋级名单。', 'No round can begin now: finish those before it, and decide who goes on.');
export const roomsWrong = refusalType('round:rooms-wrong', 'invalid', '分组评审需要至少两个组，每位评委只在一个组，且均已接受邀请：{judges}。', 'Parallel rooms need two rooms or more, each judge in one of them, and all have accepted: {judges}.');
export const quorumMissing = refusalType('round:quorum-missing', 'unmet', '以下项目的评分未达到法定份数 {quorum}：{entries}。', 'These entries have fewer than the quorum of {quorum} sheets: {entries}.');
export const roundBroughtIn = refusalType('round:brought-in', 'conflict', '本轮是从外部导入的，按其自带的规则定名次，只供查看。', 'This round was brought in from elsewhere with a rule of its own; it can be read only.');
export const roundNotOpen = refusalType('round:not-open', 'conflict', '本轮评审已关闭，不再接收评分。', 'The round is closed and takes no more marks.');
export const wrongMarks = refusalType('sheet:wrong-marks', 'invalid', '评分项“{criterion}”应在 {min} 到 {max} 之间，步长 {step}。', 'The mark for "{criterion}" must lie between {min} and {max} in steps of {step}.');
export const commentMissing = refusalType('sheet:comment-missing', 'invalid', '评分项“{criterion}”低于 {below} 或高于 {above} 时须写明理由。', 'A mark for "{criterion}" below {below} or above {above} needs a comment.');
export const missingMark = refusalType('sheet:marks-missing', 'invalid', '以下评分项缺失或多余：{criteria}。', 'These criteria are missing or unknown: {criteria}.');
