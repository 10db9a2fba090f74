import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { GapList } from './gap-list.js';
import { GraduateAct } from './graduate-act.js';
import { useFirmsOf } from './firms.js';
import { usePlatformWords } from './words.js';

/** Which firms may graduate, and what the others are missing. */
export default function Graduation({ platform, runs }: { platform: string; runs: boolean }) {
  const t = usePlatformWords();
  const firms = useFirmsOf(platform);
  return (
    <Ask of={firms}>
      {({ items }) => {
        const inside = items.filter(({ state }) => state === 'admitted');
        if (inside.length === 0) return <Empty text={t('noFirms')} />;
        return (
          <div className="halves">
            {inside.map(({ id }) => (
              <OfFirm key={id} id={id} runs={runs} />
            ))}
          </div>
        );
      }}
    </Ask>
  );
}

function OfFirm({ id, runs }: { id: string; runs: boolean }) {
  const t = usePlatformWords();
  const firm = api.useQuery('get', '/api/incubatees/{incubatee}', { params: { path: { incubatee: id } } });
  return (
    <Ask of={firm}>
      {(shown) => (
        <section className="card stack">
          <div className="row apart">
            <h2>
              <Link to={`/incubatees/${id}`}>{shown.firm}</Link>
            </h2>
            {runs && <GraduateAct of={shown} />}
          </div>
          <span className="soft small">
            {t('contract')}: {shown.contractFrom} – {shown.contractTo}
          </span>
          <GapList of={shown} />
        </section>
      )}
    </Ask>
  );
}
