import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { calls as api } from '../api/client.js';
import { useMe } from '../api/session.js';
import { Ask, Empty } from '../ui/ask.js';
import { Explanation } from '../ui/explanation.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { useShellWords } from '../shell/words.js';
import { FactFields, useClauses, type Facts } from '../entry/fact-fields.js';
import { useEntryWords } from './words.js';

/** Whether one may enter, before anything is written; then the entry is begun. */
export default function Enter() {
  const [t, shell, id, me, navigate] = [useEntryWords(), useShellWords(), useParam('call'), useMe(), useNavigate()];
  const [facts, setFacts] = useState<Facts>({});
  const call = api.useQuery('get', '/api/calls/{call}', { params: { path: { call: id } } });
  const clauses = useClauses(call.data?.eligibilityRule);
  const judged = api.useMutation('post', '/api/calls/{call}/eligibility');
  const draft = api.useMutation('post', '/api/calls/{call}/entries');
  const check = () => judged.mutate({ params: { path: { call: id } }, body: { facts } });
  const begin = (values: { title: string; abstract: string }) => draft.mutate({ params: { path: { call: id } }, body: { ...values, facts } }, { onSuccess: ({ id: entry }) => void navigate({ to: `/entries/${entry}` }) });
  return (
    <Ask of={call}>
      {({ name, state }) => (
        <Page title={`${t('enter')} · ${name}`} crumbs={[{ to: `/calls/${id}`, name }]} note={t('enterNote')}>
          {state !== 'open' ? (
            <Empty text={t('notOpen')} />
          ) : (
            <div className="halves">
              <section className="card stack">
                <h2>{t('facts')}</h2>
                <FactFields clauses={clauses} facts={facts} onChange={setFacts} />
                <Button onClick={check} loading={judged.isPending}>
                  {t('check')}
                </Button>
                <div aria-live="polite">{judged.data && <Explanation of={judged.data} />}</div>
              </section>
              <section className="card">
                <h2>{t('begin')}</h2>
                {me === null ? (
                  <Button type="primary" onClick={() => void navigate({ to: '/sign-in', search: { next: `/calls/${id}/enter` } as never })}>
                    {shell('signIn')}
                  </Button>
                ) : (
                  <Form layout="vertical" onFinish={begin}>
                    <Form.Item name="title" label={t('title')} rules={[{ required: true }]}>
                      <Input maxLength={120} showCount />
                    </Form.Item>
                    <Form.Item name="abstract" label={t('abstract')} rules={[{ required: true }]}>
                      <Input.TextArea autoSize={{ minRows: 4 }} maxLength={5000} showCount />
                    </Form.Item>
                    <Button type="primary" htmlType="submit" loading={draft.isPending}>
                      {t(judged.data?.verdict === 'fail' ? 'beginAnyway' : 'begin')}
                    </Button>
                  </Form>
                )}
              </section>
            </div>
          )}
        </Page>
      )}
    </Ask>
  );
}
