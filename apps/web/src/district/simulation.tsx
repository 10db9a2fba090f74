import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { Page } from '../ui/page.js';
import { useParam } from '../ui/param.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { useSure } from '../ui/sure.js';
import { Table } from '../ui/table.js';
import { useLanguage } from '../words.js';
import { useDistrictWords } from './words.js';

/** What a changed rule would have made of the record: before and after, and whom it concerns. */
export default function Simulation() {
  const [t, language, money, id, sure, navigate] = [useDistrictWords(), useLanguage(), useMoney(), useParam('simulation'), useSure(), useNavigate()];
  const path = { params: { path: { simulation: id } } };
  const simulation = api.useQuery('get', '/api/simulations/{simulation}', path);
  const share = api.useMutation('post', '/api/simulations/{simulation}/share');
  const drop = api.useMutation('post', '/api/simulations/{simulation}/drop');
  const difference = (a: number, b: number) => `${b - a > 0 ? '+' : ''}${(b - a).toLocaleString('en')}`;
  return (
    <Ask of={simulation}>
      {({ name, note, state, result }) => (
        <Page
          title={name}
          crumbs={[{ to: '/office/simulations', name: t('simulations') }]}
          note={
            <span className="row">
              <State of={state} /> {note}
            </span>
          }
          actions={
            <>
              <Button onClick={() => window.print()}>{t('print')}</Button>
              {state === 'kept' && (
                <Button loading={share.isPending} onClick={() => share.mutate(path)}>
                  {t('shareIt')}
                </Button>
              )}
              <Button danger onClick={() => sure(t('drop'), t('sure'), () => drop.mutateAsync(path).then(() => navigate({ to: '/office/simulations' })))}>
                {t('drop')}
              </Button>
            </>
          }
        >
          <div className="stack wide">
            <Table
              title={t('cases')}
              rows={[
                { key: 'cases', name: t('cases'), before: String(result.cases), after: String(result.cases), by: '' },
                { key: 'passed', name: t('passed'), before: String(result.passed.before), after: String(result.passed.after), by: difference(result.passed.before, result.passed.after) },
                { key: 'money', name: t('money'), before: money(result.money.before), after: money(result.money.after), by: money(result.money.after - result.money.before) },
                ...result.figures.map((figure) => ({ key: figure.key, name: figure[language], before: String(figure.before), after: String(figure.after), by: difference(figure.before, figure.after) })),
              ]}
              keyOf={({ key }) => key}
              empty={t('nothing')}
              columns={[
                { title: t('figure'), show: (row) => row.name },
                { title: t('before'), number: true, show: (row) => row.before },
                { title: t('after'), number: true, show: (row) => row.after },
                { title: t('difference'), number: true, show: ({ by }) => by },
              ]}
            />
            <Table
              title={`${t('changed')} · ${result.changed.length}`}
              rows={result.changed}
              keyOf={(row) => row.id}
              empty={t('nothing')}
              columns={[
                { title: t('name'), show: ({ project, name: of }) => (project === null ? of : <Link to={`/projects/${project}`}>{of}</Link>) },
                { title: t('before'), show: ({ before }) => before.says || t(before.passes ? 'pass' : 'fail') },
                { title: t('after'), show: ({ after }) => after.says || t(after.passes ? 'pass' : 'fail') },
                { title: t('money'), number: true, show: ({ before, after }) => (before.money === after.money ? '—' : `${money(before.money)} → ${money(after.money)}`) },
              ]}
            />
          </div>
        </Page>
      )}
    </Ask>
  );
}
