import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { answered, api, calls as hooks, type Answer } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Ask, Empty } from '../ui/ask.js';
import { useAllPages } from '../ui/list/all-pages.js';
import { Page } from '../ui/page.js';
import { useStateName } from '../ui/state.js';
import { TabLinks } from '../ui/tab-links.js';
import { When } from '../ui/when.js';
import { useStartWords } from './words.js';

const Wishes = lazy(() => import('./wishes.js'));

type Notice = Answer<'/api/notifications'>['items'][number];

export default function Notices() {
  const [t, stateName] = [useStartWords(), useStateName()];
  const { tab = 'inbox' } = useSearch({ strict: false }) as { tab?: 'inbox' | 'wishes' };
  const notices = useAllPages<Notice>(['get', '/api/notifications', 'all'], async (after) => answered(await api.GET('/api/notifications', { params: { query: { limit: 200, ...(after !== undefined && { after }) } } })));
  const read = hooks.useMutation('post', '/api/notifications/{notification}/read');
  const unread = notices.data?.filter(({ readAt }) => readAt === null) ?? [];
  const readAll = async () => {
    for (const { id } of unread) await api.POST('/api/notifications/{notification}/read', { params: { path: { notification: id } } });
    await queries.invalidateQueries();
  };
  return (
    <Page title={t('notices')} actions={unread.length > 0 && <Button onClick={() => void readAll()}>{t('markAll')}</Button>}>
      <TabLinks label={t('notices')} at={tab} tabs={(['inbox', 'wishes'] as const).map((key) => ({ key, name: t(key) }))} />
      {tab === 'wishes' ? (
        <Suspense>
          <Wishes />
        </Suspense>
      ) : (
      <Ask of={notices}>
        {(items) =>
          items.length === 0 ? (
            <Empty text={t('noNotices')} />
          ) : (
            <div className="stack">
              {items.map((notice) => (
                <article key={notice.id} className="card" style={{ borderLeft: notice.readAt === null ? '3px solid var(--accent)' : undefined }} onClick={() => notice.readAt === null && read.mutate({ params: { path: { notification: notice.id } } })}>
                  <div className="row apart">
                    <h2>
                      {notice.subject} {notice.readAt === null && <span className="tag on">{t('unread')}</span>}
                    </h2>
                    <span className="soft small">
                      <When at={notice.createdAt} /> {notice.mail !== null && `· ${t('mailed', { state: stateName(notice.mail) })}`}
                    </span>
                  </div>
                  <p className="prose">
                    <WithLinks text={notice.text} />
                  </p>
                </article>
              ))}
            </div>
          )
        }
      </Ask>
      )}
    </Page>
  );
}

/** Addresses in a text as links; those of this service lead to its pages. */
function WithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s，。；）]+)/).map((part, n) => (n % 2 === 0 ? part : <a key={n} href={part.startsWith(window.location.origin) ? part.slice(window.location.origin.length) : part}>{part}</a>));
}
