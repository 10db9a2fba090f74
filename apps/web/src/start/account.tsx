import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { calls as api, type Shown } from '../api/client.js';
import { useMe } from '../api/session.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { useSure } from '../ui/sure.js';
import { Table } from '../ui/table.js';
import { ToldOnce } from '../ui/told-once.js';
import { When } from '../ui/when.js';
import { useLanguage } from '../words.js';
import { Passkeys } from './passkeys.js';
import { Password } from './password.js';
import { Phone } from './phone.js';
import { SecondFactor } from './second-factor.js';
import { Sessions } from './sessions.js';
import { useStartWords } from './words.js';

/** How one signs in, and the keys by which programs act for one. */
export default function Account() {
  const t = useStartWords();
  return (
    <Page title={t('account')}>
      <div className="stack wide">
        <Password />
        <Sessions />
        <SecondFactor />
        <Passkeys />
        <Phone />
        <Keys />
        <Calendar />
        <OwnData />
      </div>
    </Page>
  );
}

/** What is held of one, to take along and to have erased. */
function OwnData() {
  const [t, me, sure, navigate] = [useStartWords(), useMe(), useSure(), useNavigate()];
  const forget = api.useMutation('post', '/api/people/{person}/forget');
  return (
    <section className="card stack">
      <h2>{t('ownData')}</h2>
      <p className="soft">{t('ownDataText')}</p>
      <div className="row">
        <Button href="/api/me/data">{t('download')}</Button>
        {me && (
          <Button danger onClick={() => sure(t('forget'), t('forgetText'), () => forget.mutateAsync({ params: { path: { person: me.id } } }).then(() => navigate({ to: '/', reloadDocument: true })))}>
            {t('forget')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** One's dates, for a calendar to subscribe to. */
function Calendar() {
  const [t, language] = [useStartWords(), useLanguage()];
  const agenda = api.useQuery('get', '/api/agenda');
  return (
    <Ask of={agenda}>
      {({ items, feed }) => (
        <Table
          title={t('calendar')}
          rows={items}
          keyOf={({ id }) => id}
          empty={t('noDates')}
          actions={feed !== null && <code className="small" style={{ overflowWrap: 'anywhere' }}>{feed}</code>}
          columns={[
            { title: t('what'), show: ({ path, ...words }) => <Link to={path}>{words[language]}</Link> },
            { title: t('when'), show: ({ from }) => <When at={from} /> },
          ]}
        />
      )}
    </Ask>
  );
}

type Made = Pick<Shown['MakeKey'], 'name' | 'expiresAt'> & { scopes: string };

function Keys() {
  const [t, sure] = [useStartWords(), useSure()];
  const [key, setKey] = useState<string | null>(null);
  const keys = api.useQuery('get', '/api/keys');
  const make = api.useMutation('post', '/api/keys');
  const revoke = api.useMutation('post', '/api/keys/{key}/revoke');
  const send = ({ scopes, ...body }: Made) => make.mutateAsync({ body: { ...body, scopes: scopes.split(/\s+/).filter((scope) => scope !== '') } }).then((made) => setKey(made.key));
  return (
    <>
      <ToldOnce title={t('keyOnce')} secret={key} onNoted={() => setKey(null)} />
      <Ask of={keys}>
        {({ items }) => (
          <Table
            title={t('keys')}
            rows={items}
            keyOf={({ id }) => id}
            empty={t('noKeys')}
            actions={
              <Act<Made>
                name={t('makeKey')}
                fields={[
                  { key: 'name', label: t('keyName'), as: 'text', most: 80 },
                  { key: 'scopes', label: t('scopes'), help: t('scopesHelp'), as: 'long' },
                  { key: 'expiresAt', label: t('expiresAt'), as: 'moment' },
                ]}
                initial={{ scopes: '*:read' }}
                send={send}
              />
            }
            columns={[
              { title: t('keyName'), show: ({ name }) => name },
              { title: t('scopes'), show: ({ scopes }) => <code className="small">{scopes.join(' ')}</code> },
              { title: t('expiresAt'), show: ({ expiresAt }) => <When at={expiresAt} /> },
              { title: t('lastUsed'), show: ({ lastUsedAt }) => (lastUsedAt === null ? t('neverUsed') : <When at={lastUsedAt} />) },
              { title: t('state'), show: ({ state }) => <State of={state} /> },
              {
                title: t('does'),
                show: ({ id, state }) =>
                  state === 'active' && (
                    <Button size="small" danger onClick={() => sure(t('revoke'), t('revokeText'), () => revoke.mutateAsync({ params: { path: { key: id } } }))}>
                      {t('revoke')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Ask>
    </>
  );
}
