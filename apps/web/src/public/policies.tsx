import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Facts } from '../ui/facts.js';
import { Page } from '../ui/page.js';
import { Benefit } from './policy.js';
import { usePublicWords } from './words.js';

/** The policies on offer. */
export default function Policies() {
  const [t, code] = [usePublicWords(), useCodeName()];
  const policies = api.useQuery('get', '/api/policies', { params: { query: { limit: 500 } } });
  return (
    <Page title={t('policies')} note={t('policiesText')}>
      <Ask of={policies}>
        {({ items }) => {
          const offered = items.filter(({ state }) => state === 'published');
          return offered.length === 0 ? (
            <Empty text={t('noPolicies')} />
          ) : (
            <div className="cards">
              {offered.map((policy) => (
                <article key={policy.id} className="card stack tight">
                  <h2>
                    <Link to={`/policies/${policy.id}`}>{policy.title}</Link>
                  </h2>
                  <Benefit of={policy.benefit} />
                  <Facts
                    of={[
                      [t('issuer'), `${policy.issuer} · ${code(policy.level)}`],
                      [t('window'), `${policy.opensOn} – ${policy.closesOn ?? ''}`],
                    ]}
                  />
                  {policy.automatic && <span className="tag good">{t('automatic')}</span>}
                </article>
              ))}
            </div>
          );
        }}
      </Ask>
    </Page>
  );
}
