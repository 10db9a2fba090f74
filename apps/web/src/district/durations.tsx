import { useCallback } from 'react';
import { calls as api, type Answer } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { Chart, colour, type ChartOption } from '../ui/chart.js';
import { Facts } from '../ui/facts.js';
import { useLanguage } from '../words.js';
import { useDistrictWords } from './words.js';

type Stage = Answer<'/api/funnel/durations'>['items'][number];

/** How long projects stay in each stage: curves by Kaplan and Meier with their interval. */
export function Durations() {
  const t = useDistrictWords();
  const durations = api.useQuery('get', '/api/funnel/durations');
  return (
    <section className="stack">
      <h2>{t('durations')}</h2>
      <p className="soft">{t('durationsText')}</p>
      <Ask of={durations}>
        {({ items }) => (
          <div className="halves">
            {items
              .filter(({ spells }) => spells > 0)
              .map((stage) => (
                <Curve key={stage.key} of={stage} />
              ))}
          </div>
        )}
      </Ask>
    </section>
  );
}

function Curve({ of }: { of: Stage }) {
  const [t, language] = [useDistrictWords(), useLanguage()];
  const option = useCallback((): ChartOption => {
    const at = (read: (step: Stage['steps'][number]) => number): [number, number][] => [[0, 100], ...of.steps.map((step): [number, number] => [step.days, Math.round(1000 * read(step)) / 10])];
    const band = { type: 'line', step: 'end', symbol: 'none', lineStyle: { width: 1, type: 'dashed', color: colour('soft') }, silent: true } as const;
    return {
      tooltip: { trigger: 'axis' },
      grid: { left: 44, right: 14, top: 14, bottom: 30 },
      xAxis: { type: 'value', min: 0 },
      yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
      series: [
        { ...band, data: at(({ low }) => low) },
        { ...band, data: at(({ high }) => high) },
        { type: 'line', step: 'end', symbol: 'none', name: t('waiting'), data: at(({ waiting }) => waiting) },
      ],
    };
  }, [of, t]);
  const said = (days: number | null) => (days === null ? t('unknown') : t('days', { n: days, count: days }));
  return (
    <article className="card stack">
      <h3>{of[language]}</h3>
      <Chart option={option} label={`${of[language]}: ${t('median')} ${said(of.median)}`} height={200} />
      <Facts
        of={[
          [t('median'), said(of.median)],
          [t('spells'), of.spells],
          [t('happened'), of.happened],
        ]}
      />
      {of.warning && <p className="soft small">{of.warning[language]}</p>}
    </article>
  );
}
