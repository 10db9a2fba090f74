import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { calls as api } from '../api/client.js';
import type { Me } from '../api/session.js';
import { isOffice, seesAll } from '../shell/pages.js';
import { Ask } from '../ui/ask.js';
import { Page } from '../ui/page.js';
import { Until, When } from '../ui/when.js';
import { useOfficeTodos } from './office-todos.js';
import { Chain } from './chain.js';
import { useOwnTodos } from './own-todos.js';
import { useStartWords } from './words.js';

const LAST = 'trellis.last-visit';

/** When this device was here before today's visit began. */
function useLastVisit(now: string): string {
  const [last] = useState(() => sessionStorage.getItem(LAST) ?? localStorage.getItem(LAST) ?? '');
  useEffect(() => {
    sessionStorage.setItem(LAST, last);
    localStorage.setItem(LAST, now);
  }, [last, now]);
  return last;
}

/** What someone has to do now, by when, and what has changed since he was here. */
export default function Today({ me }: { me: Me }) {
  const t = useStartWords();
  const office = isOffice(me);
  const own = useOwnTodos();
  const ofOffice = useOfficeTodos(office);
  const notices = api.useQuery('get', '/api/notifications', { params: { query: { limit: 50 } } });
  const last = useLastVisit(notices.data?.items[0]?.createdAt ?? '');
  const todos = [...own, ...ofOffice].sort((a, b) => ((a.by ?? '9') < (b.by ?? '9') ? -1 : 1));
  return (
    <Page title={t('hello', { name: me.name })}>
      <div className="two">
        <div className="stack wide">
          <section className="card">
            <h2>{t('todo')}</h2>
            {todos.length === 0 ? (
              <p className="soft">{t('nothing')}</p>
            ) : (
              <ul style={{ listStyle: 'none', padding: 0 }}>
                {todos.map(({ key, text, to, by, zone }) => (
                  <li key={key} className="row apart" style={{ padding: '7px 0', borderBottom: '1px solid var(--line)' }}>
                    <Link to={to}>{text}</Link>
                    {by !== null && (
                      <span className="row soft small">
                        <When at={by} zone={zone} /> <Until at={by} />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
          {seesAll(me) && <Chain />}
        </div>
        <section className="card">
          <h2>{t('since')}</h2>
          <Ask of={notices}>
            {({ items }) => {
              const fresh = items.filter(({ createdAt, readAt }) => readAt === null || createdAt > last).slice(0, 12);
              return (
                <div className="stack">
                  {fresh.length === 0 && <p className="soft">{t('quiet')}</p>}
                  {fresh.map(({ id, subject, createdAt }) => (
                    <div key={id}>
                      <div>{subject}</div>
                      <span className="soft small">
                        <When at={createdAt} />
                      </span>
                    </div>
                  ))}
                  <Link to="/notices">{t('allNotices')}</Link>
                </div>
              );
            }}
          </Ask>
        </section>
      </div>
    </Page>
  );
}
