import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { calls as api } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { Page } from '../ui/page.js';
import { useParam } from '../ui/param.js';
import { State } from '../ui/state.js';
import { TabLinks } from '../ui/tab-links.js';
import { Milestones } from './milestones.js';
import { Overview } from './overview.js';
import { Reports } from './reports.js';
import { useMyFirms } from './use-firm.js';
import { useFirmWords } from './words.js';

const Money = lazy(() => import('./money.js'));
const Mentors = lazy(() => import('./mentors.js'));
const Problems = lazy(() => import('./problems.js'));
const Qualifications = lazy(() => import('./qualifications.js'));
const Points = lazy(() => import('./points.js'));
const Policies = lazy(() => import('./policies.js'));
const Landing = lazy(() => import('./landing.js'));

const TABS = ['overview', 'reports', 'milestones', 'money', 'mentors', 'problems', 'qualifications', 'points', 'policies', 'landing'] as const;

/** A firm as its own people see it, from its room to its deal with a park. */
export default function Firm() {
  const [t, project, firms] = [useFirmWords(), useParam('project'), useMyFirms()];
  const { tab: at = 'overview' } = useSearch({ strict: false }) as { tab?: (typeof TABS)[number] };
  const found = firms.data?.find((firm) => firm.project === project);
  const incubatee = api.useQuery('get', '/api/incubatees/{incubatee}', { params: { path: { incubatee: found?.id ?? '' } } }, { enabled: found !== undefined });
  if (firms.data !== undefined && found === undefined) return <Page title={t('myFirms')} crumbs={[{ to: '/firms', name: t('myFirms') }]}><Empty text={t('noFirms')} /></Page>;
  return (
    <Ask of={incubatee}>
      {(shown) => (
        <Page
          title={shown.firm ?? ''}
          crumbs={[{ to: '/firms', name: t('myFirms') }]}
          note={
            <span className="row">
              <State of={shown.state} /> {shown.platform?.name}
            </span>
          }
          actions={<Link to={`/projects/${project}`}>{t('history')} →</Link>}
        >
          <TabLinks label={shown.firm ?? ''} at={at} tabs={TABS.map((key) => ({ key, name: t(key) }))} />
          <Suspense>
            {at === 'overview' && <Overview of={shown} />}
            {at === 'reports' && <Reports incubatee={shown.id} />}
            {at === 'milestones' && <Milestones of={shown} />}
            {at === 'money' && <Money of={shown} />}
            {at === 'mentors' && <Mentors of={shown} />}
            {at === 'problems' && <Problems of={shown} />}
            {at === 'qualifications' && <Qualifications project={project} />}
            {at === 'points' && <Points project={project} />}
            {at === 'policies' && <Policies project={project} />}
            {at === 'landing' && <Landing of={shown} />}
          </Suspense>
        </Page>
      )}
    </Ask>
  );
}
