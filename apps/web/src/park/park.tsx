import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { calls as api } from '../api/client.js';
import { runs, useMe } from '../api/session.js';
import { seesAll } from '../shell/pages.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Page } from '../ui/page.js';
import { useParam } from '../ui/param.js';
import { TabLinks } from '../ui/tab-links.js';
import { Sites } from './sites.js';
import { useParkWords } from './words.js';

const About = lazy(() => import('./about.js'));
const Deals = lazy(() => import('./deals.js'));
const Commitments = lazy(() => import('./commitments.js'));
const Plan = lazy(() => import('./plan.js'));
const Chased = lazy(() => import('./chased.js'));

const PUBLIC = ['sites', 'about'] as const;
const INSIDE = ['sites', 'deals', 'chased', 'commitments', 'chart', 'about'] as const;

/** A park: its sites for anyone; its deals and what they promised for those who run it. */
export default function Park() {
  const [t, code, id, me] = [useParkWords(), useCodeName(), useParam('park'), useMe()];
  const { tab: at = 'sites' } = useSearch({ strict: false }) as { tab?: (typeof INSIDE)[number] };
  const keeps = runs(me, 'park-manager', id);
  const inside = keeps || seesAll(me);
  const park = api.useQuery('get', '/api/parks/{park}', { params: { path: { park: id } } });
  return (
    <Ask of={park}>
      {(shown) => (
        <Page
          title={shown.name}
          crumbs={[{ to: '/parks', name: t('parks') }]}
          note={
            <>
              {code(shown.kind)} · {code(shown.level)} {shown.partner !== null && ` · ${t('partner')}: ${shown.partner}`}
            </>
          }
        >
          <TabLinks label={shown.name} at={at} tabs={(inside ? INSIDE : PUBLIC).map((key) => ({ key, name: t(key) }))} />
          <Suspense>
            {at === 'sites' && <Sites park={id} runs={keeps} />}
            {at === 'about' && <About of={shown} />}
            {inside && at === 'deals' && <Deals park={id} />}
            {inside && at === 'chased' && <Chased park={id} />}
            {inside && at === 'commitments' && <Commitments park={id} />}
            {inside && at === 'chart' && <Plan park={id} />}
          </Suspense>
        </Page>
      )}
    </Ask>
  );
}
