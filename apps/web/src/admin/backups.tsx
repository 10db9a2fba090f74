import { Button, Progress } from 'antd';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { When } from '../ui/when.js';
import { useAdminWords } from './words.js';

/** Backups with what came of each, and one made now. */
export default function Backups({ runs }: { runs: boolean }) {
  const t = useAdminWords();
  const backups = api.useQuery('get', '/api/operations/backups', {}, { refetchInterval: 5000 });
  const ask = api.useMutation('post', '/api/operations/backups');
  return (
    <Ask of={backups}>
      {({ items, daily, kept, progress }) => (
        <div className="stack wide">
          <p className="soft">{daily === null ? t('noDaily', { kept }) : t('dailyAt', { at: daily, kept })}</p>
          {progress !== null && <Progress aria-label={t('backups')} percent={Math.round((100 * progress.done) / progress.of)} />}
          <Table
            title={t('backups')}
            rows={items}
            keyOf={({ id }) => id}
            empty={t('noBackups')}
            actions={
              runs && (
                <Button type="primary" loading={ask.isPending || items.some(({ state }) => state === 'asked')} onClick={() => ask.mutate({})}>
                  {t('backUp')}
                </Button>
              )
            }
            columns={[
              { title: t('at'), show: ({ askedAt }) => <When at={askedAt} /> },
              { title: t('state'), show: ({ state }) => <State of={state} kind="backup" /> },
              { title: t('rowsHeld'), number: true, show: ({ rows }) => rows?.toLocaleString() ?? '' },
              { title: t('filesHeld'), number: true, show: ({ files }) => files?.toLocaleString() ?? '' },
              { title: t('size'), number: true, show: ({ bytes }) => (bytes === null ? '' : `${(bytes / 1e6).toFixed(1)} MB`) },
              { title: t('where'), show: ({ folder, failure, state }) => <span className="soft small">{failure ?? folder ?? (state === 'done' ? t('madeRoom') : '')}</span> },
            ]}
          />
        </div>
      )}
    </Ask>
  );
}
