import { Link } from '@tanstack/react-router';
import { calls as api, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask, Empty } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { usePlatformWords } from './words.js';

/** Who needs the manager this week, the most pressing first, and why. */
export default function Attention({ platform }: { platform: string }) {
  const [t, code] = [usePlatformWords(), useCodeName()];
  const queue = api.useQuery('get', '/api/incubatees/attention', { params: { query: { platform } } });
  const act = api.useMutation('post', '/api/incubatees/{incubatee}/flag-actions');
  return (
    <Ask of={queue}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty text={t('quiet')} />
        ) : (
          <div className="stack" style={{ maxWidth: 900 }}>
            {items.map(({ incubatee, firm, signs, last }) => (
              <article key={incubatee} className="card stack">
                <div className="row apart">
                  <h2>
                    <Link to={`/incubatees/${incubatee}`}>{firm}</Link>
                  </h2>
                  <Act<Shown['ActOnFlag']>
                    name={t('act')}
                    size="small"
                    initial={{ flag: signs[0]!.flag as Shown['ActOnFlag']['flag'] }}
                    fields={[
                      { key: 'flag', label: t('sign'), as: { one: signs.map(({ flag }) => ({ value: flag, label: code(flag) })) } },
                      { key: 'did', label: t('did'), as: 'long' },
                      { key: 'until', label: t('quietUntil'), as: 'day' },
                    ]}
                    send={(body) => act.mutateAsync({ params: { path: { incubatee } }, body })}
                  />
                </div>
                <div className="row">
                  {signs.map(({ flag, seen, limit }) => (
                    <span key={flag}>
                      <span className="tag warn">{code(flag)}</span> <span className="soft small">{seen !== null && t('seen', { n: seen, limit })}</span>
                    </span>
                  ))}
                </div>
                {last !== null && <p className="soft small">{t('lastDid', { did: last.did })}</p>}
              </article>
            ))}
          </div>
        )
      }
    </Ask>
  );
}
