import { holds, type Me } from '../api/session.js';

interface PageOf {
  readonly to: string;
  readonly words: 'today' | 'home' | 'calls' | 'mine' | 'firms' | 'judging' | 'contests' | 'judges' | 'report' | 'flow' | 'targets' | 'simulations' | 'platforms' | 'parks' | 'money' | 'policies' | 'services' | 'figures' | 'admin' | 'notices';
  /** Pressed after `g`. */
  readonly key: string;
}

const PUBLIC: readonly PageOf[] = [
  { to: '/parks', words: 'parks', key: 'k' },
  { to: '/policies', words: 'policies', key: 'y' },
  { to: '/services', words: 'services', key: 's' },
  { to: '/figures', words: 'figures', key: 'f' },
];
const REPORT: readonly PageOf[] = [
  { to: '/office/report', words: 'report', key: 'r' },
  { to: '/office/flow', words: 'flow', key: 'l' },
  { to: '/office/targets', words: 'targets', key: 't' },
  { to: '/office/simulations', words: 'simulations', key: 'i' },
];

export const isOffice = (me: Me | null | undefined): boolean => holds(me, 'administrator') || holds(me, 'auditor');

/** Whether someone sees all of the district’s figures. */
export const seesAll = (me: Me | null | undefined): boolean => isOffice(me) || holds(me, 'leader');

/** The pages that someone goes to, by what he is. */
export function pagesFor(me: Me | null | undefined): readonly PageOf[] {
  const calls: PageOf = { to: '/calls', words: 'calls', key: 'c' };
  if (!me) return [{ to: '/', words: 'home', key: 'h' }, calls, ...PUBLIC];
  const [office, all, team] = [isOffice(me), seesAll(me), holds(me, 'team') || holds(me, 'owner')];
  return [
    { to: '/', words: 'today', key: 'h' },
    ...(holds(me, 'leader') && !office ? [] : [calls]),
    ...(office ? [{ to: '/office', words: 'contests', key: 'o' } as const, { to: '/office/judges', words: 'judges', key: 'p' } as const] : all ? [] : [{ to: '/entries', words: 'mine', key: 'e' } as const]),
    ...(team ? [{ to: '/firms', words: 'firms', key: 'm' } as const] : []),
    ...(holds(me, 'leader') && !office ? [] : [{ to: '/judging', words: 'judging', key: 'j' } as const]),
    ...(all ? REPORT : []),
    ...(all || holds(me, 'platform-manager') ? [{ to: '/platforms', words: 'platforms', key: 'b' } as const] : []),
    ...(all || holds(me, 'fund-manager') || holds(me, 'bank-officer') ? [{ to: '/money', words: 'money', key: 'd' } as const] : []),
    ...PUBLIC,
    ...(office ? [{ to: '/admin', words: 'admin', key: 'a' } as const] : []),
    { to: '/notices', words: 'notices', key: 'n' },
  ];
}
