import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { useNamed } from '../ui/named.js';
import { Page } from '../ui/page.js';
import { When } from '../ui/when.js';
import { CallCard } from '../public/call-card.js';
import { Calendar } from '../public/calendar.js';
import { Chain } from './chain.js';
import { useStartWords } from './words.js';

export default function PublicHome() {
  const [t, named] = [useStartWords(), useNamed()];
  const calls = api.useQuery('get', '/api/calls', { params: { query: { limit: 200 } } });
  return (
    <Page title={t('lead')} note={t('leadText')}>
      <Ask of={calls}>
        {({ items }) => {
          const open = items.filter(({ state }) => state === 'open' || state === 'scheduled');
          const told = items.filter(({ state }) => state === 'announced' || state === 'final').slice(-6).reverse();
          return (
            <div className="stack wide">
              <section>
                <h2>{t('calls')}</h2>
                {open.length === 0 ? <Empty text={t('noCalls')} /> : <div className="cards">{open.map((call) => <CallCard key={call.id} call={call} />)}</div>}
              </section>
              <div className="halves">
                <section className="card">
                  <h2>{t('announced')}</h2>
                  <ul className="stack tight" style={{ listStyle: 'none', padding: 0 }}>
                    {told.map(({ id, name, contest, state, announcedUntil, timeZone }) => (
                      <li key={id} className="row apart">
                        <Link to={`/calls/${id}/results`}>
                          {named(contest.name)} {contest.edition} · {named(name)}
                        </Link>
                        {state === 'announced' && announcedUntil !== null && (
                          <span className="soft small">
                            {t('untilObjections')} <When at={announcedUntil} zone={timeZone} dateOnly />
                          </span>
                        )}
                      </li>
                    ))}
                  </ul>
                </section>
                <Calendar calls={items} />
              </div>
              <Chain />
            </div>
          );
        }}
      </Ask>
    </Page>
  );
}
