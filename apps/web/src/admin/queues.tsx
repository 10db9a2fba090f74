import { Button } from 'antd';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { Table } from '../ui/table.js';
import { When } from '../ui/when.js';
import { useAdminWords } from './words.js';

/** What reactions still owe, and what failed at every attempt, to be sent again. */
export default function Queues({ runs }: { runs: boolean }) {
  const t = useAdminWords();
  const owed = api.useQuery('get', '/api/operations/owed', {}, { refetchInterval: 5000 });
  const dead = api.useQuery('get', '/api/operations/dead-letters', {}, { refetchInterval: 5000 });
  const resend = api.useMutation('post', '/api/operations/dead-letters/{event}/{reaction}/resend');
  return (
    <div className="stack wide">
      <Ask of={owed}>
        {(rows) => (
          <Table
            title={t('owed')}
            rows={rows}
            keyOf={({ reaction }) => reaction}
            empty={t('idle')}
            columns={[
              { title: t('reaction'), show: ({ reaction }) => reaction },
              { title: t('waiting'), number: true, show: ({ waiting }) => waiting },
              { title: t('since'), show: ({ since }) => <When at={since} /> },
              { title: t('failed'), number: true, show: ({ failed }) => failed },
            ]}
          />
        )}
      </Ask>
      <Ask of={dead}>
        {(rows) => (
          <Table
            title={t('dead')}
            rows={rows}
            keyOf={({ event, reaction }) => event + reaction}
            empty={t('noDead')}
            columns={[
              { title: t('event'), show: ({ name }) => name },
              { title: t('reaction'), show: ({ reaction }) => reaction },
              { title: t('failure'), show: ({ failure }) => failure },
              { title: t('at'), show: ({ failedAt }) => <When at={failedAt} /> },
              {
                title: t('resend'),
                show: ({ event, reaction }) =>
                  runs && (
                    <Button size="small" onClick={() => resend.mutate({ params: { path: { event, reaction } } })}>
                      {t('resend')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Ask>
    </div>
  );
}
