import { Link } from '@tanstack/react-router';
import { holds, useMe } from '../api/session.js';
import { useUiWords } from './words.js';

/** Leads those who may see it to the mails about a thing, or about all of a project. */
export function MailsAbout({ thing }: { thing: string }) {
  const [t, me] = [useUiWords(), useMe()];
  if (!holds(me, 'administrator') && !holds(me, 'auditor')) return null;
  return (
    <Link to="/admin" search={{ tab: 'deliveries', about: thing } as never}>
      {t('mailsAbout')} →
    </Link>
  );
}
