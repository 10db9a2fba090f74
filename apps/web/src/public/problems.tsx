import { useMemo } from 'react';
import { calls as api, type Shown } from '../api/client.js';
import { useLanguage } from '../words.js';
import { Ask } from '../ui/ask.js';
import { List } from '../ui/list/list.js';
import type { Column } from '../ui/list/rows.js';
import { Page } from '../ui/page.js';
import { usePublicWords } from './words.js';

type Problem = Shown['RefusalTypeShown'];

/** Every code that a refusal can have; the addresses in problems lead here. */
export default function Problems() {
  const [t, language] = [usePublicWords(), useLanguage()];
  const problems = api.useQuery('get', '/api/problems');
  const columns = useMemo(
    (): Column<Problem>[] => [
      { key: 'code', title: t('code'), width: 'minmax(220px, 1fr)', value: ({ code }) => code },
      { key: 'text', title: t('text'), width: 'minmax(300px, 3fr)', value: (problem) => problem[language] },
    ],
    [t, language],
  );
  return (
    <Page title={t('problems')}>
      <Ask of={problems}>{(rows) => <List name={t('problems')} rows={rows} columns={columns} keyOf={({ code }) => code} />}</Ask>
    </Page>
  );
}
