import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { calls as api } from '../../api/client.js';
import { useParam } from '../../ui/param.js';
import { Page } from '../../ui/page.js';
import { useStartWords } from '../words.js';

/** Sets a new password by the link that was mailed. */
export default function Password() {
  const [t, token] = [useStartWords(), useParam('token')];
  const set = api.useMutation('post', '/api/passwords/by-link/{token}');
  return (
    <Page title={t('newPassword')}>
      <div className="card" style={{ maxWidth: 420 }}>
        {set.isSuccess ? (
          <p role="status">
            {t('passwordIsSet')} <Link to="/sign-in">{t('signIn')}</Link>
          </p>
        ) : (
          <Form layout="vertical" requiredMark={false} onFinish={(body: { password: string }) => set.mutate({ params: { path: { token } }, body })}>
            <Form.Item name="password" label={t('newPassword')} extra={t('passwordHelp')} rules={[{ required: true, min: 10 }]}>
              <Input.Password autoComplete="new-password" autoFocus />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={set.isPending} block>
              {t('setPassword')}
            </Button>
          </Form>
        )}
      </div>
    </Page>
  );
}
