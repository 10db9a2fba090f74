import { Link } from '@tanstack/react-router';
import { calls as api, type Shown } from '../api/client.js';
import { runs, useMe } from '../api/session.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Facts } from '../ui/facts.js';
import { Page } from '../ui/page.js';
import { useParam } from '../ui/param.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { useMoneyWords } from './words.js';

/** What a fund holds of a firm: its terms, what is paid, what it is worth. */
export default function HoldingPage() {
  const [t, money, code, id, me] = [useMoneyWords(), useMoney(), useCodeName(), useParam('holding'), useMe()];
  const path = { params: { path: { holding: id } } };
  const holding = api.useQuery('get', '/api/holdings/{holding}', path);
  const pay = api.useMutation('post', '/api/holdings/{holding}/tranches/{tranche}/pay');
  const value = api.useMutation('post', '/api/holdings/{holding}/valuations');
  return (
    <Ask of={holding}>
      {(of) => {
        const pays = runs(me, 'fund-manager', of.fund.id);
        return (
          <Page
            title={of.firm}
            crumbs={[{ to: `/funds/${of.fund.id}`, name: of.fund.name }]}
            note={<State of={of.state} kind="holding" />}
            actions={
              <>
                <Link to={`/projects/${of.project}`}>{t('history')} →</Link>
                {pays && of.state === 'held' && (
                  <Act<Shown['ValueHolding']>
                    name={t('valueIt')}
                    fields={[
                      { key: 'on', label: t('on'), as: 'day' },
                      { key: 'value', label: t('value'), as: 'yuan', least: 0 },
                      { key: 'basis', label: t('basis'), as: 'text' },
                    ]}
                    send={(body) => value.mutateAsync({ ...path, body })}
                  />
                )}
              </>
            }
          >
            <div className="stack wide">
              <section className="card">
                <Facts
                  of={[
                    [t('instrument'), code(of.terms.instrument)],
                    [t('amount'), money(of.terms.amount)],
                    [t('cost'), money(of.cost)],
                    [t('worth'), money(of.worth)],
                    [t('on'), of.signedOn],
                    [t('upon'), of.terms.conditions.join('；')],
                  ]}
                />
              </section>
              <Table
                title={t('tranches')}
                rows={of.tranches}
                keyOf={(tranche) => tranche.id}
                empty={t('nothing')}
                columns={[
                  { title: t('tranche'), show: ({ number }) => number },
                  { title: t('amount'), number: true, show: ({ amount }) => money(amount) },
                  { title: t('upon'), show: ({ upon }) => upon },
                  { title: t('state'), show: ({ state }) => <State of={state} /> },
                  {
                    title: t('pay'),
                    show: ({ id: tranche, paidOn, state }) =>
                      paidOn !== null ? (
                        paidOn
                      ) : pays && state === 'due' ? (
                        <Act<Shown['PayTranche']>
                          name={t('pay')}
                          size="small"
                          fields={[
                            { key: 'on', label: t('on'), as: 'day' },
                            { key: 'reference', label: t('reference'), as: 'text' },
                          ]}
                          send={(body) => pay.mutateAsync({ params: { path: { holding: id, tranche } }, body })}
                        />
                      ) : (
                        '—'
                      ),
                  },
                ]}
              />
              <Table
                title={t('worth')}
                rows={of.valuations}
                keyOf={({ on }) => on}
                empty={t('nothing')}
                columns={[
                  { title: t('on'), show: ({ on }) => on },
                  { title: t('value'), number: true, show: (one) => money(one.value) },
                  { title: t('basis'), show: ({ basis }) => basis },
                ]}
              />
            </div>
          </Page>
        );
      }}
    </Ask>
  );
}
