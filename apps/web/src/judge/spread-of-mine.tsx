import { useJudgeWords } from './words.js';

/** One's own totals as marks on a line, with where this one stands among them. */
export function SpreadOfMine({ totals, most, own }: { totals: readonly number[]; most: number; own?: number | null }) {
  const t = useJudgeWords();
  if (totals.length === 0) return null;
  const at = (value: number) => `${(100 * value) / Math.max(1, most)}%`;
  const mean = totals.reduce((sum, one) => sum + one, 0) / totals.length;
  return (
    <figure aria-label={t('mine')}>
      <div style={{ position: 'relative', height: 34, borderBottom: '2px solid var(--line)', margin: '0 6px' }} aria-hidden="true">
        {totals.map((total, n) => (
          <span key={n} style={{ position: 'absolute', left: at(total), bottom: 0, width: 2, height: 16, background: 'var(--series-1)', opacity: 0.55 }} />
        ))}
        {own !== undefined && own !== null && <span style={{ position: 'absolute', left: at(own), bottom: 0, width: 4, height: 30, marginLeft: -1, background: 'var(--series-2)', borderRadius: 2 }} />}
      </div>
      <figcaption className="row soft small" style={{ marginTop: 4 }}>
        <span>
          {t('mean')} <span className="number">{mean.toFixed(1)}</span>
        </span>
        <span>
          {t('lowest')} <span className="number">{Math.min(...totals)}</span>
        </span>
        <span>
          {t('highest')} <span className="number">{Math.max(...totals)}</span>
        </span>
        {own !== undefined && own !== null && <span>{t('rank', { n: 1 + totals.filter((total) => total > own).length, of: totals.length })}</span>}
        <span>{t('mineNote')}</span>
      </figcaption>
    </figure>
  );
}
