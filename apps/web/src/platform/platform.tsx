import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { calls as api } from '../api/client.js';
import { runs, useMe } from '../api/session.js';
import { seesAll } from '../shell/pages.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Page } from '../ui/page.js';
import { useParam } from '../ui/param.js';
import { State } from '../ui/state.js';
import { TabLinks } from '../ui/tab-links.js';
import { Firms } from './firms.js';
import { usePlatformWords } from './words.js';

const Attention = lazy(() => import('./attention.js'));
const Space = lazy(() => import('./space.js'));
const ReportsIn = lazy(() => import('./reports-in.js'));
const Graduation = lazy(() => import('./graduation.js'));
const Intakes = lazy(() => import('./intakes.js'));
const Mentors = lazy(() => import('./mentors.js'));
const Standing = lazy(() => import('./standing.js'));

const INSIDE = ['board', 'attention', 'reports', 'graduation', 'space', 'intakes', 'mentors', 'standing'] as const;

/** A platform as its manager runs it. */
export default function Platform() {
  const [t, code, id, me] = [usePlatformWords(), useCodeName(), useParam('platform'), useMe()];
  const { tab: at = 'board' } = useSearch({ strict: false }) as { tab?: (typeof INSIDE)[number] };
  const ownRuns = runs(me, 'platform-manager', id);
  const inside = ownRuns || seesAll(me);
  const platform = api.useQuery('get', '/api/platforms/{platform}', { params: { path: { platform: id } } });
  return (
    <Ask of={platform}>
      {(shown) => (
        <Page
          title={shown.name}
          crumbs={[{ to: '/platforms', name: t('platforms') }]}
          note={
            <span className="row">
              <State of={shown.state} kind="platform" /> {code(shown.kind)} · {code(shown.level)}
            </span>
          }
        >
          {inside ? (
            <>
              <TabLinks label={shown.name} at={at} tabs={INSIDE.map((key) => ({ key, name: t(key) }))} />
              <Suspense>
                {at === 'board' && <Firms platform={id} />}
                {at === 'attention' && <Attention platform={id} />}
                {at === 'space' && <Space platform={id} runs={ownRuns} />}
                {at === 'reports' && <ReportsIn platform={id} />}
                {at === 'graduation' && <Graduation platform={id} runs={ownRuns} />}
                {at === 'intakes' && <Intakes platform={id} runs={ownRuns} />}
                {at === 'mentors' && <Mentors platform={id} runs={ownRuns} />}
                {at === 'standing' && <Standing of={shown} />}
              </Suspense>
            </>
          ) : (
            <p className="soft">{shown.address ?? shown.operator}</p>
          )}
        </Page>
      )}
    </Ask>
  );
}
