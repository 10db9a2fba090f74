import { Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { calls as api } from '../api/client.js';
import { atTheDoor, useMe, wordsOf } from '../api/session.js';
import { queries } from '../api/queries.js';
import { useStartWords } from './words.js';

interface Begun {
  readonly uri: string;
  readonly recovery: readonly string[];
}

/** Turns the second factor on and off: the password, then the first code of the authenticator. */
export function SecondFactor() {
  const [t, me] = [useStartWords(), useMe()];
  const session = api.useQuery('get', '/api/me');
  const [begun, setBegun] = useState<Begun | null>(null);
  const [problem, setProblem] = useState('');
  const on = session.data?.secondFactor === true;
  const step = async (act: () => Promise<void>) => {
    setProblem('');
    try {
      await act();
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  const turn = ({ password }: { password: string }) =>
    step(async () => {
      const { totpURI = '', backupCodes = [] } = await atTheDoor(on ? 'two-factor/disable' : 'two-factor/enable', { password });
      if (!on) setBegun({ uri: totpURI, recovery: backupCodes });
      await queries.invalidateQueries();
    });
  const confirm = ({ code }: { code: string }) =>
    step(async () => {
      await atTheDoor('two-factor/verify-totp', { code });
      setBegun(null);
      await queries.invalidateQueries();
    });
  if (!me) return null;
  return (
    <section className="card stack">
      <h2>{t('secondFactor')}</h2>
      <p className="soft">{t(on ? 'secondOn' : 'secondOff')}</p>
      {problem !== '' && (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
      {begun === null ? (
        <Form layout="inline" onFinish={(typed: { password: string }) => void turn(typed)}>
          <Form.Item name="password" label={t('password')} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button htmlType="submit" type={on ? 'default' : 'primary'} danger={on}>
            {t(on ? 'turnOff' : 'turnOn')}
          </Button>
        </Form>
      ) : (
        <>
          <p>{t('scan')}</p>
          <QRCode value={begun.uri} bgColor="#ffffff" color="#000000" />
          <p className="soft small">
            {t('byHand')} <code>{new URL(begun.uri).searchParams.get('secret')}</code>
          </p>
          <p>{t('recovery')}</p>
          <pre>{begun.recovery.join('\n')}</pre>
          <Form layout="inline" onFinish={(typed: { code: string }) => void confirm(typed)}>
            <Form.Item name="code" label={t('code')} rules={[{ required: true }]}>
              <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
            </Form.Item>
            <Button htmlType="submit" type="primary">
              {t('confirm')}
            </Button>
          </Form>
        </>
      )}
    </section>
  );
}
