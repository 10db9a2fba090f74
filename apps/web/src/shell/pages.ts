import { holds, type Me } from '../api/session.js';

type Words = 'today' | 'home' | 'calls' | 'mine' | 'judging' | 'contests' | 'judges' | 'report' | 'notices';

interface PageOf {
  readonly to: string;
  readonly words: Words;
  /** Pressed after `g`. */
  readonly key: string;
}

export const isOffice = (me: Me | null | undefined): boolean => holds(me, 'administrator') || holds(me, 'auditor');

/** The pages that someone goes to, by what he is. */
export function pagesFor(me: Me | null | undefined): readonly PageOf[] {
  if (!me) return [{ to: '/', words: 'home', key: 'h' }, { to: '/calls', words: 'calls', key: 'c' }];
  return [
    { to: '/', words: 'today', key: 'h' },
    { to: '/calls', words: 'calls', key: 'c' },
    ...(isOffice(me) ? [{ to: '/office', words: 'contests', key: 'o' } as const, { to: '/office/judges', words: 'judges', key: 'p' } as const, { to: '/office/report', words: 'report', key: 'r' } as const] : [{ to: '/entries', words: 'mine', key: 'e' } as const]),
    { to: '/judging', words: 'judging', key: 'j' },
    { to: '/notices', words: 'notices', key: 'n' },
  ];
}
