import { useNavigate } from '@tanstack/react-router';
import { Button, DatePicker, Form, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { calls as api } from '../../api/client.js';
import { useOfficeWords } from '../words.js';
import type { Call } from './prolong.js';

interface Terms {
  readonly reviewsPerEntry?: number;
  readonly maxPerJudge?: number;
  readonly method?: 'cheapest' | 'fair' | 'randomised';
  readonly cap?: number;
  readonly judgeBy?: Dayjs;
}

const WEEKS = 2;

/** Begins the next of a call's rounds; its assignment is worked out at once. */
export function BeginRound({ call, accepted }: { call: Call; accepted: number }) {
  const [t, navigate] = [useOfficeWords(), useNavigate()];
  const rounds = api.useQuery('get', '/api/calls/{call}/rounds', { params: { path: { call: call.id } } });
  const propose = api.useMutation('post', '/api/calls/{call}/rounds');
  const begun = new Set(rounds.data?.rounds.map(({ key }) => key));
  const next = call.rounds.find(({ key }) => !begun.has(key));
  if (!next || (call.state !== 'closed' && call.state !== 'judging')) return null;
  const begin = ({ judgeBy, ...terms }: Terms) =>
    propose.mutate({ params: { path: { call: call.id } }, body: { round: next.key, ...terms, ...(judgeBy && { judgeBy: judgeBy.toISOString() }) } }, { onSuccess: ({ id }) => void navigate({ to: `/office/rounds/${id}` }) });
  return (
    <section className="card">
      <h2>{t('beginRound', { name: next.name })}</h2>
      <p className="soft">
        {t('judges')}: {accepted}
      </p>
      <Form layout="vertical" onFinish={begin} initialValues={{ reviewsPerEntry: Math.max(next.quorum, 3), maxPerJudge: 40, method: 'cheapest', judgeBy: dayjs().add(WEEKS, 'week') }}>
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
          </>
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
