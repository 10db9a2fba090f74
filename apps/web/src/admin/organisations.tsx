import { calls as api, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { Table } from '../ui/table.js';
import { useAdminWords } from './words.js';

/** The organisations that people belong to. */
export default function Organisations({ runs }: { runs: boolean }) {
  const t = useAdminWords();
  const organisations = api.useQuery('get', '/api/organisations', { params: { query: { limit: 1000 } } });
  const enter = api.useMutation('post', '/api/organisations');
  return (
    <Ask of={organisations}>
      {({ items }) => (
        <Table
          title={t('organisations')}
          rows={items}
          keyOf={({ id }) => id}
          empty={t('nothing')}
          actions={
            runs && (
              <Act<Shown['EnterOrganisation']>
                name={t('enter')}
                type="primary"
                fields={[
                  { key: 'name', label: t('orgName'), as: 'text' },
                  { key: 'creditCode', label: t('creditCode'), as: 'text', optional: true, most: 18 },
                  { key: 'parent', label: t('parent'), as: { one: items.map(({ id, name }) => ({ value: id, label: name })) }, optional: true },
                ]}
                send={(body) => enter.mutateAsync({ body })}
              />
            )
          }
          columns={[
            { title: t('orgName'), show: ({ name }) => name },
            { title: t('creditCode'), show: ({ creditCode }) => creditCode ?? '—' },
            { title: t('parent'), show: ({ parent }) => items.find(({ id }) => id === parent)?.name ?? '—' },
          ]}
        />
      )}
    </Ask>
  );
}
