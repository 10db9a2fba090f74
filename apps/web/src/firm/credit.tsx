import { calls as api, type Shown as Bodies } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { useFirmWords } from './words.js';

/** A firm's loans on knowledge: its score, what it asked for, what it owes. */
export function Credit({ project }: { project: string }) {
  const [t, money] = [useFirmWords(), useMoney()];
  const loans = api.useQuery('get', '/api/credit/loans', { params: { query: { limit: 1000 } } });
  const scores = api.useQuery('get', '/api/credit/scores', { params: { query: { limit: 100, project } } });
  const banks = api.useQuery('get', '/api/credit/banks', { params: { query: { limit: 100 } } });
  const ask = api.useMutation('post', '/api/credit/banks/{bank}/loans');
  const score = scores.data?.items.at(-1);
  return (
    <Ask of={loans}>
      {({ items }) => (
        <Table
          title={t('loans')}
          rows={items.filter((one) => one.project === project)}
          keyOf={({ id }) => id}
          empty={score === undefined ? t('noScore') : t('nothing')}
          actions={
            score && (
              <>
                <span className="soft small">{t('score', { score: score.score, grade: score.grade ?? '—', limit: money(score.limit) })}</span>
                <Act<Bodies['ApplyForLoan'] & { bank: string }>
                  name={t('askLoan')}
                  fields={[
                    { key: 'bank', label: t('bank'), as: { one: banks.data?.items.filter(({ state }) => state !== 'stopped').map(({ id, name }) => ({ value: id, label: name })) ?? [] } },
                    { key: 'asked', label: t('asked'), as: 'yuan', least: 0 },
                    { key: 'purpose', label: t('purpose'), as: 'long' },
                  ]}
                  send={({ bank, ...body }) => ask.mutateAsync({ params: { path: { bank } }, body: { ...body, project, score: score.id } })}
                />
              </>
            )
          }
          columns={[
            { title: t('bank'), show: ({ bank }) => bank.name },
            { title: t('grade'), show: ({ grade }) => grade },
            { title: t('asked'), number: true, show: ({ asked }) => money(asked) },
            { title: t('granted'), number: true, show: ({ granted }) => money(granted) },
            { title: t('left'), number: true, show: ({ owed }) => money(owed) },
            { title: t('state'), show: ({ state }) => <State of={state} kind="loan" /> },
          ]}
        />
      )}
    </Ask>
  );
}
