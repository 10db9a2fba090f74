import { Button, Form, InputNumber, Progress, Select } from 'antd';
import { useCallback, useMemo } from 'react';
import { calls as api, type Answer } from '../../api/client.js';
import { Ask, Empty } from '../../ui/ask.js';
import { Chart, type ChartOption } from '../../ui/chart.js';
import { List } from '../../ui/list/list.js';
import type { Column } from '../../ui/list/rows.js';
import { useOfficeWords } from '../words.js';
import type { Round, RoundProps } from './round-props.js';
import { useRoundWords } from './words.js';

type Proposal = Answer<'/api/rounds/{round}/proposal'>;
type Pair = Proposal['assignment'][number];

/** The assignment studio: loads, the entries served worst, pins, the proof. */
export default function Assignment({ round }: RoundProps) {
  const t = useRoundWords();
  const proposal = api.useQuery('get', '/api/rounds/{round}/proposal', { params: { path: { round: round.id } } }, { enabled: round.state !== 'solving' });
  if (round.state === 'solving') return <Working round={round} />;
  if (proposal.error !== null && proposal.data === undefined) return <Empty text={t('noProposal')} />;
  return (
    <Ask of={proposal} rows={10}>
      {(shown) => (
        <div className="stack wide">
          {!shown.feasible && <Lacking of={shown} />}
          <div className="halves">
            <Loads of={shown} most={round.maxPerJudge} />
            <div className="stack wide">
              <Weakest of={shown} />
              <Proof of={shown} />
              {(round.state === 'proposed' || round.state === 'unsolvable') && <Again round={round} />}
            </div>
          </div>
          <Pairs of={shown} round={round} />
        </div>
      )}
    </Ask>
  );
}

/** How far the working out is; it goes on while one is elsewhere. */
function Working({ round }: { round: Round }) {
  const t = useRoundWords();
  const progress = api.useQuery('get', '/api/calls/{call}/progress', { params: { path: { call: round.call } } }, { refetchInterval: 1500 });
  const steps = progress.data?.rounds.find((one) => one.round === round.id)?.steps ?? [];
  return (
    <section className="card stack" aria-live="polite">
      <h2>{t('working')}</h2>
      {steps.map(({ step, done, of }) => (
        <div key={step}>
          {step} <Progress percent={Math.round((100 * done) / Math.max(1, of))} aria-label={step} />
        </div>
      ))}
      <p className="soft">{t('leave')}</p>
    </section>
  );
}

function Lacking({ of: { short = [], capTooLow, assignment } }: { of: Proposal }) {
  const t = useRoundWords();
  const titles = new Map(assignment.map(({ entry, title }) => [entry, title]));
  return (
    <section className="note bad stack tight" role="alert">
      <p>{t(capTooLow === true ? 'capTooLow' : 'unsolvable')}</p>
      <ul>
        {short.map(({ entry, places }) => (
          <li key={entry}>{t('lacking', { entry: titles.get(entry) ?? entry, places })}</li>
        ))}
      </ul>
    </section>
  );
}

function Loads({ of: { loads }, most }: { of: Proposal; most: number }) {
  const t = useRoundWords();
  const option = useCallback((): ChartOption => {
    const shown = [...loads].reverse();
    return {
      grid: { left: 8, right: 40, top: 8, bottom: 24, containLabel: true },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', minInterval: 1, max: Math.max(most > 100 ? 0 : most, ...loads.map(({ entries }) => entries)) },
      yAxis: { type: 'category', data: shown.map(({ name = '' }) => name), axisTick: { show: false } },
      series: [{ type: 'bar', data: shown.map(({ entries }) => entries), barMaxWidth: 14, label: { show: true, position: 'right' } }],
    } as ChartOption;
  }, [loads, most]);
  return (
    <section className="card">
      <h2>
        {t('load')} <span className="soft small">{t('loadAxis')}</span>
      </h2>
      <Chart option={option} label={t('load')} height={Math.max(160, 24 * loads.length + 40)} />
    </section>
  );
}

function Weakest({ of: { weakest } }: { of: Proposal }) {
  const t = useRoundWords();
  return (
    <section className="card">
      <h2>{t('weakest')}</h2>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('entry')}</th>
            <th scope="col" className="number">
              {t('affinity')}
            </th>
          </tr>
        </thead>
        <tbody>
          {weakest.map(({ entry, title, affinity }) => (
            <tr key={entry}>
              <td>{title}</td>
              <td className="number">{affinity}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Proof({ of: { method, pairs, conflicts, cost, certificate } }: { of: Proposal }) {
  const [t, office] = [useRoundWords(), useOfficeWords()];
  return (
    <section className="card stack tight">
      <h2>{t('certificate')}</h2>
      <dl className="facts">
        <dt>{t('method')}</dt>
        <dd>{method === 'cheapest' || method === 'fair' || method === 'randomised' ? office(method) : method}</dd>
        <dt>{t('pairsCount')}</dt>
        <dd className="number">{pairs}</dd>
        <dt>{t('conflicts')}</dt>
        <dd className="number">{conflicts}</dd>
      </dl>
      {certificate && <p className="soft small" style={{ overflowWrap: 'anywhere' }}>{t('certificateText', { cost, hash: certificate.hash })}</p>}
    </section>
  );
}

function Again({ round }: { round: Round }) {
  const [t, office] = [useRoundWords(), useOfficeWords()];
  const solve = api.useMutation('post', '/api/rounds/{round}/solve');
  const [form] = Form.useForm<{ reviewsPerEntry: number; maxPerJudge: number; method: 'cheapest' | 'fair' | 'randomised'; cap?: number }>();
  const method = Form.useWatch('method', form);
  return (
    <section className="card">
      <h2>{t('solveAgain')}</h2>
      <Form form={form} layout="inline" onFinish={(body) => solve.mutate({ params: { path: { round: round.id } }, body })} initialValues={{ reviewsPerEntry: round.reviewsPerEntry, maxPerJudge: round.maxPerJudge, method: round.method, cap: 0.5 }} style={{ rowGap: 10 }}>
        <Form.Item name="reviewsPerEntry" label={office('reviews')}>
          <InputNumber min={1} max={50} precision={0} style={{ width: 72 }} />
        </Form.Item>
        <Form.Item name="maxPerJudge" label={office('perJudge')}>
          <InputNumber min={1} max={5000} precision={0} style={{ width: 84 }} />
        </Form.Item>
        <Form.Item name="method" label={office('method')}>
          <Select style={{ width: 170 }} options={(['cheapest', 'fair', 'randomised'] as const).map((value) => ({ value, label: office(value) }))} />
        </Form.Item>
        {method === 'randomised' && (
          <Form.Item name="cap" label="p ≤">
            <InputNumber min={0.05} max={1} step={0.05} style={{ width: 80 }} />
          </Form.Item>
        )}
        <Button htmlType="submit" loading={solve.isPending}>
          {t('solveAgain')}
        </Button>
      </Form>
    </section>
  );
}

function Pairs({ of: { assignment }, round }: { of: Proposal; round: Round }) {
  const t = useRoundWords();
  const wish = api.useMutation('put', '/api/rounds/{round}/wishes');
  const columns = useMemo((): Column<Pair>[] => {
    const wishes = new Map(round.wishes.map(({ entry, judge, kind }) => [`${entry} ${judge}`, kind]));
    const put = (pair: Pair, kind: 'pin' | 'forbid' | 'neither') => wish.mutate({ params: { path: { round: round.id } }, body: { wishes: [{ entry: pair.entry, judge: pair.judge, wish: kind }] } });
    const may = round.state === 'proposed' || round.state === 'unsolvable';
    const kindOf = ({ entry, judge }: Pair) => wishes.get(`${entry} ${judge}`);
    return [
      { key: 'entry', title: t('entry'), width: 'minmax(220px, 3fr)', value: ({ title }) => title ?? '' },
      { key: 'judge', title: t('judge'), width: 'minmax(140px, 1fr)', value: ({ name }) => name ?? '', filter: (value) => value },
      { key: 'affinity', title: t('affinity'), width: '90px', number: true, value: ({ affinity }) => affinity },
      {
        key: 'wish',
        title: t('wish'),
        width: '200px',
        value: (pair) => kindOf(pair) ?? '',
        show: (pair) => {
          const kind = kindOf(pair);
          if (kind !== undefined) return <><span className="tag on">{t(kind === 'pin' ? 'pinned' : 'forbidden')}</span> {may && <Button size="small" type="text" onClick={() => put(pair, 'neither')}>{t('undo')}</Button>}</>;
          return may ? <><Button size="small" onClick={() => put(pair, 'pin')}>{t('pin')}</Button> <Button size="small" onClick={() => put(pair, 'forbid')}>{t('forbid')}</Button></> : '—';
        },
      },
    ];
  }, [t, wish, round]);
  return (
    <section>
      <h2>{t('pairs')}</h2>
      <List name={t('pairs')} rows={assignment} columns={columns} keyOf={({ entry, judge }) => entry + judge} />
    </section>
  );
}
