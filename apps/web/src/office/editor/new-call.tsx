import { useNavigate } from '@tanstack/react-router';
import { Button, DatePicker, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { calls as api } from '../../api/client.js';
import { useOwnWords } from '../../words.js';
import { Ask } from '../../ui/ask.js';
import { useParam } from '../../ui/param.js';
import { Page } from '../../ui/page.js';
import { useOfficeWords } from '../words.js';
import type { DraftCall } from './draft.js';
import { useEditorWords } from './words.js';

const DAYS = 45;
const EVENING = 18;

/** A call begun from a template: everything but its name and dates is there. */
export default function NewCall() {
  const [t, office, own, contest, navigate] = [useEditorWords(), useOfficeWords(), useOwnWords(), useParam('contest'), useNavigate()];
  const templates = api.useQuery('get', '/api/call-templates');
  const contests = api.useQuery('get', '/api/contests', { params: { query: { limit: 500 } } });
  const draft = api.useMutation('post', '/api/contests/{contest}/calls');
  const about = contests.data?.items.find(({ id }) => id === contest);
  return (
    <Page title={t('newCall')} crumbs={about ? [{ to: `/office/contests/${contest}`, name: office('editionOf', { name: about.name, n: about.edition }) }] : []} note={t('templateNote')}>
      <Ask of={templates}>
        {(known) => {
          const begin = ({ template, name, closesAt }: { template: string; name: string; closesAt: Dayjs }) => {
            const { call } = known.find(({ key }) => key === template)!;
            draft.mutate({ params: { path: { contest } }, body: { ...(call as Omit<DraftCall, 'name' | 'closesAt'>), name, closesAt: closesAt.toISOString() } }, { onSuccess: ({ id }) => void navigate({ to: `/office/calls/${id}`, search: { tab: 'rules' } as never }) });
          };
          return (
            <Form layout="vertical" className="card" style={{ maxWidth: 760 }} onFinish={begin} initialValues={{ template: known[0]?.key, closesAt: dayjs().add(DAYS, 'day').hour(EVENING).minute(0).second(0).millisecond(0) }}>
              <Form.Item name="template" label={t('template')}>
                <Radio.Group style={{ display: 'flex', flexDirection: 'column', gap: 8 }} options={known.map(({ key, words }) => ({ value: key, label: own(words) }))} />
              </Form.Item>
              <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
                <Input maxLength={120} />
              </Form.Item>
              <Form.Item name="closesAt" label={t('closesAt')} rules={[{ required: true }]}>
                <DatePicker showTime={{ format: 'HH:mm' }} />
              </Form.Item>
              <Button type="primary" htmlType="submit" loading={draft.isPending}>
                {t('create')}
              </Button>
            </Form>
          );
        }}
      </Ask>
    </Page>
  );
}
