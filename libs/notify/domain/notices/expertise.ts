import { envoyAppraised, envoyDispatched, envoySelected, introductionAccepted, introductionDeclined, problemSolved, problemStated, solverIntroduced, solvingGivenUp, solvingStarted } from '#expertise';
import { notice, type Notice } from '../notice.js';
import { OFFICE, TEAM } from './audiences.js';

const TECHNOLOGY_MANAGERS = { role: 'technology-manager', on: 'district' } as const;
const SOLVER = { people: 'people' } as const;

export const EXPERTISE: readonly Notice[] = [
  ...([['problem-stated', OFFICE], ['problem-stated-manager', TECHNOLOGY_MANAGERS]] as const).map(([kind, to]) =>
    notice({
      kind,
      on: problemStated,
      to,
      zh: { subject: '新的技术难题：{title}', text: '{firm} 提出难题“{title}”（{field}）。请查看系统推荐的专家并发出对接邀请。' },
      en: { subject: 'A new technical problem: {title}', text: '{firm} has a problem: "{title}" ({field}). See who is matched, and ask them.' },
    }),
  ),
  notice({
    kind: 'solver-asked',
    on: solverIntroduced,
    to: SOLVER,
    zh: { subject: '邀请您对接难题：{title}', text: '一家企业的难题“{title}”与您的专长相符，请查看后答复是否愿意对接。' },
    en: { subject: 'You are asked about a problem: {title}', text: 'A firm’s problem, "{title}", fits what you know. Please read it and say whether you will talk to the firm.' },
  }),
  notice({
    kind: 'introduction-accepted',
    on: introductionAccepted,
    to: TEAM,
    zh: { subject: '{name} 愿意对接您的难题', text: '{name} 已同意对接。沟通后请评价是否匹配；谈妥后登记攻关协议。' },
    en: { subject: '{name} will talk to you', text: '{name} agreed to talk about your problem. Say afterwards whether he fits, and enter the agreement when you have one.' },
  }),
  notice({
    kind: 'introduction-declined',
    on: introductionDeclined,
    to: TECHNOLOGY_MANAGERS,
    zh: { subject: '{name} 未接受对接', text: '{name} 未接受对接：{reason}。请另荐专家。' },
    en: { subject: '{name} declined', text: '{name} will not talk to the firm: {reason}. Please ask another.' },
  }),
  notice({
    kind: 'solving-started',
    on: solvingStarted,
    to: SOLVER,
    zh: { subject: '攻关开始：{title}', text: '企业已登记攻关协议 {number}（{amount:yuan} 元）。' },
    en: { subject: 'Work begins: {title}', text: 'The firm entered agreement {number} ({amount:yuan} yuan).' },
  }),
  notice({
    kind: 'solving-given-up',
    on: solvingGivenUp,
    to: TECHNOLOGY_MANAGERS,
    zh: { subject: '难题重新开放：{title}', text: '“{title}”此次未能解决：{reason}。请另荐专家。' },
    en: { subject: 'Open again: {title}', text: '"{title}" was not solved this way: {reason}. Please find another solver.' },
  }),
  notice({
    kind: 'problem-solved',
    on: problemSolved,
    to: OFFICE,
    zh: { subject: '难题已解决：{title}', text: '“{title}”历时 {days} 天解决，企业评分 {rating}。可登记技术合同与成果。' },
    en: { subject: 'Solved: {title}', text: '"{title}" was solved in {days} days; the firm rates it {rating}. A contract and an achievement may be entered.' },
  }),
  notice({
    kind: 'problem-solved-solver',
    on: problemSolved,
    to: SOLVER,
    zh: { subject: '企业已验收：{title}', text: '企业已验收“{title}”，评分 {rating}。感谢您的工作。' },
    en: { subject: 'The firm has accepted: {title}', text: 'The firm accepted the solution of "{title}" and rates it {rating}. Thank you.' },
  }),
  notice({
    kind: 'envoy-selected',
    on: envoySelected,
    to: SOLVER,
    zh: { subject: '您已被选派为科技特派员', text: '任期 {from} 至 {to}，协议 {paper}。请在派驻后逐日登记服务与证明。' },
    en: { subject: 'You are a science envoy', text: 'Your term is {from} to {to}, agreement {paper}. Enter each day of service with its proof.' },
  }),
  notice({
    kind: 'envoy-dispatched',
    on: envoyDispatched,
    to: SOLVER,
    zh: { subject: '派驻：{place}', text: '您被派往 {place}：{task}。' },
    en: { subject: 'You are sent to {place}', text: 'You are sent to {place}: {task}.' },
  }),
  notice({
    kind: 'envoy-appraised',
    on: envoyAppraised,
    to: SOLVER,
    zh: { subject: '{year} 年度考核：{grade}', text: '您的 {year} 年度考核等次为 {grade}（规则评定 {byRule}），依据可在系统中查看。' },
    en: { subject: 'Your year {year}: {grade}', text: 'Your year {year} is graded {grade} (by the rule {byRule}). What it rests on is shown in the service.' },
  }),
];
