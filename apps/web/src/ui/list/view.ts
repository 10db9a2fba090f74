import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** How a list is looked at. It lives in the address, so that a view can be kept as a bookmark and sent to others. */
export interface View {
  readonly q: string;
  readonly sort: string;
  readonly down: boolean;
  readonly hidden: readonly string[];
  readonly filters: Readonly<Record<string, string>>;
}

type Search = Readonly<Record<string, string | undefined>>;

const FILTER = 'f.';

export function useView(): [View, (change: Partial<View>) => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const { q = '', sort = '', hide = '' } = search;
  const view: View = {
    q,
    sort: sort.replace(/^-/, ''),
    down: sort.startsWith('-'),
    hidden: hide === '' ? [] : hide.split(','),
    filters: Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (key.startsWith(FILTER) && value !== undefined ? [[key.slice(FILTER.length), value]] : []))),
  };
  const change = useCallback(
    (to: Partial<View>) => {
      void navigate({
        to: '.',
        replace: true,
        search: ((before: Search) => {
          const next: Record<string, string | undefined> = { ...before };
          if (to.q !== undefined) next['q'] = to.q || undefined;
          if (to.sort !== undefined) next['sort'] = to.sort === '' ? undefined : `${to.down === true ? '-' : ''}${to.sort}`;
          if (to.hidden !== undefined) next['hide'] = to.hidden.join(',') || undefined;
          for (const [key, value] of Object.entries(to.filters ?? {})) next[FILTER + key] = value || undefined;
          return next;
        }) as never,
      });
    },
    [navigate],
  );
  return [view, change];
}
