import { Button, Form, Input, Select } from 'antd';
import { calls as api } from '../../api/client.js';
import { Ask } from '../../ui/ask.js';
import { When } from '../../ui/when.js';
import type { RoundProps } from './round-props.js';
import { useRoundWords } from './words.js';

const TO = ['judges', 'judges-not-started', 'judges-half-done', 'judges-silent', 'teams', 'teams-going-on', 'teams-staying-out'] as const;
const nameOf = (to: string) => (to === 'judges' ? 'judges-all' : to === 'teams' ? 'teams-all' : to) as 'judges-all';

/** Writing to just those in a state, with a preview for each, and what was written. */
export default function Messages({ round }: RoundProps) {
  const t = useRoundWords();
  const [form] = Form.useForm<{ to: (typeof TO)[number]; subject: string; text: string }>();
  const path = { params: { path: { round: round.id } } };
  const messages = api.useQuery('get', '/api/rounds/{round}/messages', path);
  const preview = api.useMutation('post', '/api/rounds/{round}/messages/preview');
  const write = api.useMutation('post', '/api/rounds/{round}/messages');
  const to = Form.useWatch('to', form) ?? 'judges';
  return (
    <Ask of={messages}>
      {({ audiences, messages: sent }) => (
        <div className="halves">
          <section className="card">
            <Form form={form} layout="vertical" initialValues={{ to: 'judges-not-started' }} onFinish={(body) => write.mutate({ ...path, body }, { onSuccess: () => form.resetFields(['subject', 'text']) })}>
              <Form.Item name="to" label={t('to')}>
                <Select options={TO.map((value) => ({ value, label: `${t(nameOf(value))} · ${audiences[value] ?? 0}` }))} />
              </Form.Item>
              <Form.Item name="subject" label={t('subject')} rules={[{ required: true }]}>
                <Input maxLength={120} />
              </Form.Item>
              <Form.Item name="text" label={t('text')} rules={[{ required: true }]} extra={t('fieldsNote')}>
                <Input.TextArea autoSize={{ minRows: 5 }} maxLength={5000} />
              </Form.Item>
              <div className="row">
                <Button onClick={() => void form.validateFields().then((body) => preview.mutate({ ...path, body }))} loading={preview.isPending}>
                  {t('preview')}
                </Button>
                <Button type="primary" htmlType="submit" loading={write.isPending} disabled={(audiences[to] ?? 0) === 0}>
                  {t('send', { count: audiences[to] ?? 0 })}
                </Button>
              </div>
            </Form>
            {preview.data?.messages.slice(0, 3).map(({ person, subject, text }) => (
              <div key={person} className="note" style={{ marginTop: 10 }}>
                <b>{subject}</b>
                <p className="prose">{text}</p>
              </div>
            ))}
          </section>
          <section className="card stack">
            <h2>{t('sent')}</h2>
            {sent.map(({ id, to: whom, subject, text, sentTo, at }) => (
              <div key={id}>
                <div className="row apart">
                  <b>{subject}</b>
                  <span className="soft small">
                    {t(nameOf(whom))} · {sentTo.length} · <When at={at} />
                  </span>
                </div>
                <p className="prose small">{text}</p>
              </div>
            ))}
          </section>
        </div>
      )}
    </Ask>
  );
}
