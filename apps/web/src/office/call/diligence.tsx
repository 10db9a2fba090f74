import { Button, Form, Input, Modal, Radio } from 'antd';
import { calls as api, type Answer } from '../../api/client.js';
import { useOwnWords } from '../../words.js';
import { useUiWords } from '../../ui/words.js';
import { useOfficeWords } from '../words.js';
import type { Call } from './prolong.js';

interface Findings {
  readonly verdict: 'pass' | 'conditional' | 'fail';
  readonly note?: string;
  readonly items: Readonly<Record<string, { found: 'in-order' | 'open' | 'wrong'; note?: string }>>;
}

/** What was looked into before an award, item by item. */
export function Diligence({ call, line, close }: { call: Call; line: Answer<'/api/calls/{call}/decision-sheet'>['results'][number]; close: () => void }) {
  const [t, ui, own] = [useOfficeWords(), useUiWords(), useOwnWords()];
  const record = api.useMutation('post', '/api/entries/{entry}/diligence');
  const save = ({ verdict, note, items }: Findings) =>
    record.mutate({ params: { path: { entry: line.entry } }, body: { verdict, ...(note !== undefined && note !== '' && { note }), findings: call.diligence.map(({ key }) => ({ item: key, found: items[key]!.found, ...(items[key]!.note && { note: items[key]!.note }) })) } }, { onSuccess: close });
  return (
    <Modal open title={`${t('diligence')} · ${line.title}`} footer={null} onCancel={close} closable={{ 'aria-label': ui('close') }}>
      <Form layout="vertical" onFinish={save} initialValues={{ verdict: line.diligence?.verdict ?? 'pass', note: line.diligence?.note, items: Object.fromEntries(call.diligence.map(({ key }) => [key, line.diligence?.findings.find(({ item }) => item === key) ?? { found: 'in-order' }])) }}>
        {call.diligence.map(({ key, words }) => (
          <div key={key}>
            <Form.Item name={['items', key, 'found']} label={own(words)} style={{ marginBottom: 4 }}>
              <Radio.Group options={[{ value: 'in-order', label: t('inOrder') }, { value: 'open', label: t('open') }, { value: 'wrong', label: t('wrong') }]} />
            </Form.Item>
            <Form.Item name={['items', key, 'note']}>
              <Input placeholder={t('note')} aria-label={`${t('note')}: ${own(words)}`} maxLength={500} />
            </Form.Item>
          </div>
        ))}
        <Form.Item name="verdict" label={t('outcome')}>
          <Radio.Group options={(['pass', 'conditional', 'fail'] as const).map((value) => ({ value, label: t(value) }))} />
        </Form.Item>
        <Form.Item name="note" label={t('note')}>
          <Input.TextArea maxLength={2000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {ui('save')}
        </Button>
      </Form>
    </Modal>
  );
}
