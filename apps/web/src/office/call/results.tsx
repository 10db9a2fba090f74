import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { calls as api, type Answer } from '../../api/client.js';
import { Ask, Empty } from '../../ui/ask.js';
import { List } from '../../ui/list/list.js';
import type { Column } from '../../ui/list/rows.js';
import { useNamed } from '../../ui/named.js';
import { useReason } from '../../ui/reason.js';
import { useSure } from '../../ui/sure.js';
import { Diligence } from './diligence.js';
import { useOfficeWords } from '../words.js';
import type { Call } from './prolong.js';

type Line = Answer<'/api/calls/{call}/decision-sheet'>['results'][number];
type Override = { entry: string; shortlisted: boolean; awarded: boolean; reason: string };

/** The decision sheet: results as they stand, exceptions with their reasons, deciding and announcing. */
export default function Results({ call }: { call: Call }) {
  const [t, named, reason, sure] = [useOfficeWords(), useNamed(), useReason(), useSure()];
  const [overrides, setOverrides] = useState<readonly Override[]>([]);
  const [examined, setExamined] = useState<Line | null>(null);
  const path = { params: { path: { call: call.id } } };
  const sheet = api.useQuery('get', '/api/calls/{call}/decision-sheet', path);
  const decide = api.useMutation('post', '/api/calls/{call}/decide');
  const announce = api.useMutation('post', '/api/calls/{call}/announce');
  const withdraw = api.useMutation('post', '/api/calls/{call}/withdraw-results');

  const columns = useMemo((): Column<Line>[] => {
    const except = (entry: string, what: string) => {
      const others = overrides.filter((one) => one.entry !== entry);
      if (what === 'as-ranked') return setOverrides(others);
      reason(t('exception'), (text) => Promise.resolve(setOverrides([...others, { entry, shortlisted: what !== 'out', awarded: what === 'award', reason: text }])));
    };
    return [
      { key: 'place', title: t('place'), width: '80px', number: true, value: ({ place }) => place },
      { key: 'title', title: t('entry'), width: 'minmax(220px, 3fr)', value: ({ title }) => title, show: ({ entry, title }) => <Link to={`/office/entries/${entry}`}>{title}</Link> },
      { key: 'organisation', title: t('organisation'), width: 'minmax(140px, 2fr)', value: ({ organisation }) => organisation },
      { key: 'score', title: t('score'), width: '90px', number: true, value: ({ score }) => (score === null ? null : Number(score)), show: ({ score }) => score ?? '—' },
      { key: 'outcome', title: t('outcome'), width: '170px', value: ({ awarded, shortlisted }) => (awarded ? 'awarded' : shortlisted ? 'shortlisted' : ''), show: ({ awarded, shortlisted, prize, reason: why }) => <span title={why ?? ''}>{awarded ? <span className="tag good">{prize === null ? t('awarded') : named(prize)}</span> : shortlisted ? <span className="tag on">{t('shortlisted')}</span> : '—'}{why !== null && ' *'}</span> },
      ...(call.diligence.length > 0 ? [{ key: 'diligence', title: t('diligence'), width: '120px', value: ({ diligence }: Line) => diligence?.verdict ?? '', show: (line: Line) => <Button size="small" onClick={() => setExamined(line)}>{line.diligence ? t(line.diligence.verdict as 'pass') : t('diligence')}</Button> }] : []),
      ...(call.state === 'judging' || call.state === 'decided'
        ? [{ key: 'exception', title: t('exception'), width: '150px', value: ({ entry }: Line) => overrides.find((one) => one.entry === entry)?.reason ?? '', show: ({ entry, title }: Line) => <Select size="small" aria-label={`${t('exception')}: ${title}`} style={{ width: 126 }} popupMatchSelectWidth={false} value={keyOf(overrides.find((one) => one.entry === entry))} onChange={(what) => except(entry, what)} options={[{ value: 'as-ranked', label: t('asRanked') }, { value: 'shortlist', label: t('toShortlist') }, { value: 'award', label: t('toAward') }, { value: 'out', label: t('toNothing') }]} /> }]
        : []),
    ];
  }, [t, named, call, overrides, reason]);

  if (sheet.error !== null && sheet.data === undefined) return <Empty text={t('noResults')} />;
  return (
    <Ask of={sheet}>
      {({ results, state }) =>
        results.length === 0 ? (
          <Empty text={t('noResults')} />
        ) : (
          <div className="stack">
            <div className="row">
              {(state === 'judging' || state === 'decided') && (
                <Button type={state === 'judging' ? 'primary' : 'default'} onClick={() => sure(t('decide'), t('decideSure'), () => decide.mutateAsync({ ...path, body: { overrides: [...overrides] } }))}>
                  {t('decide')}
                </Button>
              )}
              {state === 'decided' && (
                <Button type="primary" onClick={() => sure(t('announce'), t('announceSure'), () => announce.mutateAsync(path))}>
                  {t('announce')}
                </Button>
              )}
              {state === 'announced' && (
                <Button danger onClick={() => reason(t('withdrawResults'), (text) => withdraw.mutateAsync({ ...path, body: { reason: text } }))}>
                  {t('withdrawResults')}
                </Button>
              )}
              <Link to={`/calls/${call.id}/results`}>{t('publicPage')}</Link>
            </div>
            <List name={t('results')} rows={results} columns={columns} keyOf={({ entry }) => entry} tools={<Button href={`/api/calls/${call.id}/export/results?format=xlsx`} download>{t('exportXlsx')}</Button>} />
            {examined && <Diligence call={call} line={examined} close={() => setExamined(null)} />}
          </div>
        )
      }
    </Ask>
  );
}

const keyOf = (override: Override | undefined): string => (!override ? 'as-ranked' : override.awarded ? 'award' : override.shortlisted ? 'shortlist' : 'out');
