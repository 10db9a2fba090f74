import { State, useStateName } from '../ui/state.js';
import { useParkWords } from './words.js';
import type { Site } from './types.js';

const [WIDTH, HEIGHT, MARGIN] = [900, 420, 48];
const COLOURS: Readonly<Record<string, string>> = { free: 'var(--good)', reserved: 'var(--warn)', taken: 'var(--soft)' };

/** Sites to scale, north above, the larger the bigger: where no map tiles can be reached. The list below says the same. */
export function SiteMap({ of }: { of: readonly Site[] }) {
  const [t, states] = [useParkWords(), useStateName()];
  const placed = of.flatMap(({ latitude, longitude, ...site }) => (latitude === null || longitude === null ? [] : [{ ...site, latitude, longitude }]));
  if (placed.length === 0) return <p className="soft">{t('noPlaces')}</p>;
  const [west, east] = [Math.min(...placed.map(({ longitude }) => longitude)), Math.max(...placed.map(({ longitude }) => longitude))];
  const [south, north] = [Math.min(...placed.map(({ latitude }) => latitude)), Math.max(...placed.map(({ latitude }) => latitude))];
  // A degree of longitude is shorter by the cosine of the latitude.
  const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = Math.min((WIDTH - 2 * MARGIN) / ((east - west) * narrow || 1e-6), (HEIGHT - 2 * MARGIN) / (north - south || 1e-6));
  const indent = (WIDTH - (east - west) * narrow * scale) / 2;
  const most = Math.max(...placed.map(({ area }) => area));
  return (
    <figure className="card stack">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('map')} style={{ width: '100%', maxHeight: 460 }} fontSize={14}>
        <text x={WIDTH - 28} y={28} fill="var(--soft)">{`${t('north')} ↑`}</text>
        {placed.map(({ id, code, state, area, latitude, longitude }) => {
          const [x, y] = [indent + (longitude - west) * narrow * scale, HEIGHT - MARGIN - (latitude - south) * scale];
          const radius = 7 + 11 * Math.sqrt(area / most);
          return (
            <g key={id}>
              <title>{`${code} · ${states(state)} · ${area.toLocaleString('en')} m²`}</title>
              <circle cx={x} cy={y} r={radius} fill={COLOURS[state] ?? 'var(--line)'} fillOpacity={0.85} />
              <text x={x} y={y - radius - 4} textAnchor="middle" fill="var(--ink)">
                {code}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="row">
        {Object.keys(COLOURS).map((state) => (
          <span key={state} className="row">
            <i style={{ width: 12, height: 12, borderRadius: 6, background: COLOURS[state] }} /> <State of={state} />
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
