import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { calls } from '../api/client.js';
import { passkeysHere, signInByPasskey } from '../api/passkey.js';
import { atTheDoor, wordsOf } from '../api/session.js';
import { Page } from '../ui/page.js';
import { useStartWords } from './words.js';

/** Signing in and up: one form, with a name for those who come for the first time. */
export function Door({ isNew, children }: { isNew: boolean; children: ReactNode }) {
  const [t, navigate] = [useStartWords(), useNavigate()];
  const { next } = useSearch({ strict: false }) as { next?: string };
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [coded, setCoded] = useState(false);
  const { data: ways } = calls.useQuery('get', '/api/sign-in-ways');
  const title = t(isNew ? 'signUp' : 'signIn');

  const enter = async (values: Record<string, string>) => {
    setBusy(true);
    setProblem('');
    try {
      const { twoFactorRedirect } = coded ? await atTheDoor(/^\d{6}$/.test(values['code'] ?? '') ? 'two-factor/verify-totp' : 'two-factor/verify-backup-code', values) : await atTheDoor(isNew ? 'sign-up/email' : 'sign-in/email', values);
      if (twoFactorRedirect === true) {
        setCoded(true);
        setBusy(false);
        return;
      }
      // Addresses of this console alone.
      await navigate({ to: next?.startsWith('/') && !next.startsWith('//') ? next : '/' });
    } catch (error) {
      setProblem(wordsOf(error));
    }
    setBusy(false);
  };
  const byPasskey = async () => {
    setProblem('');
    try {
      await signInByPasskey();
      await navigate({ to: next?.startsWith('/') && !next.startsWith('//') ? next : '/' });
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  const byProvider = async () => {
    try {
      const { url } = await atTheDoor('sign-in/social', { provider: 'oidc', callbackURL: next?.startsWith('/') && !next.startsWith('//') ? next : '/' });
      if (url !== undefined) window.location.assign(url);
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  return (
    <Page title={title}>
      <div className="card" style={{ maxWidth: 420 }}>
        <Form layout="vertical" onFinish={(values: Record<string, string>) => void enter(values)} requiredMark={false}>
          {problem !== '' && (
            <p className="note bad" role="alert" style={{ marginBottom: 16 }}>
              {problem}
            </p>
          )}
          {isNew && (
            <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
              <Input autoComplete="name" maxLength={60} />
            </Form.Item>
          )}
 {coded ? (
            <Form.Item key="code" name="code" label={t('code')} extra={t('codeHelp')} rules={[{ required: true }]}>
              <Input autoComplete="one-time-code" autoFocus maxLength={20} />
            </Form.Item>
          ) : (<>
          <Form.Item name="email" label={t('email')} rules={[{ required: true }]}>
            <Input type="email" autoComplete="email" autoFocus={!isNew} />
          </Form.Item>
          <Form.Item name="password" label={t('password')} rules={[{ required: true }]} {...(isNew && { extra: t('passwordHelp') })}>
            <Input.Password autoComplete={isNew ? 'new-password' : 'current-password'} />
          </Form.Item></>)}
          <Button type="primary" htmlType="submit" loading={busy} block>
            {title}
          </Button>
        </Form>
        {!coded && !isNew && passkeysHere() && (
          <Button block style={{ marginTop: 12 }} onClick={() => void byPasskey()}>
            {t('byPasskey')}
          </Button>
        )}
        {!coded && ways?.provider != null && (
          <Button block style={{ marginTop: 12 }} onClick={() => void byProvider()}>
            {t('byProvider', { name: ways.provider })}
          </Button>
        )}
        <p style={{ marginTop: 14 }}>{children}</p>
      </div>
    </Page>
  );
}
