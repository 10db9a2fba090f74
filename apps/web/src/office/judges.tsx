import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { answered, api as raw, calls as api, type Answer } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { useAllPages } from '../ui/list/all-pages.js';
import { List } from '../ui/list/list.js';
import type { Column } from '../ui/list/rows.js';
import { Page } from '../ui/page.js';
import { State, useStateName } from '../ui/state.js';
import { useUiWords } from '../ui/words.js';
import { Import } from './call/import.js';
import { useOfficeWords } from './words.js';
import { listed } from '../words.js';

type Judge = Answer<'/api/judges'>['items'][number];

/** The district's judges with what each has done over all editions. */
export default function Judges() {
  const [t, ui, stateName] = [useOfficeWords(), useUiWords(), useStateName()];
  const [adds, setAdds] = useState(false);
  const judges = useAllPages<Judge>(['get', '/api/judges', 'all'], async (after) => answered(await raw.GET('/api/judges', { params: { query: { limit: 500, ...(after !== undefined && { after }) } } })));
  const enter = api.useMutation('post', '/api/judges');
  const rest = api.useMutation('post', '/api/judges/{judge}/rest');
  const columns = useMemo(
    (): Column<Judge>[] => [
      { key: 'name', title: t('name'), width: 'minmax(140px, 1fr)', value: ({ name }) => name ?? '' },
      { key: 'organisation', title: t('organisation'), width: 'minmax(160px, 2fr)', value: ({ organisation }) => organisation },
      { key: 'fields', title: t('field'), width: 'minmax(160px, 2fr)', value: ({ fields }) => listed(fields) },
      { key: 'most', title: t('most'), width: '100px', number: true, value: ({ maxEntries }) => maxEntries },
      { key: 'in', title: t('handedIn'), width: '120px', number: true, value: ({ record }) => record.handedIn, show: ({ record }) => `${record.handedIn} / ${record.given}` },
      { key: 'time', title: t('inTime'), width: '90px', number: true, value: ({ record }) => (record.given === 0 ? null : record.inTime), show: ({ record }) => (record.given === 0 ? '—' : record.inTime) },
      { key: 'severity', title: t('severity'), width: '130px', number: true, value: ({ record }) => record.aboveOthers, show: ({ record }) => (record.aboveOthers === null ? '—' : `${record.aboveOthers > 0 ? '+' : ''}${record.aboveOthers.toFixed(1)} (${record.comparedEntries})`) },
      { key: 'state', title: t('state'), width: '100px', value: ({ state }) => state, show: ({ state }) => <State of={state} />, filter: stateName },
      { key: 'rest', title: t('rest'), width: '90px', value: () => '', show: ({ id, state }) => state === 'active' && <Button size="small" onClick={() => rest.mutate({ params: { path: { judge: id } } })}>{t('rest')}</Button> },
    ],
    [t, stateName, rest],
  );
  const save = ({ fields, ...body }: { name: string; email: string; fields: string; organisation?: string; maxEntries?: number }) => enter.mutate({ body: { ...body, fields: fields.split(/[,，、]/).map((one) => one.trim()).filter(Boolean) } }, { onSuccess: () => setAdds(false) });
  return (
    <Page
      title={t('pool')}
      actions={
        <>
          <a href="/api/judges/template.xlsx" download>
            {t('template')}
          </a>
          <Import to="/api/judges/import" />
          <Button type="primary" onClick={() => setAdds(true)}>
            {t('addJudge')}
          </Button>
        </>
      }
    >
      <Ask of={judges}>{(rows) => (rows.length === 0 ? <Empty text={t('poolEmpty')} /> : <List name={t('pool')} rows={rows} columns={columns} keyOf={({ id }) => id} reading={judges.reading} />)}</Ask>
      <Modal open={adds} title={t('addJudge')} footer={null} onCancel={() => setAdds(false)} destroyOnHidden closable={{ 'aria-label': ui('close') }}>
        <Form layout="vertical" onFinish={save}>
          <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="email" label={t('email')} rules={[{ required: true }]}>
            <Input type="email" />
          </Form.Item>
          <Form.Item name="organisation" label={t('organisation')}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="fields" label={t('fields')} rules={[{ required: true }]}>
            <Input />
          </Form.Item>
          <Form.Item name="maxEntries" label={t('most')}>
            <InputNumber min={1} max={1000} precision={0} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={enter.isPending}>
            {t('addJudge')}
          </Button>
        </Form>
      </Modal>
    </Page>
  );
}
