import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { calls as api } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { LinkButton } from '../ui/link-button.js';
import { useNamed } from '../ui/named.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { useUiWords } from '../ui/words.js';
import { useOfficeWords } from './words.js';
import { listed } from '../words.js';

export default function Contests() {
  const [t, named, ui, navigate] = [useOfficeWords(), useNamed(), useUiWords(), useNavigate()];
  const [asks, setAsks] = useState<'new' | { clone: string; edition: number } | null>(null);
  const contests = api.useQuery('get', '/api/contests', { params: { query: { limit: 500 } } });
  const calls = api.useQuery('get', '/api/calls', { params: { query: { limit: 1000 } } });
  const setUp = api.useMutation('post', '/api/contests');
  const clone = api.useMutation('post', '/api/contests/{contest}/clone');
  const done = { onSuccess: ({ id }: { id: string }) => void navigate({ to: `/office/contests/${id}` }) };
  const save = ({ name = '', edition }: { name?: string; edition: number }) =>
    asks !== 'new' && asks !== null ? clone.mutate({ params: { path: { contest: asks.clone } }, body: { edition } }, done) : setUp.mutate({ body: { name, edition } }, done);
  return (
    <Page
      title={t('contests')}
      actions={
        <>
          <LinkButton to="/office/names">{t('englishNames')}</LinkButton>
          <Button type="primary" onClick={() => setAsks('new')}>
            {t('newContest')}
          </Button>
        </>
      }
    >
      <Ask of={contests}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('noContests')} />
          ) : (
            <div className="cards">
              {[...items].reverse().map(({ id, name, edition, state, sponsors }) => {
                const own = calls.data?.items.filter(({ contest }) => contest.id === id) ?? [];
                return (
                  <article key={id} className="card stack tight">
                    <div className="row apart">
                      <h2>
                        <Link to={`/office/contests/${id}`}>{t('editionOf', { name: named(name), n: edition })}</Link>
                      </h2>
                      <State of={state} />
                    </div>
                    <span className="soft small">{listed(sponsors.map((sponsor) => named(sponsor.name)))}</span>
                    <ul style={{ listStyle: 'none', padding: 0 }}>
                      {own.map((call) => (
                        <li key={call.id} className="row apart">
                          <Link to={`/office/calls/${call.id}`}>{named(call.name)}</Link>
                          <State of={call.state} />
                        </li>
                      ))}
                    </ul>
                    <div>
                      <Button size="small" onClick={() => setAsks({ clone: id, edition: edition + 1 })}>
                        {t('clone')}
                      </Button>
                    </div>
                  </article>
                );
              })}
            </div>
          )
        }
      </Ask>
      <Modal open={asks !== null} title={t(asks === 'new' ? 'newContest' : 'clone')} onCancel={() => setAsks(null)} footer={null} destroyOnHidden closable={{ 'aria-label': ui('close') }}>
        <Form layout="vertical" onFinish={save} initialValues={{ edition: asks !== null && asks !== 'new' ? asks.edition : 1 }}>
          {asks === 'new' ? (
            <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
              <Input maxLength={120} />
            </Form.Item>
          ) : (
            <p className="soft">{t('cloneNote')}</p>
          )}
          <Form.Item name="edition" label={t('edition')} rules={[{ required: true }]}>
            <InputNumber min={1} max={1000} precision={0} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={setUp.isPending || clone.isPending}>
            {t('create')}
          </Button>
        </Form>
      </Modal>
    </Page>
  );
}
