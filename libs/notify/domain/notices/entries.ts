import { callClosed, correctionEnded, entryAdvanced, entryAwarded, entryDisqualified, entryLapsed, entryReadmitted, entryReturned, entrySubmitted, entryUnsent, entryWithdrawn, questionAnswered, questionAsked, upperResult } from '#contest';
import { OFFICE, TEAM } from './audiences.js';
import { notice, type Notice } from '../notice.js';

/** An entry on its way, for its team and the office. */
export const ENTRIES: readonly Notice[] = [
  notice({
    kind: 'entry-received',
    on: entrySubmitted,
    to: TEAM,
    zh: { subject: '已收到《{title}》', text: '项目《{title}》已提交，提交内容的指纹为 {hash}。签名回执可随时下载核验。' },
    en: { subject: 'We have received "{title}"', text: 'Your entry "{title}" was handed in; its content has the fingerprint {hash}. The signed receipt can be downloaded and checked at any time.' },
  }),
  notice({
    kind: 'call-closed',
    on: callClosed,
    to: OFFICE,
    zh: { subject: '“{callName}”已截止，请分配评委', text: '“{callName}”共收到 {entries} 个项目。请邀请评委并生成评审分配。' },
    en: { subject: '"{callName}" has closed: assign its judges', text: '"{callName}" has {entries} entries. Invite judges and propose the assignment.' },
  }),
  notice({
    kind: 'entry-awarded',
    on: entryAwarded,
    to: TEAM,
    zh: { subject: '祝贺：《{title}》获奖', text: '公示期满，《{title}》（第 {rank} 名）的获奖结果正式生效。' },
    en: { subject: 'Congratulations: "{title}" has won', text: 'The announcement period has ended and the award of "{title}" (rank {rank}) stands.' },
  }),
  notice({
    kind: 'entry-unsent',
    on: entryUnsent,
    to: TEAM,
    zh: { subject: '《{title}》尚未提交，征集即将截止', text: '《{title}》或其最近的修改还没有提交，征集将于 {closesAt} 截止。' },
    en: { subject: '"{title}" is not handed in and the call closes soon', text: '"{title}", or its last changes, are not handed in; the call closes at {closesAt}.' },
  }),
  notice({
    kind: 'entry-lapsed',
    on: entryLapsed,
    to: TEAM,
    zh: { subject: '《{title}》未在截止前提交', text: '征集已截止，《{title}》没有提交。草稿会保留，可带入其他组别或下一届。' },
    en: { subject: '"{title}" was not handed in', text: 'The call has closed and "{title}" was not handed in. The draft is kept and can be carried over to another group or the next edition.' },
  }),
  notice({
    kind: 'entry-returned',
    legal: true,
    on: entryReturned,
    to: TEAM,
    zh: { subject: '《{title}》需要修改', text: '主办单位将《{title}》退回修改，请于 {until} 前修改并重新提交。原因：{reason}' },
    en: { subject: '"{title}" needs correcting', text: 'The office gives "{title}" back. Correct it and hand it in again by {until}. The reason: {reason}' },
  }),
  notice({
    kind: 'correction-ended',
    on: correctionEnded,
    to: TEAM,
    zh: { subject: '《{title}》的修改期限已过', text: '《{title}》未在期限内重新提交，以此前提交的内容为准。' },
    en: { subject: 'The time to correct "{title}" has passed', text: '"{title}" was not handed in again in time; what was handed in before counts.' },
  }),
  notice({
    kind: 'entry-disqualified',
    legal: true,
    on: entryDisqualified,
    to: TEAM,
    zh: { subject: '《{title}》已取消参赛资格', text: '主办单位取消了《{title}》的参赛资格。原因：{reason}' },
    en: { subject: '"{title}" is disqualified', text: 'The office has taken "{title}" out of the contest. The reason: {reason}' },
  }),
  notice({
    kind: 'entry-withdrawn',
    on: entryWithdrawn,
    to: TEAM,
    zh: { subject: '《{title}》已撤回', text: '团队负责人已将《{title}》撤回，不再参赛。' },
    en: { subject: '"{title}" is withdrawn', text: 'The owner of the team has taken "{title}" back; it takes part no more.' },
  }),
  notice({
    kind: 'entry-readmitted',
    on: entryReadmitted,
    to: TEAM,
    zh: { subject: '《{title}》已恢复参赛资格', text: '主办单位恢复了《{title}》的参赛资格。说明：{reason}' },
    en: { subject: '"{title}" is readmitted', text: 'The office has taken the disqualification of "{title}" back. The reason: {reason}' },
  }),
  notice({
    kind: 'entry-advanced',
    on: entryAdvanced,
    to: TEAM,
    zh: { subject: '《{title}》晋级“{upper}”', text: '《{title}》已被推荐参加“{upper}”。' },
    en: { subject: '"{title}" goes on to "{upper}"', text: 'The office has sent "{title}" on to "{upper}".' },
  }),
  notice({
    kind: 'upper-result',
    on: upperResult,
    to: TEAM,
    zh: { subject: '《{title}》在“{upper}”的结果', text: '《{title}》在“{upper}”的结果为：{result}。' },
    en: { subject: 'The result of "{title}" in "{upper}"', text: 'The result of "{title}" in "{upper}": {result}.' },
  }),
  notice({
    kind: 'question-asked',
    on: questionAsked,
    to: OFFICE,
    zh: { subject: '“{callName}”有新的提问', text: '有人就“{callName}”提问，请回复。' },
    en: { subject: 'A question about "{callName}"', text: 'Someone asks about "{callName}". Please answer.' },
  }),
  notice({
    kind: 'question-answered',
    on: questionAnswered,
    to: { person: 'askedBy' },
    zh: { subject: '您关于“{callName}”的提问已答复', text: '主办单位已答复您关于“{callName}”的提问，请查看。' },
    en: { subject: 'Your question about "{callName}" is answered', text: 'The office has answered your question about "{callName}".' },
  }),
];
