import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { atTheDoor, wordsOf } from '../api/session.js';
import { useStartWords } from './words.js';

/** Changes the password; whoever else is signed in with the old one is signed out. */
export function Password() {
  const t = useStartWords();
  const [form] = Form.useForm<{ currentPassword: string; newPassword: string }>();
  const [told, setTold] = useState<{ good: boolean; text: string } | null>(null);
  const change = async (typed: { currentPassword: string; newPassword: string }) => {
    try {
      await atTheDoor('change-password', { ...typed, revokeOtherSessions: true });
      form.resetFields();
      setTold({ good: true, text: t('passwordChanged') });
    } catch (error) {
      setTold({ good: false, text: wordsOf(error) });
    }
  };
  return (
    <section className="card stack">
      <h2>{t('changePassword')}</h2>
      {told && (
        <p className={told.good ? 'note' : 'note bad'} role={told.good ? 'status' : 'alert'}>
          {told.text}
        </p>
      )}
      <Form form={form} layout="vertical" requiredMark={false} style={{ maxWidth: 420 }} onFinish={(typed) => void change(typed)}>
        <Form.Item name="currentPassword" label={t('oldPassword')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="newPassword" label={t('newPassword')} extra={t('passwordHelp')} rules={[{ required: true, min: 10 }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button htmlType="submit">{t('changePassword')}</Button>
      </Form>
    </section>
  );
}
