import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { State, useStateName } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { When } from '../ui/when.js';
import { Steps } from './steps.js';
import { useAdminWords } from './words.js';

const STATES = ['waiting', 'sent', 'kept', 'unwanted', 'failed'] as const;

/** Mails on their way, each with what it is about; what failed can be sent again. */
export default function Deliveries({ runs }: { runs: boolean }) {
  const [t, states, navigate] = [useAdminWords(), useStateName(), useNavigate()];
  const { state, skip = '0' } = useSearch({ strict: false }) as { state?: (typeof STATES)[number]; skip?: string };
  const deliveries = api.useQuery('get', '/api/deliveries', { params: { query: { limit: 100, skip: Number(skip), ...(state !== undefined && { state }) } } });
  const resend = api.useMutation('post', '/api/deliveries/{notification}/resend');
  return (
    <div className="stack">
      <Segmented aria-label={t('state')} value={state ?? ''} options={[{ value: '', label: t('all') }, ...STATES.map((value) => ({ value, label: states(value) }))]} onChange={(chosen) => void navigate({ to: '.', search: { tab: 'deliveries', ...(chosen !== '' && { state: chosen }) } as never })} />
      <Ask of={deliveries}>
        {({ items, next }) => (
          <>
            <Table
              title={t('deliveries')}
              rows={items}
              keyOf={({ notification }) => notification}
              empty={t('noDeliveries')}
              columns={[
                { title: t('address'), show: ({ address }) => address },
                { title: t('notice'), show: ({ kind }) => kind },
                { title: t('about'), show: ({ about }) => (about?.project == null ? (about?.kind ?? '—') : <Link to={`/projects/${about.project}`}>{about.kind}</Link>) },
                { title: t('at'), show: ({ sentAt, createdAt }) => <When at={sentAt ?? createdAt} /> },
                { title: t('attempts'), number: true, show: ({ attempts }) => attempts },
                { title: t('lastError'), show: ({ lastError }) => lastError ?? '—' },
                {
                  title: t('state'),
                  show: ({ notification, state: is }) => (
                    <span className="row">
                      <State of={is} />
                      {runs && is === 'failed' && (
                        <Button size="small" onClick={() => resend.mutate({ params: { path: { notification } } })}>
                          {t('resend')}
                        </Button>
                      )}
                    </span>
                  ),
                },
              ]}
            />
            <Steps skip={Number(skip)} next={next} />
          </>
        )}
      </Ask>
    </div>
  );
}
