import { Button, Form, Input } from 'antd';
import { calls as api } from '../api/client.js';
import { Page } from '../ui/page.js';
import { useStartWords } from './words.js';

/** Asks for a link to set a new password. */
export default function Forgotten() {
  const t = useStartWords();
  const ask = api.useMutation('post', '/api/passwords/ask');
  return (
    <Page title={t('forgotten')}>
      <div className="card" style={{ maxWidth: 420 }}>
        {ask.isSuccess ? (
          <p role="status">{t('passwordAsked')}</p>
        ) : (
          <Form layout="vertical" requiredMark={false} onFinish={(body: { email: string }) => ask.mutate({ body })}>
            <Form.Item name="email" label={t('email')} extra={t('forgottenHelp')} rules={[{ required: true, type: 'email' }]}>
              <Input type="email" autoComplete="email" autoFocus />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={ask.isPending} block>
              {t('sendLink')}
            </Button>
          </Form>
        )}
      </div>
    </Page>
  );
}
