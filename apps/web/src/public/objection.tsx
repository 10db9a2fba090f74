import { Alert, Button, Form, Input, Select } from 'antd';
import { calls as api, type Answer } from '../api/client.js';
import { words } from '../words.js';
import { State } from '../ui/state.js';
import { When } from '../ui/when.js';

const useObjectionWords = words('objection', {
  title: ['提出异议', 'Object to the results'],
  help: ['请署真实姓名与联系方式；参赛团队只会看到异议内容，不会看到提出人。', 'Under your real name, with a contact. The entrant reads what you say, never who says it.'],
  entry: ['涉及的项目（可不选）', 'The entry it is about (may be left open)'],
  name: ['姓名', 'Name'],
  contact: ['联系方式', 'Contact'],
  text: ['异议与理由', 'What you object to, and why'],
  send: ['提交异议', 'File the objection'],
  filed: ['异议已提交，将在 {{date}} 前书面答复。', 'Filed. It is answered in writing by {{date}}.'],
  mine: ['与我有关的异议', 'Objections that concern you'],
  answer: ['答复', 'Answer'],
  pending: ['待答复', 'Not answered yet'],
});

/** Objecting to announced results, and what became of one's own objections. */
export function Objection({ call, results, about }: { call: string; results: Answer<'/api/calls/{call}/results'>['results']; about?: string }) {
  const t = useObjectionWords();
  const [form] = Form.useForm<{ entry?: string; name: string; contact: string; text: string }>();
  const known = api.useQuery('get', '/api/calls/{call}/objections', { params: { path: { call } } });
  const file = api.useMutation('post', '/api/calls/{call}/objections');
  return (
    <section className="card">
      <h2>{t('title')}</h2>
      {(known.data?.items ?? []).map(({ id, title, text, answer, answerBy, state }) => (
        <div key={id} className="note" style={{ marginBottom: 10 }}>
          <div className="row apart">
            <h3>{title ?? t('mine')}</h3>
            <State of={state} />
          </div>
          <p className="prose">{text}</p>
          <p className="soft">
            {t('answer')}: {answer ?? <>{t('pending')} · <When at={answerBy} /></>}
          </p>
        </div>
      ))}
      <p className="soft" style={{ marginBottom: 12 }}>
        {t('help')}
      </p>
      {file.data && <Alert type="success" role="status" title={t('filed', { date: new Date(file.data.answerBy).toLocaleDateString() })} style={{ marginBottom: 12 }} />}
      <Form form={form} layout="vertical" style={{ maxWidth: 640 }} initialValues={{ entry: about }} onFinish={(body) => file.mutate({ params: { path: { call } }, body }, { onSuccess: () => form.resetFields() })}>
        <Form.Item name="entry" label={t('entry')}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={results.map(({ entry, title, place }) => ({ value: entry, label: `${place}. ${title}` }))} />
        </Form.Item>
        <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
          <Input maxLength={60} autoComplete="name" />
        </Form.Item>
        <Form.Item name="contact" label={t('contact')} rules={[{ required: true }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="text" label={t('text')} rules={[{ required: true }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} showCount />
        </Form.Item>
        <Button htmlType="submit" loading={file.isPending}>
          {t('send')}
        </Button>
      </Form>
    </section>
  );
}
