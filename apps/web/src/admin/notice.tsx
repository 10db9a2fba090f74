import { App, Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { calls as api, type Answer, type Shown } from '../api/client.js';
import { holds, useMe } from '../api/session.js';
import { Ask } from '../ui/ask.js';
import { Page } from '../ui/page.js';
import { useParam } from '../ui/param.js';
import { When } from '../ui/when.js';
import { useLanguage } from '../words.js';
import { useAdminWords } from './words.js';

type Kind = Answer<'/api/notices/{kind}'>;
type Words = Shown['NoticePreview'];

const FIELDS = ['zhSubject', 'zhText', 'enSubject', 'enText'] as const;

const shippedOf = ({ shipped: { zh, en } }: Kind): Words => ({ zhSubject: zh.subject, zhText: zh.text, enSubject: en.subject, enText: en.text });

/** The words of a kind of notice, with how they read on real records. */
export default function NoticeKind() {
  const kind = useParam('kind');
  const [t, language] = [useAdminWords(), useLanguage()];
  const notice = api.useQuery('get', '/api/notices/{kind}', { params: { path: { kind } } });
  return (
    <Ask of={notice}>
      {(shown) => (
        <Page title={shown.shipped[language].subject} crumbs={[{ to: '/admin', name: t('admin') }, { to: '/admin?tab=notices', name: t('noticeKinds') }]} note={<code className="small">{shown.event}</code>}>
          <Editor of={shown} />
        </Page>
      )}
    </Ask>
  );
}

function Editor({ of }: { of: Kind }) {
  const [t, me, language, { message }] = [useAdminWords(), useMe(), useLanguage(), App.useApp()];
  const shipped = shippedOf(of);
  const now: Words = { zhSubject: of.own?.zhSubject ?? shipped.zhSubject, zhText: of.own?.zhText ?? shipped.zhText, enSubject: of.own?.enSubject ?? shipped.enSubject, enText: of.own?.enText ?? shipped.enText };
  const [form] = Form.useForm<Words & { mail: Kind['mail']; text: boolean }>();
  const [typed, setTyped] = useState<Words>(now);
  const set = api.useMutation('put', '/api/notices/{kind}');
  const preview = api.useMutation('post', '/api/notices/{kind}/preview');
  const path = { path: { kind: of.kind } };
  const writes = holds(me, 'administrator');
  // What is as the program brings it is left to the program, whose words may change with it.
  const save = ({ mail, text, ...words }: Words & { mail?: Kind['mail']; text?: boolean }) => set.mutate({ params: path, body: { ...Object.fromEntries(FIELDS.map((field) => [field, words[field] === shipped[field] ? '' : words[field]])), ...(mail !== undefined && !of.alone && { mail }), ...(text !== undefined && text !== of.text && { text }) } }, { onSuccess: () => void message.success(t('saved')) });
  return (
    <div className="stack wide">
      <section className="card">
        <Form form={form} layout="vertical" disabled={!writes} initialValues={{ ...now, mail: of.mail, text: of.text }} onValuesChange={(_, all) => setTyped(all)} onFinish={save}>
          {FIELDS.map((field) => (
            <Form.Item key={field} name={field} label={t(field)} rules={[{ required: true }]}>
              {field.endsWith('Text') ? <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} /> : <Input maxLength={200} />}
            </Form.Item>
          ))}
          <p className="soft small">{t('places', { places: of.places.map((place) => `{${place}}`).join(' ') })}</p>
          <Form.Item name="mail" label={t('mailing')} {...(of.alone && { extra: t('alwaysText') })}>
            <Select disabled={of.alone || !writes} options={(['now', 'daily', 'never'] as const).map((value) => ({ value, label: t(value) }))} style={{ maxWidth: 260 }} />
          </Form.Item>
          <Form.Item name="text" valuePropName="checked">
            <Checkbox disabled={!writes}>{t('alsoText')}</Checkbox>
          </Form.Item>
          <div className="row">
            {writes && (
              <Button type="primary" htmlType="submit" loading={set.isPending}>
                {t('save')}
              </Button>
            )}
            <Button disabled={false} loading={preview.isPending} onClick={() => preview.mutate({ params: path, body: Object.fromEntries(FIELDS.map((field) => [field, typed[field]])) as unknown as Words })}>
              {t('preview')}
            </Button>
            {writes && of.own !== null && (
              <Button onClick={() => set.mutate({ params: path, body: Object.fromEntries(FIELDS.map((field) => [field, ''])) }, { onSuccess: () => (form.setFieldsValue(shipped), setTyped(shipped)) })}>{t('backToShipped')}</Button>
            )}
          </div>
        </Form>
      </section>
      {preview.data?.items.map(({ about, at, ...mails }, n) => (
        <section key={about ?? n} className="card stack" aria-label={t('preview')}>
          <h2>{mails[language].subject}</h2>
          <p className="soft small">{at === null ? t('noRecordYet') : <When at={at} />}</p>
          <p className="prose" style={{ whiteSpace: 'pre-wrap' }}>
            {mails[language].text}
          </p>
        </section>
      ))}
    </div>
  );
}
