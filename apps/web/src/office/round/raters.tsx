import { useMemo } from 'react';
import { calls as api, type Answer } from '../../api/client.js';
import { Ask, Empty } from '../../ui/ask.js';
import { Figures } from '../../ui/figures.js';
import { List } from '../../ui/list/list.js';
import type { Column } from '../../ui/list/rows.js';
import type { RoundProps } from './round-props.js';
import { useRoundWords } from './words.js';

type Judge = Answer<'/api/rounds/{round}/raters'>['judges'][number];

/** How judges marked, each figure with the number of marks behind it. */
export default function Raters({ round }: RoundProps) {
  const t = useRoundWords();
  const raters = api.useQuery('get', '/api/rounds/{round}/raters', { params: { path: { round: round.id } } });
  const columns = useMemo(
    (): Column<Judge>[] => [
      { key: 'name', title: t('judge'), width: 'minmax(160px, 2fr)', value: ({ name }) => name ?? '' },
      { key: 'marks', title: t('marks'), width: '100px', number: true, value: ({ marks }) => marks },
      { key: 'severity', title: t('severity'), width: '110px', number: true, value: ({ severity }) => Number(severity.toFixed(2)) },
      { key: 'noise', title: t('noise'), width: '110px', number: true, value: ({ noise }) => Number(noise.toFixed(2)) },
      { key: 'consistency', title: t('consistency'), width: '120px', number: true, value: ({ consistency }) => (consistency === null ? null : Number(consistency.toFixed(2))) },
    ],
    [t],
  );
  if (raters.error !== null && raters.data === undefined) return <Empty text={t('noTable')} />;
  return (
    <Ask of={raters}>
      {({ judges, alpha, intraclass, marks }) => (
        <div className="stack wide">
          <Figures
            of={[
              [t('alpha'), alpha.interval?.toFixed(2) ?? '—'],
              [t('icc'), intraclass?.single.random.toFixed(2) ?? '—'],
              [t('marks'), marks],
            ]}
          />
          <List name={t('raters')} rows={judges} columns={columns} keyOf={({ judge }) => judge ?? ''} />
        </div>
      )}
    </Ask>
  );
}
