import type { Answer } from '../../api/client.js';
import { useLanguage } from '../../words.js';
import { useReportWords } from './words.js';

export type Report = Answer<'/api/report'>;
export type Line = Report['sections'][number]['lines'][number];

/** A figure as people say it: money in 亿 and 万, in English in billions and millions. */
export function useFigure(): (value: number, unit: string) => string {
  const language = useLanguage();
  return (value, unit) => {
    const number = (of: number, most: number) => of.toLocaleString('en', { maximumFractionDigits: most });
    if (unit === 'm2') return `${number(value, 0)} m²`;
    if (unit !== 'fen') return number(value, 2);
    const [yuan, size] = [value / 100, Math.abs(value / 100)];
    if (language === 'zh') return size >= 1e8 ? `${number(yuan / 1e8, 4)} 亿元` : size >= 1e4 ? `${number(yuan / 1e4, 2)} 万元` : `${number(yuan, 2)} 元`;
    return size >= 1e9 ? `¥ ${number(yuan / 1e9, 3)} billion` : size >= 1e6 ? `¥ ${number(yuan / 1e6, 3)} million` : `¥ ${number(yuan, 2)}`;
  };
}

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
