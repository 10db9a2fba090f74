import { useNavigate } from '@tanstack/react-router';
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { calls as api } from '../../api/client.js';
import { useOfficeWords } from '../words.js';
import { useNamed } from '../../ui/named.js';
import type { Call } from './prolong.js';

interface Terms {
  readonly reviewsPerEntry?: number;
  readonly maxPerJudge?: number;
  readonly method?: 'cheapest' | 'fair' | 'randomised';
  readonly cap?: number;
  readonly panel?: string[];
  readonly rooms?: { name: string; judges: string[] }[];
  readonly judgeBy?: Dayjs;
}

const WEEKS = 2;

/** Begins the next of a call's rounds; its assignment is worked out at once. */
export function BeginRound({ call, accepted }: { call: Call; accepted: readonly { readonly judge: string; readonly name: string }[] }) {
  const [t, named, navigate] = [useOfficeWords(), useNamed(), useNavigate()];
  const [form] = Form.useForm<Terms>();
  const method = Form.useWatch('method', form);
  const people = accepted.map(({ judge, name }) => ({ value: judge, label: name }));
  const rounds = api.useQuery('get', '/api/calls/{call}/rounds', { params: { path: { call: call.id } } });
  // Said here and not with the call: the form is made anew when the judges change, and would then hear of nothing.
  const propose = api.useMutation('post', '/api/calls/{call}/rounds', { onSuccess: ({ id }) => void navigate({ to: `/office/rounds/${id}` }) });
  const begun = new Set(rounds.data?.rounds.map(({ key }) => key));
  const next = call.rounds.find(({ key }) => !begun.has(key));
  if (!next || (call.state !== 'closed' && call.state !== 'judging')) return null;
  const begin = ({ judgeBy, panel = [], ...terms }: Terms) =>
    propose.mutate({ params: { path: { call: call.id } }, body: { round: next.key, ...terms, ...(panel.length > 0 && { panel }), ...(judgeBy && { judgeBy: judgeBy.toISOString() }) } });
  return (
    <section className="card">
      <h2>{t('beginRound', { name: named(next.name) })}</h2>
      <p className="soft">
        {t('judges')}: {accepted.length}
      </p>
      <Form form={form} layout="vertical" onFinish={begin} initialValues={{ ...(next.seating === 'assigned' && { reviewsPerEntry: Math.max(next.quorum, 3), maxPerJudge: 40, method: 'cheapest', cap: 0.5 }), ...(next.seating === 'rooms' && { rooms: inRooms(accepted.map(({ judge }) => judge)) }), judgeBy: dayjs().add(WEEKS, 'week') }}>
        {next.seating === 'assigned' && next.way !== 'public-vote' && (
          <>
            <Form.Item name="reviewsPerEntry" label={t('reviews')}>
              <InputNumber min={1} max={50} precision={0} />
            </Form.Item>
            <Form.Item name="maxPerJudge" label={t('perJudge')}>
              <InputNumber min={1} max={1000} precision={0} />
            </Form.Item>
            <Form.Item name="method" label={t('method')}>
              <Select options={(['cheapest', 'fair', 'randomised'] as const).map((value) => ({ value, label: t(value) }))} />
            </Form.Item>
            {method === 'randomised' && (
              <Form.Item name="cap" label={t('cap')}>
                <InputNumber min={0.05} max={1} step={0.05} />
              </Form.Item>
            )}
          </>
        )}
        {next.seating === 'all' && (
          <Form.Item name="panel" label={t('panel')} extra={t('panelHelp')}>
            <Select mode="multiple" options={people} />
          </Form.Item>
        )}
        {next.seating === 'rooms' && (
          <Form.List name="rooms">
            {(rooms, { add, remove }) => (
              <div className="stack tight" style={{ marginBottom: 16 }}>
                {rooms.map(({ key, name }) => (
                  <div key={key} className="row" style={{ flexWrap: 'nowrap' }}>
                    <Form.Item name={[name, 'name']} noStyle rules={[{ required: true }]}>
                      <Input aria-label={`${t('room')} ${name + 1}`} maxLength={40} style={{ width: 120 }} />
                    </Form.Item>
                    <Form.Item name={[name, 'judges']} noStyle rules={[{ required: true }]}>
                      <Select mode="multiple" aria-label={`${t('judges')} ${name + 1}`} options={people} style={{ flex: 1 }} />
                    </Form.Item>
                    <Button type="text" aria-label={`${t('remove')} ${name + 1}`} onClick={() => remove(name)}>
                      ✕
                    </Button>
                  </div>
                ))}
                <div>
                  <Button size="small" onClick={() => add({ name: '', judges: [] })}>
                    {t('addRoom')}
                  </Button>
                </div>
              </div>
            )}
          </Form.List>
        )}
        <Form.Item name="judgeBy" label={t('judgeBy')}>
          <DatePicker showTime />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          {t('begin')}
        </Button>
      </Form>
    </section>
  );
}

/** Judges shared out evenly over two rooms, to begin with. */
const inRooms = (judges: readonly string[]) => ['A', 'B'].map((name, room) => ({ name, judges: judges.filter((_, n) => n % 2 === room) }));
