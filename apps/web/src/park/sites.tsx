import { useMemo } from 'react';
import { answered, api as client, calls as hooks, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask, Empty } from '../ui/ask.js';
import { useChoices, useCodeName } from '../ui/codes.js';
import { useAllPages } from '../ui/list/all-pages.js';
import { List } from '../ui/list/list.js';
import type { Column } from '../ui/list/rows.js';
import { useMoney } from '../ui/quantity.js';
import { State, useStateName } from '../ui/state.js';
import { SiteMap } from './site-map.js';
import type { Site } from './types.js';
import { useParkWords } from './words.js';

/** A park's sites, on a map and in a list. */
export function Sites({ park, runs }: { park: string; runs: boolean }) {
  const [t, code, money, states, choices] = [useParkWords(), useCodeName(), useMoney(), useStateName(), useChoices()];
  const sites = useAllPages<Site>(['get', '/api/parks/{park}/sites', park], async (after) => answered(await client.GET('/api/parks/{park}/sites', { params: { path: { park }, query: { limit: 500, ...(after !== undefined && { after }) } } })));
  const register = hooks.useMutation('post', '/api/parks/{park}/sites');
  const columns = useMemo(
    (): Column<Site>[] => [
      { key: 'code', title: t('site'), width: '110px', value: (site) => site.code },
      { key: 'state', title: t('state'), width: '110px', value: ({ state }) => state, filter: states, show: ({ state }) => <State of={state} /> },
      { key: 'kind', title: t('kind'), width: '120px', value: ({ kind }) => kind, filter: code, show: ({ kind }) => code(kind) },
      { key: 'area', title: t('area'), width: '110px', number: true, value: ({ area }) => area, show: ({ area }) => `${area.toLocaleString('en')} m²` },
      { key: 'load', title: t('load'), width: '120px', number: true, value: ({ load }) => load },
      { key: 'height', title: t('height'), width: '100px', number: true, value: ({ height }) => height },
      { key: 'power', title: t('power'), width: '110px', number: true, value: ({ power }) => power },
      { key: 'price', title: t('price'), width: '140px', number: true, value: ({ price }) => price, show: ({ price }) => money(price) },
      { key: 'until', title: t('reservedUntil'), width: '130px', value: ({ reservedUntil }) => reservedUntil },
      { key: 'note', title: t('note'), width: 'minmax(120px, 1fr)', value: ({ note }) => note },
    ],
    [t, code, money, states],
  );
  return (
    <Ask of={sites}>
      {(rows) => (
        <div className="stack wide">
          {runs && (
            <div>
              <Act<Shown['RegisterSite']>
                name={t('newSite')}
                type="primary"
                initial={{ kind: 'plot' }}
                fields={[
                  { key: 'code', label: t('code'), as: 'text', most: 40 },
                  { key: 'kind', label: t('kind'), as: { one: choices(['plot', 'floor']) } },
                  { key: 'area', label: `${t('area')} (m²)`, as: 'count', least: 1 },
                  { key: 'load', label: t('load'), as: 'decimal', optional: true, least: 0 },
                  { key: 'height', label: t('height'), as: 'decimal', optional: true, least: 0 },
                  { key: 'power', label: t('power'), as: 'count', optional: true, least: 0 },
                  { key: 'price', label: t('price'), as: 'yuan', optional: true, least: 0 },
                  { key: 'latitude', label: t('latitude'), as: 'decimal', optional: true },
                  { key: 'longitude', label: t('longitude'), as: 'decimal', optional: true },
                  { key: 'note', label: t('note'), as: 'long', optional: true },
                ]}
                send={(body) => register.mutateAsync({ params: { path: { park } }, body })}
              />
            </div>
          )}
          {rows.length === 0 ? (
            <Empty text={t('noSites')} />
          ) : (
            <>
              <SiteMap of={rows} />
              <List name={t('sites')} rows={rows} columns={columns} keyOf={({ id }) => id} reading={sites.reading} />
            </>
          )}
        </div>
      )}
    </Ask>
  );
}
