import { eventType, refusalType, refuse, stateMachine, type Explanation, type Facts, type Guard } from '#kernel';
import type { Answers, Form } from './form/field.js';

export const notEligible = refusalType('entry:not-eligible', 'unmet', '项目不符合“{rule}”（{version}）的申报条件，见 explanation 中未通过的条款。', 'The entry does not meet "{rule}" ({version}); explanation shows the clauses that fail.');
/** The rule that was in force judged the entry, and it passed. */
const isEligible: Guard<{ eligibility?: Explanation }> = ({ eligibility }) =>
  eligibility?.verdict === 'pass' ? null : refuse(notEligible, { rule: eligibility?.root.zh ?? '', version: eligibility?.version ?? '' }, eligibility);

export const entryMachine = stateMachine({
  name: 'entry',
  initial: 'draft',
  states: {
    draft: 'being written by its team',
    submitted: 'handed in, with a receipt; until the deadline it may be handed in again',
    returned: 'given back by the office to be corrected by a date',
    lapsed: 'not handed in when its call closed',
    withdrawn: 'taken back by its team',
    disqualified: 'taken out by the office, with a reason',
    moved: 'carried over to another group',
    shortlisted: 'chosen from the ranking',
    'not-selected': 'ranked, but not chosen',
    awarded: 'a winner, once results stand',
    archived: 'of an earlier edition, brought in with its marks',
  },
  transitions: {
    change: { from: ['draft'], to: 'draft' },
    revise: { from: ['submitted'], to: 'submitted' },
    correct: { from: ['returned'], to: 'returned' },
    submit: { from: ['draft', 'submitted', 'returned'], to: 'submitted', guards: [isEligible] },
    return: { from: ['submitted'], to: 'returned' },
    'end-correction': { from: ['returned'], to: 'submitted' },
    lapse: { from: ['draft'], to: 'lapsed' },
    withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn' },
    disqualify: { from: ['submitted', 'returned', 'shortlisted', 'not-selected'], to: 'disqualified' },
    readmit: { from: ['disqualified'], to: 'submitted' },
    'carry-over': { from: ['draft', 'submitted', 'returned'], to: 'moved' },
    veto: { from: ['submitted'], to: 'disqualified' },
    shortlist: { from: ['submitted', 'shortlisted', 'not-selected'], to: 'shortlisted' },
    'pass-over': { from: ['submitted', 'shortlisted', 'not-selected'], to: 'not-selected' },
    award: { from: ['shortlisted'], to: 'awarded' },
    archive: { from: ['awarded', 'shortlisted', 'not-selected'], to: 'archived' },
  },
});

export const entryDrafted = eventType<{ call: string; title: string }>('entry:drafted', 'When a team begins an entry.');
export const entryChanged = eventType<{ title: string }>('entry:changed', 'When a team changes its draft.');
export const entrySubmitted = eventType<{ call: string; title: string; hash: string; number?: number; late?: boolean }>('entry:submitted', 'When an entry is handed in, for the first time or again.');
export const entryReturned = eventType<{ call: string; title: string; until: string; reason: string }>('entry:returned', 'When the office gives an entry back to be corrected.');
export const correctionDue = eventType<{ title: string }>('entry:correction-due', 'When the date for correcting an entry comes.');
export const correctionEnded = eventType<{ title: string }>('entry:correction-ended', 'When an entry was not corrected in time: what was handed in before counts.');
export const entryLapsed = eventType<{ call: string; title: string }>('entry:lapsed', 'When a call closes over an entry that was not handed in.');
export const entryDisqualified = eventType<{ call: string; title: string; reason: string }>('entry:disqualified', 'When the office takes an entry out, with a reason.');
export const entryVetoed = eventType<{ call: string; title: string; reason: string }>('entry:vetoed', 'When the organiser’s judge takes out an entry that is off the theme.');
export const reviewsAnswered = eventType<{ round: string; title: string }>('entry:reviews-answered', 'When a team answers what judges said of its entry.');
export const entryReadmitted = eventType<{ call: string; title: string; reason: string }>('entry:readmitted', 'When the office takes a disqualification back.');
export const entryCarriedOver = eventType<{ from: string; to: string; title: string }>('entry:carried-over', 'When an entry goes on in another group or edition, with its history.');
export const entryUnsent = eventType<{ call: string; title: string; closesAt: string }>('entry:unsent', 'When a call closes soon and an entry, or its last changes, are not handed in.');
export const fileAttached = eventType<{ entry: string; file: string; sha256: string }>('entry:file-attached', 'When a file has come in whole and is what it says it is.');
export const fileRemoved = eventType<{ entry: string; file: string }>('entry:file-removed', 'When a team takes a file off its entry.');
export const entryRedacted = eventType<{ entry: string; field: string }>('entry:redacted', 'When a text or a file gets a copy without names for the judges.');
export const findingCleared = eventType<{ entry: string; finding: string }>('entry:finding-cleared', 'When the office says that a name found in an entry is nothing.');
export const nearDuplicateDismissed = eventType<{ pair: string }>('entry:near-duplicate-dismissed', 'When the office has looked at two like entries and lets them be.');
export const originalityReported = eventType<{ call: string; service: string; percent: number }>('entry:originality-reported', 'When an outside service has said how much of an entry is found elsewhere.');
export const originalityReportDismissed = eventType<{ report: string }>('entry:originality-report-dismissed', 'When the office has looked at what was found elsewhere and lets it be.');
export const entryAdvanced = eventType<{ upper: string; level: string; title: string }>('entry:advanced', 'When a winner goes on to a city’s or the nation’s contest.');
export const upperResult = eventType<{ upper: string; level: string; result: string; title: string }>('entry:upper-result', 'When an upper contest has given its result.');
export const entryWithdrawn = eventType<{ call: string; title: string }>('entry:withdrawn', 'When a team takes its entry back.');
export const entryScored = eventType<{ round: string; total: string }>('entry:scored', 'When the panel’s marks have become an entry’s total.');
export const entryShortlisted = eventType<{ call: string; rank: number; reason: string | null }>('entry:shortlisted', 'When an entry is chosen from the ranking.');
export const entryPassedOver = eventType<{ call: string; rank: number; reason: string | null }>('entry:passed-over', 'When a ranked entry is not chosen.');
export const entryAwarded = eventType<{ call: string; rank: number; title: string; prize: string }>('entry:awarded', 'When results stand and an entry has won.');
export const entryImported = eventType<{ call: string; title: string }>('entry:imported', 'When an entry of an earlier edition is brought in.');

export const seasonEmpty = refusalType('season:empty', 'invalid', '文件中没有可以导入的表演。', 'The files hold no performance to bring in.');

export const noRuleInForce = refusalType('rule:none-in-force', 'unmet', '{date} 没有生效的规则“{rule}”；请联系主办单位。', 'No version of the rule "{rule}" is in force on {date}; ask the office.');

export const entryNotEditable = refusalType('entry:not-editable', 'conflict', '项目现处于“{state}”状态，不能再修改。', 'The entry is {state} and can’t be changed any more.');
export const fieldsChanged = refusalType('entry:fields-changed', 'stale', '以下内容已被他人修改：{fields}；其余内容已保存。', 'Someone changed these meanwhile: {fields}. The rest is saved.');
export const answersIncomplete = refusalType('entry:answers-incomplete', 'unmet', '还有 {count} 处需要补充或更正，见 errors。', '{count} answers are missing or wrong; see errors.');
export const declarationMissing = refusalType('entry:declaration-missing', 'unmet', '请先阅读并接受承诺书，再提交。', 'Read and accept the declaration, then hand in.');
export const addressUnverified = refusalType('entry:address-unverified', 'unmet', '请先打开邮件中的链接验证邮箱，再提交。', 'Open the link in your mail first, so that your address is verified; then hand in.');
export const tooManyOfPerson = refusalType('entry:too-many-of-person', 'unmet', '每人在本征集中最多提交 {most} 个项目。', 'One person may hand in at most {most} entries here.');
export const tooManyOfOrganisation = refusalType('entry:too-many-of-organisation', 'unmet', '每个单位在本征集中最多提交 {most} 个项目。', 'One organisation may hand in at most {most} entries here.');
export const correctionOver = refusalType('entry:correction-over', 'conflict', '修改期限 {at} 已过，以此前提交的内容为准。', 'The date for corrections ({at}) has passed; what was handed in before counts.');
export const untilInThePast = refusalType('entry:until-in-the-past', 'invalid', '日期 {at} 已过；请改为将来的时间。', 'The date {at} has passed; choose one to come.');
export const nothingSubmitted = refusalType('entry:nothing-submitted', 'conflict', '该项目尚未提交过。', 'The entry was never handed in.');
export const officeInConflict = refusalType('office:in-conflict', 'forbidden', '您与本征集中的某个项目存在利益关系，请由其他管理人员处理。', 'You are too near to an entry of this call; another officer must do this.');
export const sameCall = refusalType('entry:same-call', 'invalid', '请选择另一个组别或另一届的征集。', 'Choose a call of another group or edition.');
export const noUpperContest = refusalType('contest:no-upper', 'invalid', '本届赛事没有名为“{upper}”的上级赛事。', 'This edition has no upper contest called "{upper}".');
export const notAWinner = refusalType('entry:not-a-winner', 'conflict', '只有入围或获奖项目可以推荐到上级赛事。', 'Only shortlisted entries and winners go on to an upper contest.');
export const advancedAlready = refusalType('entry:advanced-already', 'conflict', '该项目已推荐到“{upper}”。', 'The entry has gone on to "{upper}" already.');

export const wrongFile = refusalType('file:not-what-it-says', 'invalid', '文件“{name}”的真实类型是 {type}，此处接受：{accept}。', 'The file "{name}" is really {type}; taken here are: {accept}.');
export const fileTooLarge = refusalType('file:too-large', 'invalid', '文件“{name}”超过 {most} MB。', 'The file "{name}" is larger than {most} MB.');
export const tooManyFiles = refusalType('file:too-many', 'unmet', '此处最多 {most} 个文件；请先删除一个。', 'At most {most} files go here; remove one first.');
export const noFileField = refusalType('file:no-such-field', 'invalid', '表单中没有名为“{field}”的附件项。', 'The form has no place for files called "{field}".');
export const uploadUnfinished = refusalType('file:upload-unfinished', 'conflict', '上传尚未完成：已收到 {received} / {size} 字节，可从断点继续。', 'The upload is not complete: {received} of {size} bytes are here; go on from there.');
export const linkExpired = refusalType('file:link-expired', 'conflict', '下载链接已失效；请重新获取。', 'The link has expired; ask for a new one.');

/** Call states in which results are public. */
export const PUBLIC_STATES = ['announced', 'final', 'archived'];

export const isPublic = (callState: string): boolean => PUBLIC_STATES.includes(callState);

/** What a team may know of its entry: the decision only once it is public. */
export const toldState = (state: string, callState: string): string => (!isPublic(callState) && (state === 'shortlisted' || state === 'not-selected') ? 'submitted' : state);

/** States in which a team may write, and the transition that writing is. */
export const WRITING: Readonly<Record<string, 'change' | 'revise' | 'correct'>> = { draft: 'change', submitted: 'revise', returned: 'correct' };

/** What the service itself knows of an entry's past, for rule sets to ask about. */
export interface OwnFacts {
  /** Awards that this project or its organisation has won here in earlier editions. */
  readonly 'earlier-awards': number;
  /** Other entries of its organisation that are handed in in this edition. */
  readonly 'other-entries-of-organisation': number;
  readonly 'has-organisation': boolean;
}

/** What a rule set sees of an entry: what the team stated and answered, what the service knows, and the firm's age in the contest's year. */
export function factsFor(stated: Facts, contestYear: number, own: OwnFacts): Facts {
  const registered = stated['registration-year'];
  return { ...stated, ...own, ...(typeof registered === 'number' && { 'years-since-registration': contestYear - registered }) };
}

/** The answers that a form's fields hand to the rules as facts. */
export const answeredFacts = ({ fields }: Form, answers: Answers): Facts =>
  Object.fromEntries(
    fields.flatMap(({ key, fact }) => {
      const answer = answers[key];
      return fact !== undefined && (typeof answer === 'number' || typeof answer === 'boolean' || typeof answer === 'string') ? [[fact, answer]] : [];
    }),
  );
