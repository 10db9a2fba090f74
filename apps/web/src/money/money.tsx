import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { Page } from '../ui/page.js';
import { useMoney } from '../ui/quantity.js';
import { useMoneyWords } from './words.js';

/** The pots of public money: seed funds, and pools that stand for loans. */
export default function Money() {
  const [t, money] = [useMoneyWords(), useMoney()];
  const funds = api.useQuery('get', '/api/funds', { params: { query: { limit: 200 } } });
  const pools = api.useQuery('get', '/api/credit/pools', { params: { query: { limit: 200 } } });
  return (
    <Page title={t('money')}>
      <div className="stack wide">
        <section className="stack">
          <h2>{t('funds')}</h2>
          <Ask of={funds}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty text={t('noFunds')} />
              ) : (
                <div className="cards">
                  {items.map((fund) => (
                    <article key={fund.id} className="card stack tight">
                      <h3>
                        <Link to={`/funds/${fund.id}`}>{fund.name}</Link>
                      </h3>
                      {'capital' in fund && (
                        <span className="soft">
                          {t('left')} {money(fund.left)} · {t('invested')} {money(fund.invested)}
                        </span>
                      )}
                    </article>
                  ))}
                </div>
              )
            }
          </Ask>
        </section>
        <section className="stack">
          <h2>{t('credit')}</h2>
          <Ask of={pools}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty text={t('noPools')} />
              ) : (
                <div className="cards">
                  {items.map(({ id, name }) => (
                    <article key={id} className="card stack tight">
                      <h3>
                        <Link to={`/credit/${id}`}>{name}</Link>
                      </h3>
                    </article>
                  ))}
                </div>
              )
            }
          </Ask>
        </section>
      </div>
    </Page>
  );
}
