import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { calls as api, type Answer } from '../api/client.js';
import { useLanguage } from '../words.js';
import { Ask } from '../ui/ask.js';
import { Chart, colour, type ChartOption } from '../ui/chart.js';
import { Page } from '../ui/page.js';
import { Table } from '../ui/table.js';
import { Durations } from './durations.js';
import { useDistrictWords } from './words.js';

type Line = Answer<'/api/funnel'>[number];

/** Where the chain's projects went, from the entry to above scale, and how long they took. */
export default function Flow() {
  const t = useDistrictWords();
  const funnel = api.useQuery('get', '/api/funnel');
  return (
    <Page title={t('flow')} note={t('flowText')} crumbs={[{ to: '/office/report', name: t('chain') }]}>
      <div className="stack wide">
        <Ask of={funnel}>{(lines) => <Stages of={lines} />}</Ask>
        <Durations />
      </div>
    </Page>
  );
}

function Stages({ of }: { of: readonly Line[] }) {
  const [t, language, navigate] = [useDistrictWords(), useLanguage(), useNavigate()];
  const reached = useMemo(() => of.filter(({ projects }) => projects > 0), [of]);
  const option = useCallback((): ChartOption => {
    const names = reached.map((line) => line[language]);
    const stop = (n: number) => t('stopped', { stage: names[n] });
    const steps = reached.slice(0, -1).flatMap((line, n) => {
      const [on, left] = [reached[n + 1]!.projects, line.projects - reached[n + 1]!.projects];
      return [{ source: names[n]!, target: names[n + 1]!, value: on }, ...(left > 0 ? [{ source: names[n]!, target: stop(n), value: left }] : [])];
    });
    const stops = new Set(reached.map((_, n) => stop(n)));
    const nodes = [...new Set(steps.flatMap(({ source, target }) => [source, target]))];
    return {
      tooltip: { trigger: 'item' },
      series: [
        {
          type: 'sankey',
          nodeAlign: 'left',
          emphasis: { focus: 'adjacency' },
          label: { color: colour('ink'), fontSize: 12 },
          lineStyle: { color: 'source', opacity: 0.3 },
          left: 8,
          right: 130,
          data: nodes.map((name) => ({ name, itemStyle: { color: colour(stops.has(name) ? 'line' : 'series-1') } })),
          links: steps,
        },
      ],
    };
  }, [reached, language, t]);
  const pick = useCallback(
    (name: string) => {
      const line = reached.find((one) => one[language] === name);
      if (line) void navigate({ to: '/projects', search: { reached: line.event } as never });
    },
    [reached, language, navigate],
  );
  const before = (stage: string): number => of[of.findIndex((line) => line.stage === stage) - 1]?.projects ?? 0;
  return (
    <>
      <section className="card">
        <h2>{t('flow')}</h2>
        {reached.length > 1 && <Chart option={option} label={t('flow')} height={420} onPick={pick} />}
      </section>
      <Table
        title={t('chain')}
        rows={of}
        keyOf={({ stage }) => stage}
        empty={t('nothing')}
        columns={[
          { title: t('stage'), show: (line) => line[language] },
          {
            title: t('projects'),
            number: true,
            show: ({ event, projects }) => (
              <Link to="/projects" search={{ reached: event } as never}>
                {projects}
              </Link>
            ),
          },
          { title: t('share'), number: true, show: ({ stage, projects }) => (before(stage) > 0 ? `${Math.round((1000 * projects) / before(stage)) / 10} %` : '—') },
        ]}
      />
    </>
  );
}
