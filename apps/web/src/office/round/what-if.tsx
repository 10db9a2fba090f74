import { Segmented } from 'antd';
import { useCallback, useState } from 'react';
import { calls as api, type Answer } from '../../api/client.js';
import { usePlanWords } from '../../public/round-plans.js';
import { Ask, Empty } from '../../ui/ask.js';
import { Chart, colour, type ChartOption } from '../../ui/chart.js';
import type { RoundProps } from './round-props.js';
import { useRoundWords } from './words.js';
import { listed } from '../../words.js';

type WhatIfShown = Answer<'/api/rounds/{round}/what-if'>;
type Rule = WhatIfShown['rules'][number];

/** The ranking under other rules beside the one in force, the moves drawn, and who would change sides. */
export default function WhatIf({ round }: RoundProps) {
  const [t, plan] = [useRoundWords(), usePlanWords()];
  const [chosen, setChosen] = useState<string>();
  const whatIf = api.useQuery('get', '/api/rounds/{round}/what-if', { params: { path: { round: round.id } } }, { meta: { still: true }, staleTime: 60_000 });
  if (whatIf.error !== null && whatIf.data === undefined) return <Empty text={t('noTable')} />;
  return (
    <Ask of={whatIf} rows={10}>
      {({ rules, cut }) => {
        const others = rules.filter(({ inForce }) => !inForce);
        const now = rules.find(({ inForce }) => inForce)!;
        const other = others.find(({ scoring }) => scoring === chosen) ?? others.find(({ into }) => into.length > 0) ?? others[0];
        return (
          <div className="stack wide">
            <div className="card scroll">
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{t('method')}</th>
                    <th scope="col">{t('into')}</th>
                    <th scope="col">{t('outOf')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rules.map(({ scoring, inForce, into, outOf, ranking }) => {
                    const title = (entry: string) => ranking.find((one) => one.entry === entry)?.title ?? entry;
                    return (
                      <tr key={scoring}>
                        <th scope="row">
                          {plan(scoring)} {inForce && <span className="tag on">{t('inForce')}</span>}
                        </th>
                        <td className="good">{listed(into.map(title)) || '—'}</td>
                        <td className="bad">{listed(outOf.map(title)) || '—'}</td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
            {other && (
              <section className="card stack">
                <Segmented aria-label={t('method')} name="rule" value={other.scoring} onChange={setChosen} options={others.map(({ scoring }) => ({ value: scoring, label: plan(scoring) }))} />
                <h2>{t('moves', { rule: plan(other.scoring) })}</h2>
                <Moves now={now} then={other} cut={cut} />
              </section>
            )}
          </div>
        );
      }}
    </Ask>
  );
}

const SHOWN = 30;

/** Two rankings side by side, a line for each entry from its rank in one to that in the other. */
function Moves({ now, then, cut }: { now: Rule; then: Rule; cut: number }) {
  const [t, plan] = [useRoundWords(), usePlanWords()];
  const option = useCallback((): ChartOption => {
    const after = new Map(then.ranking.map(({ entry, rank }) => [entry, rank]));
    const shown = now.ranking.filter(({ rank, entry }) => rank !== null && (rank <= SHOWN || (after.get(entry) ?? Infinity) <= SHOWN));
    const [calm, up, down] = [colour('line'), colour('good'), colour('bad')];
    return {
      grid: { left: 8, right: 8, top: 8, bottom: 28, containLabel: true },
      tooltip: { trigger: 'item', formatter: ({ seriesName }: { seriesName: string }) => seriesName },
      xAxis: { type: 'category', boundaryGap: true, data: [plan(now.scoring), plan(then.scoring)], axisTick: { show: false } },
      yAxis: { type: 'value', inverse: true, min: 1, max: SHOWN, minInterval: 1, splitLine: { show: false } },
      series: shown.map(({ entry, title = '', rank }, n) => {
        const to = after.get(entry) ?? null;
        const [was, is] = [rank! <= cut, to !== null && to <= cut];
        return {
          name: `${title}: ${rank} → ${to ?? '—'}`,
          type: 'line',
          data: [
            { value: rank, label: { show: true, position: 'left', formatter: title, color: colour('ink'), width: 200, overflow: 'truncate' } },
            { value: to, label: { show: true, position: 'right', formatter: to === null ? '' : String(to), color: colour('soft') } },
          ],
          symbolSize: 7,
          lineStyle: { color: was === is ? calm : is ? up : down, width: was === is ? 1.5 : 3 },
          itemStyle: { color: was === is ? colour('soft') : is ? up : down },
          ...(n === 0 && { markLine: { silent: true, symbol: 'none', label: { formatter: t('cut'), position: 'insideEndTop', color: colour('ink') }, lineStyle: { color: down }, data: [{ yAxis: cut + 0.5 }] } }),
        };
      }),
    } as ChartOption;
  }, [now, then, cut, t, plan]);
  return (
    <>
      <Chart option={option} label={t('moves', { rule: plan(then.scoring) })} height={520} />
      {then.into.length === 0 && then.outOf.length === 0 && <p className="soft">{t('noMoves')}</p>}
    </>
  );
}
