import { Link } from '@tanstack/react-router';
import { calls as api, type Shown } from '../api/client.js';
import { useMe } from '../api/session.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { useMoneyWords } from './words.js';

/** Loans that one may see; a bank's officer answers them, pays them out and enters what comes back. */
export function Loans() {
  const [t, money] = [useMoneyWords(), useMoney()];
  const banks = new Set(useMe()?.grants.filter(({ role }) => role === 'bank-officer').map(({ scope }) => scope));
  const loans = api.useQuery('get', '/api/credit/loans', { params: { query: { limit: 1000 } } });
  return (
    <Ask of={loans}>
      {({ items }) => (
        <Table
          title={t('loans')}
          rows={items}
          keyOf={({ id }) => id}
          empty={t('nothing')}
          columns={[
            { title: t('firm'), show: ({ project, firm }) => <Link to={`/projects/${project}`}>{firm}</Link> },
            { title: t('bank'), show: ({ bank }) => bank.name },
            { title: t('grade'), show: ({ grade }) => grade },
            { title: t('appliedOn'), show: ({ appliedOn }) => appliedOn },
            { title: t('asked'), number: true, show: ({ asked }) => money(asked) },
            { title: t('granted'), number: true, show: ({ granted }) => money(granted) },
            { title: t('owed'), number: true, show: ({ owed }) => money(owed) },
            { title: t('state'), show: ({ state }) => <State of={state} kind="loan" /> },
            { title: t('accept'), show: ({ id, state, bank, asked }) => (banks.has(bank.id) ? <Answering loan={id} state={state} asked={asked} /> : '—') },
          ]}
        />
      )}
    </Ask>
  );
}

function Answering({ loan, state, asked }: { loan: string; state: string; asked: number }) {
  const t = useMoneyWords();
  const path = { params: { path: { loan } } };
  const accept = api.useMutation('post', '/api/credit/loans/{loan}/accept');
  const refuse = api.useMutation('post', '/api/credit/loans/{loan}/refuse');
  const draw = api.useMutation('post', '/api/credit/loans/{loan}/draw');
  const repay = api.useMutation('post', '/api/credit/loans/{loan}/repayments');
  if (state === 'applied')
    return (
      <span className="row">
        <Act<Shown['AcceptLoan']>
          name={t('accept')}
          size="small"
          type="primary"
          initial={{ granted: asked, months: 12 }}
          fields={[
            { key: 'granted', label: t('granted'), as: 'yuan', least: 0 },
            { key: 'rate', label: t('rate'), as: 'decimal', least: 0 },
            { key: 'months', label: t('months'), as: 'count', least: 1 },
          ]}
          send={(body) => accept.mutateAsync({ ...path, body })}
        />
        <Act<Shown['RefuseLoan']> name={t('refuse')} size="small" fields={[{ key: 'reason', label: t('reason'), as: 'long' }]} send={(body) => refuse.mutateAsync({ ...path, body })} />
      </span>
    );
  if (state === 'accepted') return <Act<Pick<Shown['DrawLoan'], 'on'>> name={t('draw')} size="small" fields={[{ key: 'on', label: t('on'), as: 'day' }]} send={(body) => draw.mutateAsync({ ...path, body: { ...body, way: 'equal-principal' } })} />;
  if (state === 'drawn' || state === 'overdue')
    return (
      <Act<Shown['RepayLoan']>
        name={t('repay')}
        size="small"
        fields={[
          { key: 'on', label: t('on'), as: 'day' },
          { key: 'principal', label: t('principal'), as: 'yuan', least: 0 },
          { key: 'interest', label: t('interest'), as: 'yuan', least: 0 },
          { key: 'reference', label: t('reference'), as: 'text' },
        ]}
        send={(body) => repay.mutateAsync({ ...path, body })}
      />
    );
  return <>—</>;
}
