import { Link, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { answered, api, calls as hooks, type Answer } from '../api/client.js';
import { useLanguage } from '../words.js';
import { Ask } from '../ui/ask.js';
import { useAllPages } from '../ui/list/all-pages.js';
import { List } from '../ui/list/list.js';
import type { Column } from '../ui/list/rows.js';
import { Page } from '../ui/page.js';
import { usePublicWords } from './words.js';

type Project = Answer<'/api/projects'>['items'][number];

/** The projects behind a figure of the chain, or all that one may see. */
export default function Projects() {
  const [t, language] = [usePublicWords(), useLanguage()];
  const { reached } = useSearch({ strict: false }) as { reached?: string };
  const funnel = hooks.useQuery('get', '/api/funnel');
  const stage = funnel.data?.find(({ event }) => event === reached);
  const projects = useAllPages<Project>(['get', '/api/projects', reached ?? ''], async (after) => answered(await api.GET('/api/projects', { params: { query: { limit: 500, ...(reached !== undefined && { reached }), ...(after !== undefined && { after }) } } })));
  const columns = useMemo(
    (): Column<Project>[] => [
      { key: 'title', title: t('project'), width: 'minmax(240px, 2fr)', value: ({ title }) => title, show: ({ id, title }) => <Link to={`/projects/${id}`}>{title}</Link> },
      { key: 'firm', title: t('firm'), width: 'minmax(160px, 1fr)', value: ({ firm }) => firm },
    ],
    [t],
  );
  return (
    <Page title={stage ? `${t('projects')}: ${stage[language]}` : t('projects')}>
      <Ask of={projects}>{(rows) => <List name={t('projects')} rows={rows} columns={columns} keyOf={({ id }) => id} reading={projects.reading} />}</Ask>
    </Page>
  );
}
