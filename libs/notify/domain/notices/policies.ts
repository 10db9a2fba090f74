import { policyGranted, policyPaid, policyRefused } from '#innovation';
import { notice, type Notice } from '../notice.js';
import { TEAM } from './audiences.js';

/** What came of a firm's claims to policies, and what it gets without one. */
export const POLICIES: readonly Notice[] = [
  notice({
    kind: 'policy-granted',
    on: policyGranted,
    to: TEAM,
    zh: { subject: '{firm} 享受政策：{policy}', text: '“{policy}”已批准，金额 {amount:yuan} 元。' },
    en: { subject: '{firm} is granted a policy: {policy}', text: '"{policy}" is granted: {amount:yuan} yuan.' },
  }),
  notice({
    kind: 'policy-refused',
    legal: true,
    on: policyRefused,
    to: TEAM,
    zh: { subject: '未获批准：{policy}', text: '{firm} 申请的“{policy}”未获批准：{reason}。' },
    en: { subject: 'Not granted: {policy}', text: 'The claim of {firm} to "{policy}" was not granted: {reason}.' },
  }),
  notice({
    kind: 'policy-paid',
    on: policyPaid,
    to: TEAM,
    zh: { subject: '政策资金已拨付：{policy}', text: '{firm} 的“{policy}”资金 {amount:yuan} 元已于 {on} 拨付。' },
    en: { subject: 'Paid: {policy}', text: '{amount:yuan} yuan of "{policy}" were paid to {firm} on {on}.' },
  }),
];
