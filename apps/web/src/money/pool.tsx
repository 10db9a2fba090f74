import { calls as api, type Answer } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { Figures } from '../ui/figures.js';
import { Page } from '../ui/page.js';
import { useParam } from '../ui/param.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { Books } from './books.js';
import { Loans } from './loans.js';
import { useMoneyWords } from './words.js';

type Totals = Answer<'/api/credit/pools/{pool}/totals'>;

/** A pool that stands for loans: what it has room for, its banks, what became of the loans. */
export default function PoolPage() {
  const [t, money, id] = [useMoneyWords(), useMoney(), useParam('pool')];
  const path = { params: { path: { pool: id } } };
  const pool = api.useQuery('get', '/api/credit/pools/{pool}', path);
  const totals = api.useQuery('get', '/api/credit/pools/{pool}/totals', path);
  return (
    <Ask of={pool}>
      {(of) => (
        <Page
          title={of.name}
          crumbs={[{ to: '/money', name: t('money') }]}
          note={of.day}
          actions={
            <a href={`/api/credit/pools/${id}/totals.table?format=xlsx`} download>
              {t('table')}
            </a>
          }
        >
          <div className="stack wide">
            <Figures of={(['cash', 'room', 'reserved', 'used'] as const).map((name) => [t(name), money(of[name])])} />
            <Table
              title={t('banks')}
              rows={of.banks}
              keyOf={(bank) => bank.id}
              empty={t('nothing')}
              columns={[
                { title: t('bank'), show: ({ name }) => name },
                { title: t('lent'), number: true, show: ({ lent }) => money(lent) },
                { title: t('lost'), number: true, show: ({ lost }) => money(lost) },
                { title: t('loss'), number: true, show: ({ loss }) => `${loss} %` },
                { title: t('state'), show: ({ state }) => <State of={state} /> },
              ]}
            />
            <Ask of={totals}>{(all) => <TotalsShown of={all} />}</Ask>
            <Loans />
            <Books owner={id} />
          </div>
        </Page>
      )}
    </Ask>
  );
}

function TotalsShown({ of }: { of: Totals }) {
  const [t, money] = [useMoneyWords(), useMoney()];
  const said = ({ amount, loans }: Totals['all']['lent']) => t('loansOf', { amount: money(amount), loans });
  return (['byBank', 'byGrade', 'byYear'] as const).map((by) => (
    <Table
      key={by}
      title={t(by)}
      rows={of[by]}
      keyOf={({ value }) => value}
      empty={t('nothing')}
      columns={[
        { title: t('group'), show: (row) => ('name' in row ? String(row.name) : row.value) },
        { title: t('asked'), number: true, show: ({ asked }) => said(asked) },
        { title: t('accepted'), number: true, show: ({ accepted }) => said(accepted) },
        { title: t('lent'), number: true, show: ({ lent }) => said(lent) },
        { title: t('owed'), number: true, show: ({ owed }) => money(owed) },
        { title: t('overdue'), number: true, show: ({ overdue }) => said(overdue) },
        { title: t('poolBears'), number: true, show: ({ poolBears }) => money(poolBears) },
      ]}
    />
  ));
}
