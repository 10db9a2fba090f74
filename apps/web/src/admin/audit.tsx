import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { When } from '../ui/when.js';
import { Steps } from './steps.js';
import { useAdminWords } from './words.js';

interface Search {
  readonly command?: string;
  readonly thing?: string;
  readonly from?: string;
  readonly to?: string;
  readonly skip?: string;
}

/** What was done, by whom and when; and whether the record is as it was written. */
export default function Audit() {
  const [t, navigate] = [useAdminWords(), useNavigate()];
  const { command, thing, from, to, skip = '0' } = useSearch({ strict: false }) as Search;
  const query = { ...(command && { command }), ...(thing && { thing }), ...(from && { from: dayjs(from).toISOString() }), ...(to && { to: dayjs(to).add(1, 'day').toISOString() }) };
  const entries = api.useQuery('get', '/api/operations/audit/entries', { params: { query: { ...query, limit: 100, skip: Number(skip) } } });
  const ask = (values: { command?: string; thing?: string; from?: dayjs.Dayjs; to?: dayjs.Dayjs }) =>
    void navigate({ to: '.', search: { tab: 'audit', command: values.command?.trim() || undefined, thing: values.thing?.trim() || undefined, from: values.from?.format('YYYY-MM-DD'), to: values.to?.format('YYYY-MM-DD') } as never });
  return (
    <div className="stack wide">
      <Check />
      <Form layout="inline" onFinish={ask} initialValues={{ command, thing, from: from && dayjs(from), to: to && dayjs(to) }} style={{ rowGap: 8 }}>
        <Form.Item name="command" label={t('command')}>
          <Input placeholder={t('commandHelp')} maxLength={80} />
        </Form.Item>
        <Form.Item name="thing" label={t('thing')}>
          <Input maxLength={36} />
        </Form.Item>
        <Form.Item name="from" label={t('from')}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="to" label={t('to')}>
          <DatePicker />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {t('search')}
        </Button>
      </Form>
      <Ask of={entries}>
        {({ items, next }) => (
          <>
            <Table
              title={t('audit')}
              rows={items}
              keyOf={(entry) => `${entry.thing} ${entry.version}`}
              empty={t('nothing')}
              columns={[
                { title: t('at'), show: ({ at }) => <When at={at} /> },
                { title: t('by'), show: ({ by }) => by },
                { title: t('command'), show: (entry) => entry.command },
                { title: t('thing'), show: (entry) => <Link to="." search={{ tab: 'audit', thing: entry.thing } as never}>{entry.kind}</Link> },
                { title: t('state'), show: (entry) => <State of={entry.to} kind={entry.kind} /> },
                { title: t('hash'), show: ({ hash }) => <code title={hash}>{hash.slice(0, 8)}</code> },
              ]}
            />
            <Steps skip={Number(skip)} next={next} />
          </>
        )}
      </Ask>
    </div>
  );
}

function Check() {
  const t = useAdminWords();
  const check = api.useQuery('get', '/api/operations/audit', {}, { enabled: false });
  const found = check.data?.findings.length ?? 0;
  return (
    <div className="card row apart">
      <span role="status">{check.data && (found === 0 ? t('whole', { entries: check.data.entries, chains: check.data.chains, checkpoints: check.data.checkpoints }) : <span className="bad">{t('broken', { count: found })}</span>)}</span>
      <Button loading={check.isFetching} onClick={() => void check.refetch()}>
        {t('check')}
      </Button>
    </div>
  );
}
