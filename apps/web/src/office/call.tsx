import { Link, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { TabLinks } from '../ui/tab-links.js';
import { useSure } from '../ui/sure.js';
import { Until, When } from '../ui/when.js';
import { Prolong } from './call/prolong.js';
import { useOfficeWords } from './words.js';

const TABS = {
  board: lazy(() => import('./call/overview.js')),
  rules: lazy(() => import('./editor/set-up.js')),
  form: lazy(() => import('./editor/form-builder.js')),
  entries: lazy(() => import('./call/entries.js')),
  near: lazy(() => import('./call/near-duplicates.js')),
  names: lazy(() => import('./call/names.js')),
  judges: lazy(() => import('./call/judges.js')),
  questions: lazy(() => import('./call/questions.js')),
  results: lazy(() => import('./call/results.js')),
  objections: lazy(() => import('./call/objections.js')),
  awards: lazy(() => import('./call/awards.js')),
} as const;

type Tab = keyof typeof TABS;
const NAMES = { board: 'board', rules: 'set', form: 'form', entries: 'entries', near: 'near', names: 'names', judges: 'judges', questions: 'questions', results: 'results', objections: 'objections', awards: 'awards' } as const;

/** A call as the office runs it, from its draft to its awards. */
export default function OfficeCall() {
  const [t, named, id] = [useOfficeWords(), useNamed(), useParam('call')];
  const { tab = 'board' } = useSearch({ strict: false }) as { tab?: Tab };
  const sure = useSure();
  const call = api.useQuery('get', '/api/calls/{call}', { params: { path: { call: id } } });
  const publish = api.useMutation('post', '/api/calls/{call}/publish');
  const Shown = Object.hasOwn(TABS, tab) ? TABS[tab] : TABS.board;
  return (
    <Ask of={call}>
      {(shown) => (
        <Page
          title={named(shown.name)}
          crumbs={[
            { to: '/office', name: t('contests') },
            { to: `/office/contests/${shown.contest.id}`, name: t('editionOf', { name: named(shown.contest.name), n: shown.contest.edition }) },
          ]}
          note={
            <span className="row">
              <State of={shown.state} /> <When at={shown.closesAt} zone={shown.timeZone} /> {shown.state === 'open' && <Until at={shown.closesAt} />}
            </span>
          }
          actions={
            <>
              <Link to={`/calls/${id}`}>{t('publicPage')}</Link>
              {shown.state === 'open' && <Prolong call={shown} />}
              {shown.state === 'draft' && (
                <Button type="primary" onClick={() => sure(t('publish'), t('publishSure'), () => publish.mutateAsync({ params: { path: { call: id } } }))}>
                  {t('publish')}
                </Button>
              )}
            </>
          }
        >
          <TabLinks label={named(shown.name)} at={tab} tabs={(Object.keys(TABS) as Tab[]).map((key) => ({ key, name: t(NAMES[key]) }))} />
          <Suspense>
            <Shown call={shown} />
          </Suspense>
        </Page>
      )}
    </Ask>
  );
}
