import { useMemo } from 'react';
import { calls } from '../api/client.js';
import { useLanguage } from '../words.js';

const FOR_A_WHILE = 600_000;

/** A name that the office gave to a contest, a round, a criterion or a prize, in the reader's language where it has one. */
export function useNamed(): (name: string) => string {
  const language = useLanguage();
  const { data: names } = calls.useQuery('get', '/api/names', {}, { enabled: language === 'en', staleTime: FOR_A_WHILE, meta: { still: true } });
  return useMemo(() => {
    const english = new Map(language === 'en' ? names?.items.map(({ zh, en }) => [zh, en]) : []);
    return (name) => english.get(name) ?? name;
  }, [language, names]);
}
