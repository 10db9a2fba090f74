import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { calls as api } from '../api/client.js';
import { projectsOf, useMe } from '../api/session.js';
import { Ask } from '../ui/ask.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { TabLinks } from '../ui/tab-links.js';
import { State } from '../ui/state.js';
import { Until, When } from '../ui/when.js';
import { Editor } from './editor.js';
import { HandIn } from './hand-in.js';
import { Standing } from './standing.js';
import { useEntryWords } from './words.js';

const Team = lazy(() => import('./team.js'));
const Preview = lazy(() => import('./preview.js'));
const Feedback = lazy(() => import('./feedback.js'));

const TABS = { form: 'form', team: 'team', preview: 'preview', submit: 'submitTab', standing: 'standing', feedback: 'feedback' } as const;

/** Everything about one's entry: writing it, the team, handing it in, where it stands, what came of it. */
export default function EntryPage() {
  const [t, named, id, me] = [useEntryWords(), useNamed(), useParam('entry'), useMe()];
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const entry = api.useQuery('get', '/api/entries/{entry}', { params: { path: { entry: id } } });
  const call = api.useQuery('get', '/api/calls/{call}', { params: { path: { call: entry.data?.call ?? '' } } }, { enabled: entry.data !== undefined });
  return (
    <Ask of={entry}>
      {(shown) => {
        const { state, title, project } = shown;
        const writes = (state === 'returned' || ((state === 'draft' || state === 'submitted') && call.data?.state === 'open')) && projectsOf(me).has(project);
        const at = tab ?? (writes ? 'form' : 'standing');
        return (
          <Page
            title={title}
            crumbs={[{ to: '/entries', name: t('mine') }]}
            note={
              <span className="row">
                {call.data && `${named(call.data.contest.name)} ${call.data.contest.edition} · ${named(call.data.name)}`} <State of={state} />
                {writes && call.data?.state === 'open' && (
                  <>
                    <When at={call.data.closesAt} zone={call.data.timeZone} /> <Until at={call.data.closesAt} />
                  </>
                )}
              </span>
            }
          >
            <TabLinks label={title} at={at} tabs={(Object.keys(TABS) as (keyof typeof TABS)[]).map((key) => ({ key, name: t(TABS[key]) }))} />
            <Suspense>
              {at === 'form' && call.data && <Editor entry={shown} call={call.data} writes={writes} />}
              {at === 'team' && <Team project={project} />}
              {at === 'preview' && <Preview entry={shown} />}
              {at === 'submit' && call.data && <HandIn entry={shown} call={call.data} writes={writes} />}
              {at === 'standing' && <Standing entry={shown} />}
              {at === 'feedback' && <Feedback entry={shown} />}
            </Suspense>
          </Page>
        );
      }}
    </Ask>
  );
}
