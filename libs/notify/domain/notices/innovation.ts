import { qualificationCancelled, qualificationEnding, qualificationExpired, qualificationRecognised, qualificationRefused } from '#innovation';
import { notice, type Notice } from '../notice.js';
import { OFFICE, TEAM } from './audiences.js';

/** Firms' certificates: what came of a claim, and when one ends. */
export const INNOVATION: readonly Notice[] = [
  ...([['certificate-ending', TEAM], ['certificate-ending-office', OFFICE]] as const).map(([kind, to]) =>
    notice({
      kind,
      on: qualificationEnding,
      to,
      zh: { subject: '{firm} 的“{title}”还有 {days} 天到期', text: '{firm} 的“{title}”将于 {expiresOn} 到期（还有 {days} 天）。请查看复核条件与差距，尽早准备材料。' },
      en: { subject: '{title} of {firm}: {days} days left', text: 'The certificate of {firm} ({title}) ends on {expiresOn}, in {days} days. See what a re-review asks for and what is missing, and prepare.' },
    }),
  ),
  ...([['certificate-expired', TEAM], ['certificate-expired-office', OFFICE]] as const).map(([kind, to]) =>
    notice({
      kind,
      on: qualificationExpired,
      to,
      zh: { subject: '{firm} 的“{title}”已到期', text: '{firm} 的“{title}”已于 {expiresOn} 到期。' },
      en: { subject: '{title} of {firm} has expired', text: 'The certificate of {firm} ({title}) ended on {expiresOn}.' },
    }),
  ),
  notice({
    kind: 'qualification-recognised',
    on: qualificationRecognised,
    to: TEAM,
    zh: { subject: '{firm} 获认定：{title}', text: '{firm} 的“{title}”已登记，证书编号 {number}。' },
    en: { subject: '{firm} is recognised: {title}', text: 'The certificate of {firm} ({title}) is registered under {number}.' },
  }),
  notice({
    kind: 'qualification-refused',
    legal: true,
    on: qualificationRefused,
    to: TEAM,
    zh: { subject: '{firm} 未获认定：{title}', text: '{firm} 申请的“{title}”未获认定：{reason}。可查看差距清单。' },
    en: { subject: '{firm} was not recognised: {title}', text: 'The claim of {firm} ({title}) was not recognised: {reason}. The list of gaps says what is missing.' },
  }),
  notice({
    kind: 'qualification-cancelled',
    legal: true,
    on: qualificationCancelled,
    to: TEAM,
    zh: { subject: '{firm} 的“{title}”被取消', text: '自 {on} 起取消：{reason}。' },
    en: { subject: '{title} of {firm} was taken away', text: 'From {on} on: {reason}.' },
  }),
];
