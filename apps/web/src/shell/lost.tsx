import { Link, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { isProblem } from '../api/client.js';
import { Page } from '../ui/page.js';
import { useShellWords } from './words.js';

export function Lost() {
  const t = useShellWords();
  return (
    <Page title={t('lostTitle')} note={t('lostText')}>
      <Link to="/">{t('home')}</Link>
    </Page>
  );
}

/** What is shown in a page's place when it fails; the rest of the console goes on. */
export function Broken({ error }: { error: unknown }) {
  const [t, router] = [useShellWords(), useRouter()];
  return (
    <Page title={t('brokenTitle')} note={t('brokenText')}>
      <p role="alert" className="soft">
        {isProblem(error) ? error.detail : String(error)}
      </p>
      <Button onClick={() => void router.invalidate()}>{t('reload')}</Button>
    </Page>
  );
}
