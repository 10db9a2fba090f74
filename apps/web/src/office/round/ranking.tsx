import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { calls as api, type Answer } from '../../api/client.js';
import { Ask, Empty } from '../../ui/ask.js';
import { Chart, colour, type ChartOption } from '../../ui/chart.js';
import { List } from '../../ui/list/list.js';
import type { Column } from '../../ui/list/rows.js';
import { useNamed } from '../../ui/named.js';
import { useReason } from '../../ui/reason.js';
import { State } from '../../ui/state.js';
import { useSure } from '../../ui/sure.js';
import type { RoundProps } from './round-props.js';
import { useRoundWords } from './words.js';
import { listed } from '../../words.js';

type Line = Answer<'/api/rounds/{round}/table'>['rows'][number];
type WhatIf = Answer<'/api/rounds/{round}/what-if'>;
type Exception = { entry: string; goesOn: boolean; reason: string };

/** The ranking with how certain it is, the columns the office derives, and who goes on. */
export default function Ranking({ round }: RoundProps) {
  const [t, named, reason, sure] = [useRoundWords(), useNamed(), useReason(), useSure()];
  const path = { params: { path: { round: round.id } } };
  const table = api.useQuery('get', '/api/rounds/{round}/table', path);
  const whatIf = api.useQuery('get', '/api/rounds/{round}/what-if', path, { meta: { still: true }, staleTime: 60_000 });
  const decide = api.useMutation('post', '/api/rounds/{round}/decide');
  const [exceptions, setExceptions] = useState<readonly Exception[]>([]);
  const certain = useMemo(() => new Map(whatIf.data?.certainty?.map((one) => [one.entry, one])), [whatIf.data]);
  const standing = useMemo(() => new Map(round.standings.map((one) => [one.entry, one])), [round.standings]);
  const criteria = round.plan?.rubric ?? [];

  const columns = useMemo((): Column<Line>[] => {
    const except = (entry: string, what: string) => {
      const others = exceptions.filter((one) => one.entry !== entry);
      if (what === 'rule') return setExceptions(others);
      reason(t('exception'), (text) => Promise.resolve(setExceptions([...others, { entry, goesOn: what === 'on', reason: text }])));
    };
    return [
      { key: 'rank', title: t('rank'), width: '90px', number: true, value: ({ rank }) => rank, show: ({ rank, tied }) => (rank === null ? '—' : `${rank}${tied === true ? ` (${t('tied')})` : ''}`) },
      { key: 'title', title: t('entry'), width: 'minmax(220px, 3fr)', value: ({ title }) => title, show: ({ entry, title, disputed }) => <><Link to={`/office/entries/${entry}`}>{title}</Link> {disputed && <span className="tag warn">{t('disputed')}</span>}</> },
      { key: 'score', title: t('score'), width: '90px', number: true, value: ({ score }) => (score === null ? null : Number(score)), show: ({ score }) => score ?? '—' },
      ...criteria.map(({ key, name }): Column<Line> => ({ key: `c-${key}`, title: named(name), width: '100px', number: true, value: ({ criteria: own }) => (own?.[key] === undefined ? null : Number(own[key])) })),
      { key: 'interval', title: t('interval'), width: '125px', number: true, value: ({ entry }) => certain.get(entry)?.ranks?.[0] ?? null, show: ({ entry }) => certain.get(entry)?.ranks?.join('–') ?? '—' },
      { key: 'above', title: t('above'), width: '165px', number: true, value: ({ entry }) => certain.get(entry)?.above ?? null, show: ({ entry }) => <Chance of={certain.get(entry)?.above ?? null} /> },
      ...(table.data?.columns ?? []).map(({ key, name }): Column<Line> => ({ key: `d-${key}`, title: named(name), width: '110px', number: true, value: ({ columns: own }) => own[key]?.value ?? null, show: ({ columns: own }) => <span title={own[key]?.steps.map(({ of, is }) => `${of} = ${is ?? '—'}`).join('\n')}>{own[key]?.value ?? '—'}</span> })),
      { key: 'on', title: t('goesOn'), width: '110px', value: ({ entry }) => String(standing.get(entry)?.goesOn ?? ''), show: ({ entry }) => { const on = standing.get(entry)?.goesOn; return on === null || on === undefined ? '—' : <State of={on ? 'shortlisted' : 'not-selected'} />; } },
      ...(round.state === 'ranked' && round.plan?.advance
        ? [{ key: 'exception', title: t('exception'), width: '150px', value: () => '', show: ({ entry, title }: Line) => <Select size="small" aria-label={`${t('exception')}: ${title}`} style={{ width: 120 }} value={exceptionOf(exceptions, entry)} onChange={(what) => except(entry, what)} options={[{ value: 'rule', label: t('asRanked') }, { value: 'on', label: t('toGoOn') }, { value: 'out', label: t('toStay') }]} /> }]
        : []),
    ];
  }, [t, named, criteria, certain, table.data, standing, exceptions, round, reason]);

  if (table.error !== null && table.data === undefined) return <Empty text={t('noTable')} />;
  return (
    <Ask of={table} rows={10}>
      {({ rows, leftAsTheyAre }) => (
        <div className="stack wide">
          {leftAsTheyAre.length > 0 && <p className="soft">{t('leftAsTheyAre', { judges: listed(leftAsTheyAre.map(({ name }) => name ?? '—')) })}</p>}
          {round.state === 'ranked' && round.plan?.advance && (
            <div>
              <Button type="primary" onClick={() => sure(t('decide'), t('decideSure'), () => decide.mutateAsync({ ...path, body: { exceptions: [...exceptions] } }))}>
                {t('decide')}
              </Button>
            </div>
          )}
          {whatIf.data?.certainty && <Certainty of={whatIf.data} rows={rows} />}
          <List name={t('ranking')} rows={rows} columns={columns} keyOf={({ entry }) => entry} />
        </div>
      )}
    </Ask>
  );
}

const exceptionOf = (exceptions: readonly Exception[], entry: string): string => {
  const own = exceptions.find((one) => one.entry === entry);
  return !own ? 'rule' : own.goesOn ? 'on' : 'out';
};

const percent = (share: number) => `${Math.round(share * 100)}%`;

function Chance({ of }: { of: number | null }) {
  return of === null ? '—' : <span className={of > 0.9 ? 'good' : of < 0.1 ? 'soft' : 'warn'}>{percent(of)}</span>;
}

const SHOWN = 40;

/** Each entry's interval of ranks, the cut drawn across. */
function Certainty({ of: { certainty, cut, stability, next }, rows }: { of: WhatIf; rows: readonly Line[] }) {
  const t = useRoundWords();
  const option = useCallback((): ChartOption => {
    const known = new Map(certainty?.map((one) => [one.entry, one]));
    const shown = rows.filter(({ rank }) => rank !== null).slice(0, SHOWN);
    const line = colour('series-1');
    return {
      grid: { left: 8, right: 24, top: 16, bottom: 24, containLabel: true },
      tooltip: { trigger: 'item', formatter: (at: { dataIndex: number }) => `${shown[at.dataIndex]?.title ?? ''}: ${known.get(shown[at.dataIndex]?.entry ?? '')?.ranks?.join('–') ?? ''}` },
      xAxis: { type: 'category', data: shown.map(({ rank }) => String(rank)), axisTick: { show: false } },
      yAxis: { type: 'value', inverse: true, min: 1, minInterval: 1 },
      series: [
        {
          type: 'custom',
          data: shown.map(({ entry }, n) => [n, ...(known.get(entry)?.ranks ?? [])]),
          renderItem: (_params: unknown, draw: { value: (n: number) => number; coord: (at: [number, number]) => [number, number] }) => {
            const [x, top] = draw.coord([draw.value(0), draw.value(1)]);
            const [, bottom] = draw.coord([draw.value(0), draw.value(2)]);
            return { type: 'line', shape: { x1: x, y1: top, x2: x, y2: bottom }, style: { stroke: line, lineWidth: 5, opacity: 0.4, lineCap: 'round' } };
          },
        },
        { type: 'scatter', symbolSize: 8, data: shown.map(({ rank }, n) => [n, rank]), itemStyle: { color: line }, markLine: { silent: true, symbol: 'none', label: { formatter: t('cut'), color: colour('ink'), position: 'insideEndTop' }, lineStyle: { color: colour('bad') }, data: [{ yAxis: cut + 0.5 }] } },
      ],
    } as unknown as ChartOption;
  }, [certainty, cut, rows, t]);
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{t('certaintyChart')}</h2>
        {stability !== null && <span className={`tag ${stability > 0.9 ? 'good' : 'warn'}`}>{t('stability', { n: Math.round(stability * 100) })}</span>}
      </div>
      <Chart option={option} label={t('certaintyChart')} height={260} />
      {next.length > 0 && (
        <p className="soft">
          {t('nextReviews')}: {listed(next.slice(0, 5).map(({ title }) => title ?? '—'))}
        </p>
      )}
    </section>
  );
}
