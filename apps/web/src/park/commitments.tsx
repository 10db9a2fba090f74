import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Figures } from '../ui/figures.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { useParkWords } from './words.js';

/** How many years back a reader can go. */
const YEARS = 6;

/** What firms promised a park, against what came of it; by year, split with the partner of an enclave. */
export default function Commitments({ park }: { park: string }) {
  const [t, code, money, navigate] = [useParkWords(), useCodeName(), useMoney(), useNavigate()];
  const thisYear = new Date(Date.now()).getFullYear();
  const { year = String(thisYear) } = useSearch({ strict: false }) as { year?: string };
  const asked = api.useQuery('get', '/api/parks/{park}/commitments', { params: { path: { park }, query: { year } } });
  const amount = (what: string, value: number) => (what === 'jobs' ? value.toLocaleString('en') : money(value));
  return (
    <div className="stack wide">
      <label className="row">
        {t('year')}
        <Select value={year} style={{ width: 110 }} options={Array.from({ length: YEARS }, (_, n) => ({ value: String(thisYear - n), label: String(thisYear - n) }))} onChange={(chosen: string) => void navigate({ to: '.', search: { tab: 'commitments', year: chosen } as never })} />
      </label>
      <Ask of={asked}>
        {({ output, tax, park: { partner }, deals }) => (
          <>
            <Figures of={([['output', output], ['tax', tax]] as const).map(([what, split]) => [`${t(what)}${partner === null ? '' : ` · ${t('own')} ${money(split.own)} · ${partner} ${money(split.partner)}`}`, money(split.whole)])} />
            <Table
              title={t('commitments')}
              rows={deals.flatMap(({ deal, firm, promises }) => promises.map((promise) => ({ deal, firm, ...promise })))}
              keyOf={({ deal, what }) => deal + what}
              empty={t('noDeals')}
              columns={[
                { title: t('firm'), show: ({ deal, firm }) => <Link to={`/deals/${deal}`}>{firm}</Link> },
                { title: t('promise'), show: ({ what }) => code(what) },
                { title: t('promised'), number: true, show: ({ what, promised }) => amount(what, promised) },
                { title: t('by'), show: ({ by }) => by },
                { title: t('expected'), number: true, show: ({ what, expected }) => amount(what, expected) },
                { title: t('actual'), number: true, show: ({ what, actual }) => amount(what, actual) },
                { title: t('percent'), number: true, show: ({ percent }) => (percent === null ? '—' : `${percent} %`) },
                { title: t('standing'), show: ({ standing }) => <State of={standing} /> },
                { title: t('follows'), show: ({ follows }) => follows.join('；') || '—' },
              ]}
            />
          </>
        )}
      </Ask>
    </div>
  );
}
