import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { answered, api, type Answer } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useAllPages } from '../ui/list/all-pages.js';
import { List } from '../ui/list/list.js';
import type { Column } from '../ui/list/rows.js';
import { useNamed } from '../ui/named.js';
import { Page } from '../ui/page.js';
import { State, useStateName } from '../ui/state.js';
import { When } from '../ui/when.js';
import { Calendar } from './calendar.js';
import { usePublicWords } from './words.js';

type Call = Answer<'/api/calls/{call}'>;

export default function Calls() {
  const [t, named, stateName] = [usePublicWords(), useNamed(), useStateName()];
  const calls = useAllPages<Call>(['get', '/api/calls', 'all'], async (after) => answered(await api.GET('/api/calls', { params: { query: { limit: 500, ...(after !== undefined && { after }) } } })));
  const columns = useMemo(
    (): Column<Call>[] => [
      { key: 'name', title: t('call'), width: 'minmax(220px, 2fr)', value: ({ name }) => named(name), show: ({ id, name }) => <Link to={`/calls/${id}`}>{named(name)}</Link> },
      { key: 'contest', title: t('contest'), width: 'minmax(180px, 2fr)', value: ({ contest }) => `${named(contest.name)} ${contest.edition}`, filter: (value) => value },
      { key: 'state', title: t('state'), width: '130px', value: ({ state }) => state, show: ({ state }) => <State of={state} />, filter: stateName },
      { key: 'closes', title: t('closes'), width: '230px', value: ({ closesAt }) => closesAt, show: ({ closesAt, timeZone }) => <When at={closesAt} zone={timeZone} /> },
      { key: 'results', title: t('results'), width: '110px', value: ({ state }) => (state === 'announced' || state === 'final' || state === 'archived' ? 1 : 0), show: ({ id, state }) => (state === 'announced' || state === 'final' || state === 'archived' ? <Link to={`/calls/${id}/results`}>{t('results')}</Link> : '—') },
    ],
    [t, named, stateName],
  );
  return (
    <Page title={t('calls')}>
      <Ask of={calls}>
        {(rows) => (
          <div className="stack wide">
            <List name={t('calls')} rows={rows} columns={columns} keyOf={({ id }) => id} reading={calls.reading} />
            <Calendar calls={rows} />
          </div>
        )}
      </Ask>
    </Page>
  );
}
