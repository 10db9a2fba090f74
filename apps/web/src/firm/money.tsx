import { calls as api, type Shown as Bodies } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { Credit } from './credit.js';
import type { Shown } from './overview.js';
import { Subsidies } from './subsidies.js';
import { useFirmWords } from './words.js';

const MANY = { params: { query: { limit: 1000 } } } as const;

/** All money that concerns a firm: funds, loans, grants, subsidies. */
export default function Money({ of: { project } }: { of: Shown }) {
  return (
    <div className="stack wide">
      <Investments project={project} />
      <Credit project={project} />
      <Grants project={project} />
      <Subsidies project={project} />
    </div>
  );
}

function Investments({ project }: { project: string }) {
  const [t, money] = [useFirmWords(), useMoney()];
  const holdings = api.useQuery('get', '/api/holdings', MANY);
  const proposals = api.useQuery('get', '/api/fund-proposals', MANY);
  const funds = api.useQuery('get', '/api/funds', MANY);
  const propose = api.useMutation('post', '/api/funds/{fund}/proposals');
  const mine = holdings.data?.items.filter((one) => one.project === project) ?? [];
  return (
    <>
      <Ask of={proposals}>
        {({ items }) => (
          <Table
            title={t('investments')}
            rows={items.filter((one) => one.project === project)}
            keyOf={({ id }) => id}
            empty={t('nothing')}
            actions={
              <Act<Bodies['ProposeToFund'] & { fund: string }>
                name={t('askFund')}
                fields={[
                  { key: 'fund', label: t('fund'), as: { one: funds.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [] } },
                  { key: 'title', label: t('title'), as: 'text' },
                  { key: 'asked', label: t('asked'), as: 'yuan', least: 0 },
                  { key: 'plan', label: t('plan'), as: 'long' },
                ]}
                send={({ fund, ...body }) => propose.mutateAsync({ params: { path: { fund } }, body: { ...body, project } })}
              />
            }
            columns={[
              { title: t('title'), show: ({ title }) => title },
              { title: t('asked'), number: true, show: ({ asked }) => money(asked) },
              { title: t('state'), show: ({ state }) => <State of={state} kind="fund-proposal" /> },
              { title: t('reason'), show: ({ reason }) => reason ?? '—' },
            ]}
          />
        )}
      </Ask>
      {mine.map(({ id }) => (
        <Holding key={id} id={id} />
      ))}
    </>
  );
}

function Holding({ id }: { id: string }) {
  const [t, money, code] = [useFirmWords(), useMoney(), useCodeName()];
  const holding = api.useQuery('get', '/api/holdings/{holding}', { params: { path: { holding: id } } });
  return (
    <Ask of={holding}>
      {({ tranches, fund, terms, signedOn }) => (
        <Table
          title={`${fund.name} · ${code(terms.instrument)} ${money(terms.amount)} · ${signedOn}`}
          rows={tranches}
          keyOf={(tranche) => tranche.id}
          empty={t('nothing')}
          columns={[
            { title: t('tranches'), show: ({ number }) => number },
            { title: t('amount'), number: true, show: ({ amount }) => money(amount) },
            { title: t('upon'), show: ({ upon }) => upon },
            { title: t('state'), show: ({ state, paidOn }) => (paidOn === null ? <State of={state} /> : <>{paidOn}</>) },
          ]}
        />
      )}
    </Ask>
  );
}

function Grants({ project }: { project: string }) {
  const [t, money] = [useFirmWords(), useMoney()];
  const grants = api.useQuery('get', '/api/grants', MANY);
  return (
    <Ask of={grants}>
      {({ items }) => (
        <Table
          title={t('grants')}
          rows={items.filter((one) => one.project === project)}
          keyOf={({ id }) => id}
          empty={t('nothing')}
          columns={[
            { title: t('title'), show: ({ title }) => title },
            { title: t('asked'), number: true, show: ({ asked }) => money(asked) },
            { title: t('granted'), number: true, show: ({ approved }) => money(approved) },
            { title: t('until'), show: ({ endsOn }) => endsOn },
            { title: t('state'), show: ({ state }) => <State of={state} kind="grant" /> },
          ]}
        />
      )}
    </Ask>
  );
}
