import { awardPaid, entryDisputed, entryVetoed, meetingCalled, messageWritten, objectionAnswered, objectionDue, objectionFiled, rebuttalOpened, resultsWithdrawn, sheetReopened } from '#contest';
import { OFFICE, TEAM } from './audiences.js';
import { notice, type Notice } from '../notice.js';

/** From the marks to the prize: what is written, reopened, objected to, paid. */
export const RESULTS: readonly Notice[] = [
  notice({
    kind: 'office-message',
    on: messageWritten,
    to: { people: 'people' },
    replyTo: 'replyTo',
    zh: { subject: '{subject}', text: '{text}' },
    en: { subject: '{subject}', text: '{text}' },
  }),
  notice({
    kind: 'sheet-reopened',
    on: sheetReopened,
    to: { person: 'judge' },
    zh: { subject: '“{callName}”的一份评分表已重开', text: '您对《{title}》的评分表已重开，请核对后重新提交。原因：{reason}' },
    en: { subject: 'A score sheet of "{callName}" is open again', text: 'Your sheet of "{title}" is open again. Please check it and hand it in. Reason: {reason}' },
  }),
  notice({
    kind: 'entry-disputed',
    on: entryDisputed,
    to: OFFICE,
    zh: { subject: '“{callName}”有评分分歧较大的项目', text: '《{title}》的评分相差 {spread} 分，超过规定，已按规则送复评。' },
    en: { subject: 'Judges of "{callName}" disagree', text: 'Sheets of "{title}" lie {spread} points apart, more than the call allows; it is judged again as the call says.' },
  }),
  notice({
    kind: 'entry-vetoed',
    legal: true,
    on: entryVetoed,
    to: TEAM,
    zh: { subject: '《{title}》不符合赛事主题', text: '主办方认为项目不符合赛事主题，不再参评。原因：{reason}' },
    en: { subject: '"{title}" is off the theme', text: 'The organiser finds that the entry is off the theme; it is not judged further. Reason: {reason}' },
  }),
  notice({
    kind: 'meeting-called',
    on: meetingCalled,
    to: { people: 'people' },
    text: true,
    zh: { subject: '“{callName}”{name}', text: '请参加“{callName}”的{name}，议程共 {entries} 个项目。' },
    en: { subject: '"{callName}": {name}', text: 'You are called to "{name}" of "{callName}"; there are {entries} entries on its agenda.' },
  }),
  notice({
    kind: 'rebuttal-opened',
    on: rebuttalOpened,
    to: { people: 'people' },
    text: true,
    zh: { subject: '请答复“{callName}”的评审意见', text: '评审意见已可查看，您可在 {until} 前书面答复。' },
    en: { subject: 'You may answer the reviews of "{callName}"', text: 'The reviews can be read now. You may answer them in writing until {until}.' },
  }),
  notice({
    kind: 'objection-filed',
    legal: true,
    on: objectionFiled,
    to: OFFICE,
    zh: { subject: '“{callName}”收到一份异议', text: '请在 {answerBy} 前书面答复。答复前结果不生效。' },
    en: { subject: 'An objection to "{callName}" has come in', text: 'Please answer it in writing by {answerBy}. Until then results do not stand.' },
  }),
  notice({
    kind: 'objection-due',
    on: objectionDue,
    to: OFFICE,
    text: true,
    zh: { subject: '“{callName}”的一份异议已到答复期限', text: '该异议今天应答复，请尽快处理。' },
    en: { subject: 'An objection to "{callName}" is due', text: 'It should be answered by today. Please see to it.' },
  }),
  notice({
    kind: 'objection-answered',
    legal: true,
    on: objectionAnswered,
    to: { person: 'objector' },
    zh: { subject: '您对“{callName}”的异议已有答复', text: '请登录查看书面答复。' },
    en: { subject: 'Your objection to "{callName}" is answered', text: 'Sign in to read the answer.' },
  }),
  notice({
    kind: 'results-withdrawn',
    legal: true,
    on: resultsWithdrawn,
    to: OFFICE,
    zh: { subject: '“{callName}”的结果已撤回更正', text: '第 {version} 版结果已撤回。原因：{reason}。更正后请重新公示。' },
    en: { subject: 'Results of "{callName}" are taken back', text: 'Version {version} is taken back to be corrected. Reason: {reason}. Announce it anew when it is.' },
  }),
  notice({
    kind: 'award-paid',
    on: awardPaid,
    to: TEAM,
    zh: { subject: '奖金已支付：{prize}', text: '{prize}的奖金 {money:yuan} 元已于 {on} 支付（凭证 {reference}）。' },
    en: { subject: 'Prize money paid: {prize}', text: 'The money of {prize}, {money:yuan} yuan, was paid on {on} (voucher {reference}).' },
  }),
];
