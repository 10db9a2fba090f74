import { incubateeAdmitted, incubateeGraduated, incubationOffered, investmentPaid, offerAccepted, reportDue, reportFiled } from '#incubation';
import { dealIntended, roseAboveScale } from '#landing';
import { OFFICE, TEAM } from './audiences.js';
import { notice, type Notice } from '../notice.js';

/** What comes after a contest: incubation and landing. */
export const CHAIN: readonly Notice[] = [
  notice({
    kind: 'incubation-offered',
    on: incubationOffered,
    to: TEAM,
    zh: { subject: '邀请《{title}》入驻孵化', text: '获奖项目《{title}》可入驻孵化载体，请接受或谢绝邀请。' },
    en: { subject: '"{title}" is offered incubation', text: 'Your winning project "{title}" may come into incubation. Please accept or decline the offer.' },
  }),
  notice({
    kind: 'team-waiting',
    on: offerAccepted,
    to: { role: 'platform-manager', on: 'anything' },
    zh: { subject: '有团队等待入驻', text: '一支获奖团队已接受孵化邀请，请联系并签约入驻。' },
    en: { subject: 'A team waits to be admitted', text: 'A winning team has accepted incubation. Get in touch and admit it under a contract.' },
  }),
  notice({
    kind: 'incubatee-admitted',
    on: incubateeAdmitted,
    to: TEAM,
    zh: { subject: '{firm} 已入驻', text: '{firm} 的孵化合同自 {from} 至 {to}。每季度结束后 15 天内请填报经营情况。' },
    en: { subject: '{firm} has been admitted', text: 'The incubation contract of {firm} runs from {from} to {to}. Please report each quarter within 15 days of its end.' },
  }),
  notice({
    kind: 'report-late',
    on: reportDue,
    to: TEAM,
    unless: { event: reportFiled, same: 'quarter' },
    zh: { subject: '请填报 {quarter} 经营情况', text: '{quarter} 的季度报告已到期，尚未收到，请尽快填报。' },
    en: { subject: 'Your report for {quarter} is due', text: 'The report for {quarter} is due and has not come in. Please file it.' },
  }),
  notice({
    kind: 'investment-paid',
    on: investmentPaid,
    to: TEAM,
    zh: { subject: '种子基金已到账', text: '种子基金于 {on} 投资 {amount} 分（{instrument}）。' },
    en: { subject: 'The seed fund has invested', text: 'The seed fund invested {amount} fen ({instrument}) on {on}.' },
  }),
  notice({
    kind: 'graduate-to-land',
    on: incubateeGraduated,
    to: { role: 'park-manager', on: 'anything' },
    zh: { subject: '{firm} 毕业，可对接落地', text: '{firm} 已达到毕业条件，请对接其落地用地与厂房需求。' },
    en: { subject: '{firm} has graduated and may land', text: '{firm} has met the rules of graduation. Ask what site it needs.' },
  }),
  notice({
    kind: 'deal-to-negotiate',
    on: dealIntended,
    to: { role: 'park-manager', on: { field: 'park' } },
    zh: { subject: '{firm} 有意落地', text: '{firm} 有意在园区落地，承诺带动就业 {jobs} 人，请洽谈选址。' },
    en: { subject: '{firm} wants to land', text: '{firm} wants to land in the park and promises {jobs} jobs. Talk about a site.' },
  }),
  notice({
    kind: 'above-scale',
    on: roseAboveScale,
    to: OFFICE,
    zh: { subject: '一家企业升规', text: '{quarter} 起，一家落地企业四个季度产值达到规模以上标准，请办理入库。' },
    en: { subject: 'A plant has risen above scale', text: 'With {quarter} a plant’s output of four quarters has passed the threshold. Enter it with the statistics office.' },
  }),
];
