import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { calls as api, type Answer, type Shown } from '../../api/client.js';
import { useUiWords } from '../../ui/words.js';
import { useOfficeWords } from '../words.js';

type Contest = Answer<'/api/contests'>['items'][number];

const KINDS = ['host', 'organiser', 'co-organiser', 'sponsor', 'supporter'] as const;
const NAMES = { host: 'kindHost', organiser: 'kindOrganiser', 'co-organiser': 'kindCoOrganiser', sponsor: 'kindSponsor', supporter: 'kindSupporter' } as const;

/** Who stands behind an edition, where its winners go on to, and where people write to. */
export function About({ contest }: { contest: Contest }) {
  const [t, ui] = [useOfficeWords(), useUiWords()];
  const [open, setOpen] = useState(false);
  const describe = api.useMutation('put', '/api/contests/{contest}/description');
  const save = (body: Shown['DescribeContest']) => describe.mutate({ params: { path: { contest: contest.id } }, body: { ...body, sponsors: body.sponsors ?? [], uppers: contest.uppers } }, { onSuccess: () => setOpen(false) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('about')}</Button>
      <Modal open={open} title={t('about')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden width={640} closable={{ 'aria-label': ui('close') }}>
        <Form layout="vertical" onFinish={save} initialValues={{ sponsors: contest.sponsors, desks: contest.desks }}>
          <Form.List name="sponsors">
            {(fields, { add, remove }) => (
              <div className="stack tight" style={{ marginBottom: 16 }}>
                {fields.map(({ key, name }) => (
                  <div key={key} className="row" style={{ flexWrap: 'nowrap' }}>
                    <Form.Item name={[name, 'kind']} noStyle>
                      <Select aria-label={`${t('kind')} ${name + 1}`} style={{ width: 130 }} options={KINDS.map((value) => ({ value, label: t(NAMES[value]) }))} />
                    </Form.Item>
                    <Form.Item name={[name, 'name']} noStyle rules={[{ required: true }]}>
                      <Input aria-label={`${t('name')} ${name + 1}`} maxLength={120} />
                    </Form.Item>
                    <Button type="text" aria-label={`${t('remove')} ${name + 1}`} onClick={() => remove(name)}>
                      ✕
                    </Button>
                  </div>
                ))}
                <div>
                  <Button size="small" onClick={() => add({ kind: 'supporter', name: '' })}>
                    {t('addSponsor')}
                  </Button>
                </div>
              </div>
            )}
          </Form.List>
          <Form.Item name={['desks', 'contestants']} label={t('deskContestants')}>
            <Input type="email" />
          </Form.Item>
          <Form.Item name={['desks', 'judging']} label={t('deskJudging')}>
            <Input type="email" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={describe.isPending}>
            {ui('save')}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
