import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { answered, api, type Answer } from '../../api/client.js';
import { Ask } from '../../ui/ask.js';
import { useAllPages } from '../../ui/list/all-pages.js';
import { List } from '../../ui/list/list.js';
import type { Column } from '../../ui/list/rows.js';
import { State, useStateName } from '../../ui/state.js';
import { When } from '../../ui/when.js';
import { useOfficeWords } from '../words.js';
import { Import } from './import.js';
import type { Call } from './prolong.js';

type Entry = Answer<'/api/entries'>['items'][number];

/** All entries of a call. */
export default function Entries({ call }: { call: Call }) {
  const [t, stateName] = [useOfficeWords(), useStateName()];
  const entries = useAllPages<Entry>(['get', '/api/entries', call.id], async (after) => answered(await api.GET('/api/entries', { params: { query: { call: call.id, limit: 1000, ...(after !== undefined && { after }) } } })));
  const columns = useMemo(
    (): Column<Entry>[] => [
      { key: 'title', title: t('entry'), width: 'minmax(260px, 3fr)', value: ({ title }) => title, show: ({ id, title }) => <Link to={`/office/entries/${id}`}>{title}</Link> },
      { key: 'organisation', title: t('organisation'), width: 'minmax(160px, 2fr)', value: ({ organisation }) => organisation },
      { key: 'field', title: t('field'), width: 'minmax(110px, 1fr)', value: ({ field }) => field, filter: (value) => value },
      { key: 'state', title: t('state'), width: '130px', value: ({ state }) => state, show: ({ state }) => <State of={state} />, filter: stateName },
      { key: 'at', title: t('at'), width: '230px', value: ({ submittedAt }) => submittedAt, show: ({ submittedAt, late }) => <><When at={submittedAt} zone={call.timeZone} /> {late && <span className="tag warn">{t('late')}</span>}</> },
    ],
    [t, stateName, call.timeZone],
  );
  return (
    <Ask of={entries} rows={10}>
      {(rows) => (
        <List
          name={t('entries')}
          rows={rows}
          columns={columns}
          keyOf={({ id }) => id}
          reading={entries.reading}
          tools={
            <>
              <Button href={`/api/calls/${call.id}/export/entries?format=xlsx`} download>{t('exportXlsx')}</Button>
              <Import to={`/api/calls/${call.id}/entries/import`} />
            </>
          }
        />
      )}
    </Ask>
  );
}
