import { Link } from '@tanstack/react-router';
import { calls as api, type Answer } from '../api/client.js';
import { runs, useMe } from '../api/session.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Figures } from '../ui/figures.js';
import { Page } from '../ui/page.js';
import { useParam } from '../ui/param.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { Books } from './books.js';
import { Proposals } from './proposals.js';
import { useMoneyWords } from './words.js';

type Fund = Answer<'/api/funds/{fund}'>;

const FIGURES = ['pledged', 'paidIn', 'cash', 'promised', 'left', 'invested', 'worth', 'returned', 'netAssets', 'realised', 'lost'] as const;
const MULTIPLES = ['dpi', 'rvpi', 'tvpi', 'moic'] as const;

/** A seed fund's book: what it has, what it holds, what it is asked for. */
export default function FundPage() {
  const [t, money, id, me] = [useMoneyWords(), useMoney(), useParam('fund'), useMe()];
  const fund = api.useQuery('get', '/api/funds/{fund}', { params: { path: { fund: id } } });
  return (
    <Ask of={fund}>
      {(shown) => (
        <Page title={shown.name} crumbs={[{ to: '/money', name: t('money') }]} note={shown.day}>
          <div className="stack wide">
            <Figures of={[...FIGURES.map((name) => [t(name), money(shown[name])] as const), ...MULTIPLES.map((name) => [name.toUpperCase(), shown[name]?.toFixed(2) ?? '—'] as const)]} />
            <Proposals fund={id} runs={runs(me, 'fund-manager', id)} votes={shown.committee.includes(me?.id ?? '')} />
            <Holdings of={shown} />
            <Contributors of={shown} />
            <Books owner={id} />
          </div>
        </Page>
      )}
    </Ask>
  );
}

function Holdings({ of }: { of: Fund }) {
  const [t, money, code] = [useMoneyWords(), useMoney(), useCodeName()];
  return (
    <Table
      title={t('holdings')}
      rows={of.holdings}
      keyOf={({ id }) => id}
      empty={t('nothing')}
      columns={[
        { title: t('firm'), show: ({ id, firm }) => <Link to={`/holdings/${id}`}>{firm}</Link> },
        { title: t('instrument'), show: ({ instrument }) => code(instrument) },
        { title: t('cost'), number: true, show: ({ cost }) => money(cost) },
        { title: t('worth'), number: true, show: ({ worth }) => money(worth) },
        { title: t('state'), show: ({ state }) => <State of={state} kind="holding" /> },
      ]}
    />
  );
}

function Contributors({ of }: { of: Fund }) {
  const [t, money] = [useMoneyWords(), useMoney()];
  return (
    <Table
      title={t('contributors')}
      rows={of.contributors}
      keyOf={({ id }) => id}
      empty={t('nothing')}
      columns={[
        { title: t('contributors'), show: ({ name }) => name },
        { title: t('pledged'), number: true, show: ({ pledged }) => money(pledged) },
        { title: t('paidIn'), number: true, show: ({ paidIn }) => money(paidIn) },
        { title: t('returned'), number: true, show: ({ returned }) => money(returned) },
      ]}
    />
  );
}
