import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { answered, api as client, calls as api, type Answer } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { useAllPages } from '../ui/list/all-pages.js';
import { List } from '../ui/list/list.js';
import type { Column } from '../ui/list/rows.js';
import { Page } from '../ui/page.js';
import { useMoney } from '../ui/quantity.js';
import { useParkWords } from './words.js';

type Site = Answer<'/api/sites'>['items'][number];

/** The district's parks, and the sites that are free: for anyone who looks for a place. */
export default function Parks() {
  const [t, code, money] = [useParkWords(), useCodeName(), useMoney()];
  const parks = api.useQuery('get', '/api/parks', { params: { query: { limit: 500 } } });
  const sites = useAllPages<Site>(['get', '/api/sites', 'free'], async (after) => answered(await client.GET('/api/sites', { params: { query: { limit: 500, state: 'free', ...(after !== undefined && { after }) } } })));
  const columns = useMemo(
    (): Column<Site>[] => {
      const names = new Map(parks.data?.items.map(({ id, name }) => [id, name]));
      return [
        { key: 'code', title: t('site'), width: '110px', value: (site) => site.code },
        { key: 'park', title: t('park'), width: 'minmax(150px, 2fr)', value: ({ park }) => names.get(park) ?? '', filter: (name) => name, show: ({ park }) => <Link to={`/parks/${park}`}>{names.get(park)}</Link> },
        { key: 'kind', title: t('kind'), width: '110px', value: ({ kind }) => kind, filter: code, show: ({ kind }) => code(kind) },
        { key: 'area', title: t('area'), width: '110px', number: true, value: ({ area }) => area, show: ({ area }) => `${area.toLocaleString('en')} m²` },
        { key: 'load', title: t('load'), width: '120px', number: true, value: ({ load }) => load },
        { key: 'height', title: t('height'), width: '100px', number: true, value: ({ height }) => height },
        { key: 'power', title: t('power'), width: '110px', number: true, value: ({ power }) => power },
        { key: 'price', title: t('price'), width: '140px', number: true, value: ({ price }) => price, show: ({ price }) => money(price) },
      ];
    },
    [t, code, money, parks.data],
  );
  return (
    <Page title={t('parks')} note={t('parksText')}>
      <div className="stack wide">
        <Ask of={parks}>
          {({ items }) => (
            <div className="cards">
              {items.map(({ id, name, kind, level, partner, sites: count, deals }) => (
                <article key={id} className="card stack tight">
                  <h2>
                    <Link to={`/parks/${id}`}>{name}</Link>
                  </h2>
                  <span className="soft">
                    {code(kind)} · {code(level)} {partner !== null && ` · ${partner}`}
                  </span>
                  <span className="soft small">
                    {t('sites')} {count} · {t('deals')} {deals}
                  </span>
                </article>
              ))}
            </div>
          )}
        </Ask>
        <section className="stack">
          <h2>{t('openSites')}</h2>
          <Ask of={sites}>{(rows) => (rows.length === 0 ? <Empty text={t('noSites')} /> : <List name={t('openSites')} rows={rows} columns={columns} keyOf={({ id }) => id} reading={sites.reading} />)}</Ask>
        </section>
      </div>
    </Page>
  );
}
