import { Link } from '@tanstack/react-router';
import { calls as api, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { useMoneyWords } from './words.js';

/** What a fund is asked for: to be taken up, voted on, or dropped with a reason. */
export function Proposals({ fund, runs, votes }: { fund: string; runs: boolean; votes: boolean }) {
  const [t, money] = [useMoneyWords(), useMoney()];
  const proposals = api.useQuery('get', '/api/fund-proposals', { params: { query: { limit: 1000 } } });
  const takeUp = api.useMutation('post', '/api/fund-proposals/{proposal}/take-up');
  const drop = api.useMutation('post', '/api/fund-proposals/{proposal}/drop');
  const vote = api.useMutation('post', '/api/fund-proposals/{proposal}/vote');
  const acts = (id: string, state: string) => {
    const path = { params: { path: { proposal: id } } };
    const open = state === 'proposed' || state === 'diligence';
    return (
      <span className="row">
        {runs && state === 'proposed' && <Act name={t('takeUp')} size="small" type="primary" note={t('takeUpNote')} send={() => takeUp.mutateAsync({ ...path, body: { fund } })} />}
        {votes && state === 'voting' && (
          <Act<Shown['CastFundVote']>
            name={t('vote')}
            size="small"
            type="primary"
            fields={[
              { key: 'vote', label: t('vote'), as: { one: [{ value: 'for', label: t('voteFor') }, { value: 'against', label: t('against') }, { value: 'abstain', label: t('abstain') }] } },
              { key: 'reason', label: t('reason'), as: 'long', optional: true },
            ]}
            send={(body) => vote.mutateAsync({ ...path, body })}
          />
        )}
        {runs && open && <Act<Shown['DropProposal']> name={t('drop')} size="small" fields={[{ key: 'reason', label: t('reason'), as: 'long' }]} send={(body) => drop.mutateAsync({ ...path, body })} />}
      </span>
    );
  };
  return (
    <Ask of={proposals}>
      {({ items }) => (
        <Table
          title={t('proposals')}
          rows={items.filter((one) => one.fund === fund || one.fund === null)}
          keyOf={({ id }) => id}
          empty={t('nothing')}
          columns={[
            { title: t('title'), show: ({ project, title }) => <Link to={`/projects/${project}`}>{title}</Link> },
            { title: t('asked'), number: true, show: ({ asked }) => money(asked) },
            { title: t('state'), show: ({ state }) => <State of={state} kind="fund-proposal" /> },
            { title: t('reason'), show: ({ reason }) => reason ?? '—' },
            { title: t('vote'), show: ({ id, state }) => acts(id, state) },
          ]}
        />
      )}
    </Ask>
  );
}
