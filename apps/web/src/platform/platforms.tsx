import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { useMe } from '../api/session.js';
import { Ask, Empty } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { usePlatformWords } from './words.js';

/** The district's platforms; one's own first. */
export default function Platforms() {
  const [t, code, me] = [usePlatformWords(), useCodeName(), useMe()];
  const platforms = api.useQuery('get', '/api/platforms', { params: { query: { limit: 500 } } });
  const own = new Set(me?.grants.filter(({ role }) => role === 'platform-manager').map(({ scope }) => scope));
  return (
    <Page title={t('platforms')}>
      <Ask of={platforms}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('noPlatforms')} />
          ) : (
            <div className="cards">
              {[...items].sort((a, b) => Number(own.has(b.id)) - Number(own.has(a.id))).map(({ id, name, kind, level, state, incubatees }) => (
                <article key={id} className="card stack tight">
                  <div className="row apart">
                    <h2>
                      <Link to={`/platforms/${id}`}>{name}</Link>
                    </h2>
                    <State of={state} kind="platform" />
                  </div>
                  <span className="soft">
                    {code(kind)} · {code(level)}
                  </span>
                  <span className="soft small">{t('incubatees', { count: incubatees })}</span>
                </article>
              ))}
            </div>
          )
        }
      </Ask>
    </Page>
  );
}
