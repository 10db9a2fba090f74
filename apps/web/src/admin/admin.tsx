import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { holds, useMe } from '../api/session.js';
import { Page } from '../ui/page.js';
import { TabLinks } from '../ui/tab-links.js';
import { People } from './people.js';
import { useAdminWords } from './words.js';

const Organisations = lazy(() => import('./organisations.js'));
const Queues = lazy(() => import('./queues.js'));
const Deliveries = lazy(() => import('./deliveries.js'));
const Rules = lazy(() => import('./rules.js'));
const Holidays = lazy(() => import('./holidays.js'));
const Backups = lazy(() => import('./backups.js'));
const Settings = lazy(() => import('./settings.js'));
const NoticeKinds = lazy(() => import('./notices.js'));
const Endpoints = lazy(() => import('./endpoints.js'));
const Audit = lazy(() => import('./audit.js'));

const TABS = ['people', 'organisations', 'rules', 'holidays', 'notices', 'queues', 'deliveries', 'endpoints', 'audit', 'backups', 'settings'] as const;

/** What keeps the installation in order: who may do what, what waits and failed, and what was done. */
export default function Admin() {
  const [t, me] = [useAdminWords(), useMe()];
  const { tab: at = 'people' } = useSearch({ strict: false }) as { tab?: (typeof TABS)[number] };
  const runs = holds(me, 'administrator');
  return (
    <Page title={t('admin')}>
      <TabLinks label={t('admin')} at={at} tabs={TABS.map((key) => ({ key, name: t(key) }))} />
      <Suspense>
        {at === 'people' && <People runs={runs} />}
        {at === 'organisations' && <Organisations runs={runs} />}
        {at === 'rules' && <Rules />}
        {at === 'holidays' && <Holidays runs={runs} />}
        {at === 'notices' && <NoticeKinds />}
        {at === 'queues' && <Queues runs={runs} />}
        {at === 'deliveries' && <Deliveries runs={runs} />}
        {at === 'endpoints' && <Endpoints runs={runs} />}
        {at === 'audit' && <Audit />}
        {at === 'backups' && <Backups runs={runs} />}
        {at === 'settings' && <Settings />}
      </Suspense>
    </Page>
  );
}
