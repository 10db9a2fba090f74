import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { calls as api } from '../api/client.js';
import { useMe } from '../api/session.js';
import { Ask } from '../ui/ask.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { Until, When } from '../ui/when.js';
import { Editor } from './editor.js';
import { HandIn } from './hand-in.js';
import { Standing } from './standing.js';
import { useEntryWords } from './words.js';

const Team = lazy(() => import('./team.js'));
const Preview = lazy(() => import('./preview.js'));
const Feedback = lazy(() => import('./feedback.js'));

/** Everything about one's entry: writing it, the team, handing it in, where it stands, what came of it. */
export default function EntryPage() {
  const [t, id, me, navigate] = [useEntryWords(), useParam('entry'), useMe(), useNavigate()];
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const entry = api.useQuery('get', '/api/entries/{entry}', { params: { path: { entry: id } } });
  const call = api.useQuery('get', '/api/calls/{call}', { params: { path: { call: entry.data?.call ?? '' } } }, { enabled: entry.data !== undefined });
  return (
    <Ask of={entry}>
      {(shown) => {
        const { state, title, project } = shown;
        const writes = (state === 'returned' || ((state === 'draft' || state === 'submitted') && call.data?.state === 'open')) && (me?.grants.some(({ role, scope }) => (role === 'team' || role === 'owner') && scope === project) ?? false);
        const items = [
          { key: 'form', label: t('form'), children: call.data ? <Editor entry={shown} call={call.data} writes={writes} /> : null },
          { key: 'team', label: t('team'), children: <Team project={project} /> },
          { key: 'preview', label: t('preview'), children: <Preview entry={shown} /> },
          { key: 'submit', label: t('submitTab'), children: call.data ? <HandIn entry={shown} call={call.data} writes={writes} /> : null },
          { key: 'standing', label: t('standing'), children: <Standing entry={shown} /> },
          { key: 'feedback', label: t('feedback'), children: <Feedback entry={shown} /> },
        ].map(({ children, ...item }) => ({ ...item, children: <Suspense>{children}</Suspense> }));
        return (
          <Page
            title={title}
            crumbs={[{ to: '/entries', name: t('mine') }]}
            note={
              <span className="row">
                {call.data && `${call.data.contest.name} ${call.data.contest.edition} · ${call.data.name}`} <State of={state} />
                {writes && call.data?.state === 'open' && (
                  <>
                    <When at={call.data.closesAt} zone={call.data.timeZone} /> <Until at={call.data.closesAt} />
                  </>
                )}
              </span>
            }
          >
            <Tabs activeKey={tab ?? (writes ? 'form' : 'standing')} items={items} onChange={(key) => void navigate({ to: '.', search: { tab: key } as never, replace: true })} />
          </Page>
        );
      }}
    </Ask>
  );
}
