import { Button, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { calls as api, type Answer } from '../../api/client.js';
import { useUiWords } from '../../ui/words.js';
import { useOfficeWords } from '../words.js';

export type Call = Answer<'/api/calls/{call}'>;

export function Prolong({ call }: { call: Call }) {
  const [t, ui] = [useOfficeWords(), useUiWords()];
  const [open, setOpen] = useState(false);
  const prolong = api.useMutation('patch', '/api/calls/{call}/closing');
  const save = ({ closesAt, reason }: { closesAt: Dayjs; reason: string }) => prolong.mutate({ params: { path: { call: call.id } }, body: { closesAt: closesAt.toISOString(), reason } }, { onSuccess: () => setOpen(false) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('prolong')}</Button>
      <Modal open={open} title={t('prolong')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden closable={{ 'aria-label': ui('close') }}>
        <Form layout="vertical" onFinish={save} initialValues={{ closesAt: dayjs(call.closesAt) }}>
          <Form.Item name="closesAt" label={t('newClosing')} rules={[{ required: true }]}>
            <DatePicker showTime />
          </Form.Item>
          <Form.Item name="reason" label={ui('reason')} rules={[{ required: true }]}>
            <Input.TextArea maxLength={500} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={prolong.isPending}>
            {t('prolong')}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
