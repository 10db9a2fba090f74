import type { Answer } from '../../api/client.js';
import { useReportWords } from './words.js';

export type Report = Answer<'/api/report'>;
export type Line = Report['sections'][number]['lines'][number];

export function Change({ of }: { of: Line['change'] }) {
  const t = useReportWords();
  switch (of.kind) {
    case 'percent':
      return of.percent === 0 ? <span className="soft">{t('same')}</span> : <span>{t(of.percent > 0 ? 'up' : 'down', { n: Math.abs(of.percent) })}</span>;
    case 'times':
      return <span>{t('times', { n: of.times })}</span>;
    case 'from-zero':
      return <span>{t('fromZero')}</span>;
    case 'none':
      return <span className="soft">{t('none')}</span>;
    case 'no-base':
      return <span className="soft">{t('noBase')}</span>;
  }
}

const [WIDE, HIGH] = [120, 26];

/** Twenty years as bars; the table of the same is in the workbook. */
export function Years({ of, label }: { of: Line['series']; label: string }) {
  const [most, least] = [Math.max(0, ...of.map(({ value }) => value)), Math.min(0, ...of.map(({ value }) => value))];
  if (most === least) return null;
  const width = WIDE / of.length;
  const zero = (HIGH * most) / (most - least);
  return (
    <svg width={WIDE} height={HIGH} role="img" aria-label={`${label}: ${of.map(({ year, value }) => `${year} ${value}`).join(', ')}`}>
      {of.map(({ year, value }, n) => {
        const height = (HIGH * Math.abs(value)) / (most - least);
        return (
          <rect key={year} x={n * width} y={value >= 0 ? zero - height : zero} width={width - 1} height={height} fill="var(--series-1)">
            <title>{`${year}: ${value}`}</title>
          </rect>
        );
      })}
      <line x1={0} x2={WIDE} y1={zero} y2={zero} stroke="var(--line)" />
    </svg>
  );
}
