import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { calls as api, type Answer } from '../../api/client.js';
import { Ask, Empty } from '../../ui/ask.js';
import { List } from '../../ui/list/list.js';
import type { Column } from '../../ui/list/rows.js';
import { useOfficeWords } from '../words.js';
import type { Call } from './prolong.js';

type Finding = Answer<'/api/calls/{call}/findings'>['items'][number];

/** Names that would tell judges who is behind an entry; until they are cleared or redacted the file is withheld. */
export default function Names({ call }: { call: Call }) {
  const t = useOfficeWords();
  const findings = api.useQuery('get', '/api/calls/{call}/findings', { params: { path: { call: call.id } } });
  const clear = api.useMutation('post', '/api/entries/{entry}/findings/{finding}/clear');
  const columns = useMemo(
    (): Column<Finding>[] => [
      { key: 'entry', title: t('entry'), width: 'minmax(200px, 2fr)', value: ({ title }) => title, show: ({ entry, title }) => <Link to={`/office/entries/${entry}`}>{title}</Link> },
      { key: 'place', title: t('foundIn'), width: '120px', value: ({ place }) => place, filter: (value) => value },
      { key: 'name', title: t('nameFound'), width: '140px', value: ({ name }) => name },
      { key: 'excerpt', title: t('excerpt'), width: 'minmax(240px, 3fr)', value: ({ excerpt }) => excerpt },
      {
        key: 'clear',
        title: t('clear'),
        width: '130px',
        value: ({ clearedAt }) => (clearedAt === null ? '' : t('cleared')),
        show: ({ entry, id, clearedAt }) =>
          clearedAt === null ? (
            <Button size="small" onClick={() => clear.mutate({ params: { path: { entry, finding: id } } })}>
              {t('clear')}
            </Button>
          ) : (
            <span className="tag good">{t('cleared')}</span>
          ),
      },
    ],
    [t, clear],
  );
  return <Ask of={findings}>{({ items }) => (items.length === 0 ? <Empty text={t('noNames')} /> : <List name={t('names')} rows={items} columns={columns} keyOf={({ id }) => id} />)}</Ask>;
}
