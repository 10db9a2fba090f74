import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { calls as api, type Answer } from '../../api/client.js';
import { Chart, type ChartOption } from '../../ui/chart.js';
import type { RoundProps } from './round-props.js';
import { useRoundWords } from './words.js';

type Line = Answer<'/api/rounds/{round}/table'>['rows'][number];

/** Judging as it goes: how far each judge is, which entries are disputed, who is stricter than others. */
export default function Monitor({ round }: RoundProps) {
  const t = useRoundWords();
  const raters = api.useQuery('get', '/api/rounds/{round}/raters', { params: { path: { round: round.id } } });
  const table = api.useQuery('get', '/api/rounds/{round}/table', { params: { path: { round: round.id } } });
  const disputed = round.standings.filter((standing) => standing.disputed);
  const { judges } = round;
  const progress = useCallback((): ChartOption => {
    const shown = [...judges].sort((a, b) => a.submitted / a.assigned - b.submitted / b.assigned);
    return {
      grid: { left: 8, right: 40, top: 28, bottom: 8, containLabel: true },
      legend: { top: 0, right: 0 },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', data: shown.map(({ name }) => name), axisTick: { show: false } },
      series: [
        { name: t('sheets'), type: 'bar', stack: 'all', barMaxWidth: 14, data: shown.map(({ submitted }) => submitted) },
        { name: t('toCome'), type: 'bar', stack: 'all', barMaxWidth: 14, itemStyle: { opacity: 0.25 }, data: shown.map(({ submitted, assigned }) => assigned - submitted) },
      ],
    } as ChartOption;
  }, [judges, t]);
  const strict = raters.data?.judges ?? [];
  const severity = useCallback((): ChartOption => {
    const shown = [...strict].sort((a, b) => a.severity - b.severity);
    return {
      grid: { left: 8, right: 40, top: 8, bottom: 24, containLabel: true },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value' },
      yAxis: { type: 'category', data: shown.map(({ name = '' }) => name), axisTick: { show: false } },
      series: [{ type: 'bar', barMaxWidth: 14, data: shown.map((judge) => Number(judge.severity.toFixed(2))) }],
    } as ChartOption;
  }, [strict, t]);
  return (
    <div className="stack wide">
      <section className="card stack tight">
        <b>{t('progress', { done: round.submitted, of: round.sheets })}</b>
        <div className="bar" role="progressbar" aria-label={t('sheets')} aria-valuemin={0} aria-valuemax={round.sheets} aria-valuenow={round.submitted}>
          <i style={{ width: `${(100 * round.submitted) / Math.max(1, round.sheets)}%` }} />
        </div>
      </section>
      <div className="halves">
        <section className="card">
          <h2>{t('byJudge')}</h2>
          <Chart option={progress} label={t('byJudge')} height={Math.max(160, 24 * judges.length + 50)} />
          <JudgesTable judges={judges} />
        </section>
        <div className="stack wide">
          <section className="card">
            <h2>{t('severity')}</h2>
            <p className="soft small">{t('severityNote')}</p>
            {strict.length > 0 && <Chart option={severity} label={t('severity')} height={Math.max(160, 24 * strict.length + 40)} />}
          </section>
          <section className="card">
            <h2>{t('disputed')}</h2>
            {disputed.length === 0 ? (
              <p className="soft">{t('noDisputed')}</p>
            ) : (
              <>
                <p className="soft small">{t('disputedNote')}</p>
                <ul>
                  {disputed.map(({ entry, title }) => (
                    <li key={entry}>
                      <Link to={`/office/entries/${entry}`}>{title}</Link>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <Spread rows={table.data?.rows ?? []} limit={round.plan?.spread?.limit} />
          {round.pulled.length > 0 && (
            <section className="card">
              <h2>{t('pulled')}</h2>
              <ul>
                {round.pulled.map(({ sheet, why, entry }) => (
                  <li key={sheet}>
                    <Link to={`/office/entries/${entry}`}>{round.standings.find((one) => one.entry === entry)?.title ?? entry}</Link> · {why}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

const SHOWN = 10;

/** The entries whose sheets lie furthest apart, against the limit of the round. */
function Spread({ rows, limit }: { rows: readonly Line[]; limit: number | undefined }) {
  const t = useRoundWords();
  const widest = rows.flatMap(({ entry, title, spread, sheets }) => (spread === null ? [] : [{ entry, title, spread, sheets }])).sort((a, b) => b.spread - a.spread).slice(0, SHOWN);
  const most = Math.max(1, limit ?? 0, ...widest.map(({ spread }) => spread));
  if (widest.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('spread')}</h2>
      <p className="soft small">{limit === undefined ? t('spreadNote') : t('spreadLimit', { limit })}</p>
      <table className="plain">
        <tbody>
          {widest.map(({ entry, title, spread, sheets }) => (
            <tr key={entry}>
              <td>
                <Link to={`/office/entries/${entry}`}>{title}</Link>
              </td>
              <td style={{ width: '35%', verticalAlign: 'middle' }}>
                <div className="bar" style={{ position: 'relative', overflow: 'visible' }} aria-hidden="true">
                  <i style={{ width: `${(100 * spread) / most}%`, background: limit !== undefined && spread > limit ? 'var(--bad)' : 'var(--accent)' }} />
                  {limit !== undefined && <span style={{ position: 'absolute', left: `${(100 * limit) / most}%`, top: -3, bottom: -3, width: 2, background: 'var(--ink)' }} />}
                </div>
              </td>
              <td className="number">
                {spread} <span className="soft small">({sheets})</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same as the picture, to be read out. */
function JudgesTable({ judges }: { judges: RoundProps['round']['judges'] }) {
  const t = useRoundWords();
  return (
    <details className="small">
      <summary>{t('sheetsTable')}</summary>
      <table className="plain">
        <tbody>
          {judges.map(({ judge, name, submitted, assigned }) => (
            <tr key={judge}>
              <th scope="row">{name}</th>
              <td className="number">
                {submitted} / {assigned}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
