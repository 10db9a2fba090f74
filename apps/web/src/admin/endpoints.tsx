import { Button } from 'antd';
import { useState } from 'react';
import { calls as api, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import type { FieldOf } from '../ui/field.js';
import { State } from '../ui/state.js';
import { useSure } from '../ui/sure.js';
import { Table } from '../ui/table.js';
import { ToldOnce } from '../ui/told-once.js';
import { When } from '../ui/when.js';
import { useAdminWords } from './words.js';

const KINDS = ['webhook', 'wecom', 'dingtalk', 'feishu'] as const;

/** Places outside that get events: programs by signed webhook, groups by their robots. */
export default function Endpoints({ runs }: { runs: boolean }) {
  const [t, sure] = [useAdminWords(), useSure()];
  const [secret, setSecret] = useState<string | null>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const endpoints = api.useQuery('get', '/api/endpoints', {}, { refetchInterval: 5000 });
  const events = api.useQuery('get', '/api/events');
  const [add, change, rotate] = [api.useMutation('post', '/api/endpoints'), api.useMutation('patch', '/api/endpoints/{endpoint}'), api.useMutation('post', '/api/endpoints/{endpoint}/rotate')];
  const [pause, resume, remove, replay] = [api.useMutation('post', '/api/endpoints/{endpoint}/pause'), api.useMutation('post', '/api/endpoints/{endpoint}/resume'), api.useMutation('post', '/api/endpoints/{endpoint}/remove'), api.useMutation('post', '/api/endpoints/{endpoint}/replay')];
  const path = (endpoint: string) => ({ params: { path: { endpoint } } });
  const fields: FieldOf<'name' | 'url' | 'events'>[] = [
    { key: 'name', label: t('endpointName'), as: 'text', most: 80 },
    { key: 'url', label: t('url'), as: 'text', most: 1000 },
    { key: 'events', label: t('events'), as: { some: [{ value: '*', label: t('allEvents') }, ...(events.data?.items.map(({ event }) => ({ value: event, label: event })) ?? [])] } },
  ];
  return (
    <div className="stack wide">
      <ToldOnce title={t('secretOnce')} secret={secret} onNoted={() => setSecret(null)} />
      <Ask of={endpoints}>
        {({ items }) => (
          <Table
            title={t('endpoints')}
            rows={items}
            keyOf={({ id }) => id}
            empty={t('noEndpoints')}
            actions={
              runs && (
                <Act<Shown['AddEndpoint']>
                  name={t('addEndpoint')}
                  type="primary"
                  fields={[{ key: 'kind', label: t('endpointKind'), as: { one: KINDS.map((value) => ({ value, label: t(value) })) } }, ...fields, { key: 'secret', label: t('robotSecret'), help: t('robotSecretHelp'), as: 'text', optional: true }]}
                  initial={{ kind: 'webhook', events: ['*'] }}
                  send={(body) => add.mutateAsync({ body }).then((made) => setSecret(made.secret))}
                />
              )
            }
            columns={[
              { title: t('endpointName'), show: ({ name, kind }) => `${name} · ${t(kind as (typeof KINDS)[number])}` },
              { title: t('url'), show: ({ url }) => <span className="soft small">{new URL(url).host}</span> },
              { title: t('sentCount'), number: true, show: ({ sent }) => sent },
              { title: t('waiting'), number: true, show: ({ waiting }) => waiting },
              { title: t('failed'), number: true, show: ({ failed }) => failed },
              {
                title: t('state'),
                show: ({ state, restUntil }) => (
                  <span className="row">
                    <State of={state} kind="endpoint" />
                    {restUntil !== null && (
                      <span className="soft small">
                        {t('rests')} <When at={restUntil} />
                      </span>
                    )}
                  </span>
                ),
              },
              {
                title: t('does'),
                show: ({ id, name, url, events: asked, kind, state }) => (
                  <span className="row">
                    <Button size="small" onClick={() => setLooked(looked === id ? null : id)}>
                      {t('outgoing')}
                    </Button>
                    {runs && (
                      <>
                        <Act<Shown['ChangeEndpoint']> name={t('change')} size="small" fields={fields} initial={{ name, url, events: asked }} send={(body) => change.mutateAsync({ ...path(id), body })} />
                        {kind === 'webhook' && (
                          <Button size="small" onClick={() => sure(t('rotate'), t('rotateText'), () => rotate.mutateAsync(path(id)).then((made) => setSecret(made.secret as string)))}>
                            {t('rotate')}
                          </Button>
                        )}
                        {state === 'active' ? (
                          <Button size="small" onClick={() => pause.mutate(path(id))}>
                            {t('pause')}
                          </Button>
                        ) : (
                          <Button size="small" onClick={() => resume.mutate(path(id))}>
                            {t('resume')}
                          </Button>
                        )}
                        <Act<Shown['ReplayEndpoint']> name={t('replay')} size="small" note={t('replayNote')} fields={[{ key: 'from', label: t('from'), as: 'moment' }]} send={(body) => replay.mutateAsync({ ...path(id), body })} />
                        <Button size="small" danger onClick={() => sure(t('removeEndpoint'), t('removeText'), () => remove.mutateAsync(path(id)))}>
                          {t('removeEndpoint')}
                        </Button>
                      </>
                    )}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Ask>
      {looked !== null && <Outgoing endpoint={looked} runs={runs} />}
    </div>
  );
}

/** What went to a place, and what came of it. */
function Outgoing({ endpoint, runs }: { endpoint: string; runs: boolean }) {
  const t = useAdminWords();
  const sent = api.useQuery('get', '/api/endpoints/{endpoint}/dispatches', { params: { path: { endpoint }, query: { limit: 100 } } });
  const resend = api.useMutation('post', '/api/endpoints/{endpoint}/dispatches/{event}/resend');
  return (
    <Ask of={sent}>
      {({ items }) => (
        <Table
          title={t('outgoing')}
          rows={items}
          keyOf={({ event }) => event}
          empty={t('nothing')}
          columns={[
            { title: t('event'), show: ({ name }) => <code className="small">{name}</code> },
            { title: t('at'), show: ({ sentAt, tryAt }) => <When at={sentAt ?? tryAt} /> },
            { title: t('attempts'), number: true, show: ({ attempts }) => attempts },
            { title: t('lastError'), show: ({ lastError, status }) => lastError ?? status ?? '—' },
            {
              title: t('state'),
              show: ({ event, state }) => (
                <span className="row">
                  <State of={state} />
                  {runs && state === 'failed' && (
                    <Button size="small" onClick={() => resend.mutate({ params: { path: { endpoint, event } } })}>
                      {t('resend')}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
    </Ask>
  );
}
