import { calls as api, type Shown as Bodies } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { useFirmWords } from './words.js';

const MANY = { params: { query: { limit: 1000 } } } as const;

/** Subsidies that a firm has claimed, and what it may claim. */
export function Subsidies({ project }: { project: string }) {
  const [t, money] = [useFirmWords(), useMoney()];
  const claims = api.useQuery('get', '/api/subsidy-claims', MANY);
  const subsidies = api.useQuery('get', '/api/subsidies', MANY);
  const claim = api.useMutation('post', '/api/subsidies/{subsidy}/claims');
  return (
    <Ask of={claims}>
      {({ items }) => (
        <Table
          title={t('subsidies')}
          rows={items.filter((one) => one.project === project)}
          keyOf={({ id }) => id}
          empty={t('nothing')}
          actions={
            <Act<Bodies['ClaimSubsidy'] & { subsidy: string }>
              name={t('claim')}
              note={t('periodHelp')}
              fields={[
                { key: 'subsidy', label: t('subsidy'), as: { one: subsidies.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [] } },
                { key: 'quarter', label: t('quarter'), as: 'text', optional: true },
                { key: 'year', label: t('year'), as: 'text', optional: true },
                { key: 'certificate', label: t('certificateNo'), as: 'text', optional: true },
              ]}
              send={({ subsidy, ...body }) => claim.mutateAsync({ params: { path: { subsidy } }, body: { ...body, project } })}
            />
          }
          columns={[
            { title: t('subsidy'), show: ({ subsidy }) => subsidy.name },
            { title: t('ground'), show: ({ ground }) => ground },
            { title: t('amount'), number: true, show: ({ amount }) => money(amount) },
            { title: t('state'), show: ({ state, paidOn }) => (paidOn === null ? <State of={state} /> : <>{paidOn}</>) },
            { title: t('reason'), show: ({ reason }) => reason ?? '—' },
          ]}
        />
      )}
    </Ask>
  );
}
