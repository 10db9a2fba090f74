import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { State, useStateName } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { When } from '../ui/when.js';
import { useLanguage } from '../words.js';
import { Steps } from './steps.js';
import { useAdminWords } from './words.js';

const STATES = ['waiting', 'sent', 'kept', 'unwanted', 'failed', 'bounced'] as const;

/** Mails on their way, each with what it is about; what failed can be sent again. */
export default function Deliveries({ runs }: { runs: boolean }) {
  const [t, states, navigate] = [useAdminWords(), useStateName(), useNavigate()];
  const [language, { state, about, skip = '0' }] = [useLanguage(), useSearch({ strict: false }) as { state?: (typeof STATES)[number]; about?: string; skip?: string }];
  const deliveries = api.useQuery('get', '/api/deliveries', { params: { query: { limit: 100, skip: Number(skip), ...(state !== undefined && { state }), ...(about !== undefined && { about }) } } });
  const resend = api.useMutation('post', '/api/deliveries/{notification}/resend');
  return (
    <div className="stack">
      <Segmented aria-label={t('state')} value={state ?? ''} options={[{ value: '', label: t('all') }, ...STATES.map((value) => ({ value, label: states(value) }))]} onChange={(chosen) => void navigate({ to: '.', search: { tab: 'deliveries', ...(about !== undefined && { about }), ...(chosen !== '' && { state: chosen }) } as never })} />
      {about !== undefined && (
        <p role="status">
          {t('aboutOne')} <Link to="/admin" search={{ tab: 'deliveries' } as never}>{t('aboutAll')}</Link>
        </p>
      )}
      <Ask of={deliveries}>
        {({ items, next }) => (
          <>
            <Table
              title={t('deliveries')}
              rows={items}
              keyOf={({ notification, channel }) => `${notification} ${channel}`}
              empty={t('noDeliveries')}
              columns={[
                { title: t('address'), show: ({ address }) => address },
                { title: t('notice'), show: ({ subject, kind }) => <span title={kind}>{subject[language]}</span> },
                { title: t('about'), show: ({ about: thing }) => (thing?.project == null ? (thing?.kind ?? '—') : <Link to={`/projects/${thing.project}`}>{thing.kind}</Link>) },
                { title: t('at'), show: ({ sentAt, createdAt }) => <When at={sentAt ?? createdAt} /> },
                { title: t('attempts'), number: true, show: ({ attempts }) => attempts },
                { title: t('lastError'), show: ({ lastError }) => lastError ?? '—' },
                {
                  title: t('state'),
                  show: ({ notification, state: is }) => (
                    <span className="row">
                      <State of={is} />
                      {runs && (is === 'failed' || is === 'bounced') && (
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
