import { Link } from '@tanstack/react-router';
import { Button, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo, useState } from 'react';
import { calls as api, type Answer } from '../../api/client.js';
import { Ask, Empty } from '../../ui/ask.js';
import { List } from '../../ui/list/list.js';
import type { Column } from '../../ui/list/rows.js';
import { useNamed } from '../../ui/named.js';
import { State, useStateName } from '../../ui/state.js';
import { useUiWords } from '../../ui/words.js';
import { useOfficeWords } from '../words.js';
import type { Call } from './prolong.js';

type Award = Answer<'/api/awards'>['items'][number];

/** The awards of a call, their money and their certificates. */
export default function Awards({ call }: { call: Call }) {
  const [t, named, ui, stateName] = [useOfficeWords(), useNamed(), useUiWords(), useStateName()];
  const [paying, setPaying] = useState<Award | null>(null);
  const awards = api.useQuery('get', '/api/awards', { params: { query: { limit: 1000 } } });
  const pay = api.useMutation('post', '/api/awards/{award}/pay');
  const columns = useMemo(
    (): Column<Award>[] => [
      { key: 'place', title: t('place'), width: '80px', number: true, value: ({ place }) => place },
      { key: 'title', title: t('entry'), width: 'minmax(220px, 3fr)', value: ({ title }) => title, show: ({ entry, title }) => <Link to={`/office/entries/${entry}`}>{title}</Link> },
      { key: 'organisation', title: t('organisation'), width: 'minmax(140px, 2fr)', value: ({ organisation }) => organisation },
      { key: 'prize', title: t('prize'), width: '130px', value: ({ prize }) => named(prize), filter: (value) => value },
      { key: 'money', title: t('money'), width: '120px', number: true, value: ({ money }) => money / 100, show: ({ money }) => `¥ ${(money / 100).toLocaleString()}` },
      { key: 'state', title: t('state'), width: '110px', value: ({ state }) => state, show: ({ state }) => <State of={state} />, filter: stateName },
      { key: 'certificate', title: t('certificate'), width: '190px', value: ({ code }) => code, show: ({ id, code }) => <a href={`/api/awards/${id}/certificate`} download>{code}</a> },
      { key: 'pay', title: t('pay'), width: '150px', value: ({ paidRef }) => paidRef, show: (award) => (award.state === 'granted' && award.money > 0 ? <Button size="small" onClick={() => setPaying(award)}>{t('pay')}</Button> : (award.paidRef ?? '—')) },
    ],
    [t, named, stateName],
  );
  return (
    <Ask of={awards}>
      {({ items }) => {
        const own = items.filter((award) => award.call === call.id);
        return own.length === 0 ? (
          <Empty text={t('noAwards')} />
        ) : (
          <>
            <List name={t('awards')} rows={own} columns={columns} keyOf={({ id }) => id} tools={<Button href={`/api/calls/${call.id}/certificates`} download>{t('allCertificates')}</Button>} />
            <Modal open={paying !== null} title={t('pay')} footer={null} onCancel={() => setPaying(null)} destroyOnHidden closable={{ 'aria-label': ui('close') }}>
              <Form layout="vertical" initialValues={{ on: dayjs() }} onFinish={({ on, reference }: { on: Dayjs; reference: string }) => pay.mutate({ params: { path: { award: paying!.id } }, body: { on: on.format('YYYY-MM-DD'), reference } }, { onSuccess: () => setPaying(null) })}>
                <Form.Item name="on" label={t('paid')} rules={[{ required: true }]}>
                  <DatePicker />
                </Form.Item>
                <Form.Item name="reference" label={t('payRef')} rules={[{ required: true }]}>
                  <Input maxLength={80} />
                </Form.Item>
                <Button type="primary" htmlType="submit" loading={pay.isPending}>
                  {t('pay')}
                </Button>
              </Form>
            </Modal>
          </>
        );
      }}
    </Ask>
  );
}
