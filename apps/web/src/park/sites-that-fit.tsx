import { calls as api, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Table } from '../ui/table.js';
import type { Deal } from './types.js';
import { useParkWords } from './words.js';

interface Fit {
  readonly site: string;
  readonly code: string;
  readonly score: number;
}
interface Unfit {
  readonly site: string;
  readonly code: string;
  readonly excluded: readonly { readonly need: string; readonly needed: string | number; readonly has: string | number | null }[];
}

/** The sites that meet what a deal needs, the best first, and why the others do not. */
export function SitesThatFit({ deal }: { deal: Deal }) {
  const [t, code] = [useParkWords(), useCodeName()];
  const path = { params: { path: { deal: deal.id } } };
  const sites = api.useQuery('get', '/api/deals/{deal}/sites', path);
  const reserve = api.useMutation('post', '/api/deals/{deal}/reserve');
  return (
    <Ask of={sites}>
      {({ fitting, excluded }) => (
        <div className="halves">
          <Table
            title={t('fits')}
            rows={fitting as readonly Fit[]}
            keyOf={({ site }) => site}
            empty={t('noSites')}
            columns={[
              { title: t('site'), show: (fit) => fit.code },
              { title: t('score'), number: true, show: ({ score }) => score.toFixed(2) },
              {
                title: t('reserve'),
                show: ({ site }) => (
                  <Act<Omit<Shown['ReserveSite'], 'site'>>
                    name={t('reserve')}
                    size="small"
                    fields={[
                      { key: 'from', label: t('from'), as: 'day' },
                      { key: 'until', label: t('until'), as: 'day' },
                    ]}
                    send={(body) => reserve.mutateAsync({ ...path, body: { ...body, site } })}
                  />
                ),
              },
            ]}
          />
          <Table
            title={t('excluded')}
            rows={excluded as readonly Unfit[]}
            keyOf={({ site }) => site}
            empty={t('nothing')}
            columns={[
              { title: t('site'), show: (unfit) => unfit.code },
              { title: t('whyNot'), show: (unfit) => unfit.excluded.map(({ need, needed, has }) => `${code(need)}: ${t('needs', { needed: code(String(needed)), has: has === null ? '—' : code(String(has)) })}`).join('；') },
            ]}
          />
        </div>
      )}
    </Ask>
  );
}
