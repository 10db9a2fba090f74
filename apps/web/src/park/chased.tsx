import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Table } from '../ui/table.js';
import { useParkWords } from './words.js';

/** Deals that someone has to chase: behind their plan, or longer at a step than is usual. */
export default function Chased({ park }: { park: string }) {
  const [t, code] = [useParkWords(), useCodeName()];
  const chased = api.useQuery('get', '/api/deals/chased', { params: { query: { park } } });
  return (
    <Ask of={chased}>
      {({ lists }) =>
        lists.every(({ items }) => items.length === 0) ? (
          <Empty text={t('nothing')} />
        ) : (
          <div className="stack wide">
            {lists
              .filter(({ items }) => items.length > 0)
              .map(({ list, items }) => (
                <Table
                  key={list}
                  title={code(list)}
                  rows={items}
                  keyOf={({ deal, step }) => deal + step}
                  empty={t('nothing')}
                  columns={[
                    { title: t('firm'), show: ({ deal, firm }) => <Link to={`/deals/${deal}`}>{firm}</Link> },
                    { title: t('step'), show: ({ step }) => code(step) },
                    { title: t('since'), show: ({ since }) => since },
                    { title: t('days'), number: true, show: ({ days }) => days },
                    { title: t('usual'), number: true, show: ({ usual }) => usual },
                  ]}
                />
              ))}
          </div>
        )
      }
    </Ask>
  );
}
