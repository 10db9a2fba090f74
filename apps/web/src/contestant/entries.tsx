import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { answered, api, type Answer } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { useAllPages } from '../ui/list/all-pages.js';
import { List } from '../ui/list/list.js';
import type { Column } from '../ui/list/rows.js';
import { useNamed } from '../ui/named.js';
import { Page } from '../ui/page.js';
import { State, useStateName } from '../ui/state.js';
import { When } from '../ui/when.js';
import { useEntryWords } from './words.js';

type Entry = Answer<'/api/entries'>['items'][number];

export default function Entries() {
  const [t, named, stateName] = [useEntryWords(), useNamed(), useStateName()];
  const entries = useAllPages<Entry>(['get', '/api/entries', 'mine'], async (after) => answered(await api.GET('/api/entries', { params: { query: { limit: 200, ...(after !== undefined && { after }) } } })));
  const columns = useMemo(
    (): Column<Entry>[] => [
      { key: 'title', title: t('title'), width: 'minmax(240px, 3fr)', value: ({ title }) => title, show: ({ id, title }) => <Link to={`/entries/${id}`}>{title}</Link> },
      { key: 'call', title: t('call'), width: 'minmax(180px, 2fr)', value: ({ callName }) => named(callName), filter: (value) => value },
      { key: 'state', title: t('state'), width: '130px', value: ({ state }) => state, show: ({ state }) => <State of={state} />, filter: stateName },
      { key: 'at', title: t('handedIn'), width: '230px', value: ({ submittedAt }) => submittedAt, show: ({ submittedAt, late }) => <><When at={submittedAt} /> {late && <span className="tag warn">{t('late')}</span>}</> },
    ],
    [t, named, stateName],
  );
  return (
    <Page title={t('mine')}>
      <Ask of={entries}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty text={t('none')}>
              <Link to="/calls" search={{ 'f.state': 'open' } as never}>
                {t('findCall')}
              </Link>
            </Empty>
          ) : (
            <List name={t('mine')} rows={rows} columns={columns} keyOf={({ id }) => id} reading={entries.reading} />
          )
        }
      </Ask>
    </Page>
  );
}
