import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { calls as api, type Answer } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { Figures } from '../ui/figures.js';
import { List } from '../ui/list/list.js';
import type { Column } from '../ui/list/rows.js';
import { Page } from '../ui/page.js';
import { useMoney } from '../ui/quantity.js';
import { useDistrictWords } from './words.js';

type Project = Answer<'/api/report/costs'>['projects'][number];

/** What public money came to, project by project. */
export default function Costs() {
  const [t, money] = [useDistrictWords(), useMoney()];
  const costs = api.useQuery('get', '/api/report/costs', { params: { query: {} } });
  const columns = useMemo(
    (): Column<Project>[] => [
      { key: 'title', title: t('projects'), width: 'minmax(180px, 2fr)', value: ({ title }) => title, show: ({ project, title }) => <Link to={`/projects/${project}`}>{title}</Link> },
      { key: 'firm', title: t('firm'), width: 'minmax(140px, 1fr)', value: ({ firm }) => firm },
      { key: 'money', title: t('money'), width: '150px', number: true, value: (row) => row.money, show: (row) => money(row.money) },
      { key: 'jobs', title: t('jobs'), width: '100px', number: true, value: ({ jobs }) => jobs },
      { key: 'tax', title: t('tax'), width: '150px', number: true, value: ({ tax }) => tax, show: ({ tax }) => money(tax) },
    ],
    [t, money],
  );
  return (
    <Page title={t('costs')} note={t('costsText')} crumbs={[{ to: '/office/report', name: t('chain') }]}>
      <Ask of={costs}>
        {(all) => (
          <div className="stack wide">
            <Figures of={([['money', money(all.money)], ['jobs', String(all.jobs)], ['tax', money(all.tax)], ['perJob', money(all.perJob)], ['perTax', all.perTax === null ? '—' : `¥ ${all.perTax}`]] as const).map(([name, value]) => [t(name), value])} />
            <List name={t('costs')} rows={all.projects} columns={columns} keyOf={({ project }) => project} />
          </div>
        )}
      </Ask>
    </Page>
  );
}
