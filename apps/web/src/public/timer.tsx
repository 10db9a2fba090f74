import { useNow } from '../ui/when.js';

/** Minutes and seconds until then; below nothing it counts what is over. */
export function Timer({ until, big = false }: { until: string | null; big?: boolean }) {
  const now = useNow(250);
  if (until === null) return null;
  const left = Math.ceil((Date.parse(until) - now) / 1000);
  const shown = Math.abs(left);
  return (
    <span role="timer" className={`number ${left <= 30 ? 'bad' : ''}`} style={{ fontSize: big ? 'clamp(40px, 9vw, 110px)' : 26, fontWeight: 650, lineHeight: 1.1 }}>
      {left < 0 ? '−' : ''}
      {Math.floor(shown / 60)}:{String(shown % 60).padStart(2, '0')}
    </span>
  );
}
