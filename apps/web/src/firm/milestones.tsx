import { calls as api, type Shown as Bodies } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Table } from '../ui/table.js';
import type { Shown } from './overview.js';
import { useFirmWords } from './words.js';
import { listed } from '../words.js';

/** What a firm and its platform agreed to reach, and by when. */
export function Milestones({ of }: { of: Shown }) {
  const t = useFirmWords();
  const reach = api.useMutation('post', '/api/incubatees/{incubatee}/milestones/{milestone}/reach');
  return (
    <Table
      title={t('milestones')}
      rows={of.milestones}
      keyOf={({ id }) => id}
      empty={t('noMilestones')}
      columns={[
        { title: t('milestone'), show: ({ title }) => title },
        { title: t('target'), show: ({ metric, target }) => (metric === null ? '—' : `${metric} ≥ ${target ?? ''}`) },
        { title: t('dueOn'), show: ({ dueOn }) => dueOn },
        { title: t('moved'), show: ({ moved }) => listed(moved) || '—' },
        {
          title: t('reachedOn'),
          show: ({ id, reachedOn }) =>
            reachedOn ?? (
              <Act<Bodies['ReachMilestone']>
                name={t('reach')}
                size="small"
                fields={[{ key: 'on', label: t('reachedOn'), as: 'day' }]}
                send={(body) => reach.mutateAsync({ params: { path: { incubatee: of.id, milestone: id } }, body })}
              />
            ),
        },
      ]}
    />
  );
}
