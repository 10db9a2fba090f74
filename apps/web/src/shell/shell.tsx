import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { App, Badge, Button, Drawer, Dropdown } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { calls } from '../api/client.js';
import { useLine } from '../api/line.js';
import { useLive } from '../api/live.js';
import { showProblemsBy } from '../api/queries.js';
import { atTheDoor, useMe } from '../api/session.js';
import { speak, useLanguage } from '../words.js';
import { pagesFor } from './pages.js';
import { useShortcuts } from './shortcuts.js';
import { chosenLook, look } from '../ui/theme.js';
import { useShellWords } from './words.js';
import './shell.css';
import { LinkButton } from '../ui/link-button.js';

const Palette = lazy(() => import('./palette.js'));
const ShortcutList = lazy(() => import('./shortcut-list.js'));

/** What surrounds every page: where one can go, who one is, and whether the line is up. */
export function Shell() {
  const [t, language, me, up, navigate] = [useShellWords(), useLanguage(), useMe(), useLine(), useNavigate()];
  const { notification } = App.useApp();
  const [shows, setShows] = useState<'palette' | 'keys' | 'nav' | null>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const pages = pagesFor(me);
  const close = () => setShows(null);

  useLive();
  useEffect(() => showProblemsBy(({ detail, errors }) => notification.error({ title: t('failedTitle'), description: [detail, ...(errors ?? []).map(({ field, message }) => `${field}: ${message}`)].join('\n'), style: { whiteSpace: 'pre-wrap' }, role: 'alert', duration: 8 })), [notification, t]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  useEffect(close, [path]);
  useShortcuts(
    [
      { keys: '$mod+k', does: t('find'), run: () => setShows('palette') },
      { keys: 'Shift+?', does: t('shortcuts'), run: () => setShows('keys') },
      { keys: '/', does: t('searchHere'), run: () => document.querySelector<HTMLInputElement>('[data-search] input, input[data-search]')?.focus() },
      ...pages.map(({ to, words, key }) => ({ keys: `g ${key}`, does: t(words), run: () => void navigate({ to }) })),
    ],
    'anywhere',
  );

  const links = pages.map(({ to, words }) => (
    <Link key={to} to={to} activeOptions={{ exact: to === '/' || to === '/office' }} activeProps={{ className: 'active' }}>
      {t(words)}
    </Link>
  ));
  return (
    <div className={`shell ${/^\/rounds\/[^/]+\/board$/.test(path) ? 'on-a-screen' : ''}`}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header>
        <Button type="text" className="open-nav" aria-label={t('menu')} onClick={() => setShows('nav')}>
          ☰
        </Button>
        <Link to="/" className="brand" aria-label={t('brand')}>
          <img src="/icon.svg" width={26} height={26} alt="" />
          <span className="wide-only">{t('brand')}</span>
        </Link>
        <button type="button" className="search-hint" onClick={() => setShows('palette')}>
          <span>{t('find')}</span>
          <kbd aria-hidden="true" className="wide-only">
            Ctrl K
          </kbd>
          <b aria-hidden="true" className="phone-only">
            ⌕
          </b>
        </button>
        {me && <Bell />}
        <Button type="text" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}>
          {t('language')}
        </Button>
        <Dropdown trigger={['click']} menu={{ selectable: true, selectedKeys: [chosenLook()], items: (['light', 'dark', 'auto'] as const).map((key) => ({ key, label: t(key), onClick: () => look(key) })) }}>
          <Button type="text" aria-label={t('look')}>
            ◐
          </Button>
        </Dropdown>
        {me ? (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'who', type: 'group', label: me.email },
                { key: 'account', label: t('security'), onClick: () => void navigate({ to: '/account' }) },
                { key: 'keys', label: t('shortcuts'), onClick: () => setShows('keys') },
                { key: 'out', label: t('signOut'), onClick: () => void atTheDoor('sign-out').then(() => navigate({ to: '/' })) },
              ],
            }}
          >
            <Button type="text" aria-label={t('account', { name: me.name })}>
              <span className="user-name">{me.name}</span>
            </Button>
          </Dropdown>
        ) : (
          me === null && (
            <LinkButton to="/sign-in" search={{ next: path } as never} color="primary" variant="solid">{t('signIn')}</LinkButton>
          )
        )}
      </header>
      {!up && (
        <div className="offline" role="status">
          {t('offline')}
        </div>
      )}
      <nav aria-label={t('main')}>{links}</nav>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Drawer open={shows === 'nav'} onClose={close} placement="left" size={260} title={t('menu')}>
        <nav className="sheet-nav" aria-label={t('main')}>
          {links}
        </nav>
      </Drawer>
      <Suspense>
        {shows === 'palette' && <Palette close={close} />}
        {shows === 'keys' && <ShortcutList close={close} />}
      </Suspense>
    </div>
  );
}

function Bell() {
  const t = useShellWords();
  const notices = calls.useQuery('get', '/api/notifications', { params: { query: { limit: 50 } } });
  const unread = notices.data?.items.filter(({ readAt }) => readAt === null).length ?? 0;
  return (
    <Badge count={unread} size="small" overflowCount={49} color="#b3261e">
      <LinkButton to="/notices" color="default" variant="text">
        {t('notices')} <span className="hidden-but-said">{t('unread', { count: unread })}</span>
      </LinkButton>
    </Badge>
  );
}
