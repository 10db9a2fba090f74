import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { answered, api, calls as hooks, type Answer } from '../../api/client.js';
import { Ask, Empty } from '../../ui/ask.js';
import { useAllPages } from '../../ui/list/all-pages.js';
import { List } from '../../ui/list/list.js';
import type { Column } from '../../ui/list/rows.js';
import { Page } from '../../ui/page.js';
import { useFigure } from '../../ui/quantity.js';
import { useParam } from '../../ui/param.js';
import { useLanguage } from '../../words.js';
import { useAsked } from './asked.js';
import { useReportWords } from './words.js';

type Counted = Answer<'/api/figures/records'>['items'][number];
const WHICH = ['counted', 'new', 'year-before'] as const;
type Which = (typeof WHICH)[number];

/** The records that a figure counts; each leads to its project and its history. */
export default function FigureRecords() {
  const [t, language, figure, shown, navigate] = [useReportWords(), useLanguage(), useParam('figure'), useFigure(), useNavigate()];
  const { which = 'counted' } = useSearch({ strict: false }) as { which?: Which };
  const query = useAsked();
  const asked = { figure: figure as never, which, ...query };
  const head = hooks.useQuery('get', '/api/report', { params: { query } });
  const line = head.data?.sections.flatMap(({ lines }) => lines).find(({ key }) => key === figure);
  const records = useAllPages<Counted>(['get', '/api/figures/records', asked], async (after) => {
    const { items, next } = answered(await api.GET('/api/figures/records', { params: { query: { ...asked, limit: 1000, ...(after !== undefined && { after: Number(after) }) } } }));
    return { items, next: next === null ? null : String(next) };
  });
  const unit = line?.unit ?? '';
  const columns = useMemo(
    (): Column<Counted>[] => [
      { key: 'title', title: t('record'), width: 'minmax(150px, 3fr)', value: ({ title }) => title, show: ({ title, aggregate }) => <Link to={`/office/things/${aggregate}`}>{title || t('history')}</Link> },
      { key: 'sort', title: t('sort'), width: 'minmax(120px, 1fr)', value: ({ sort }) => sort, filter: (sort) => sort },
      { key: 'place', title: t('place'), width: 'minmax(110px, 1fr)', value: ({ place: where }) => where, filter: (where) => where },
      { key: 'on', title: t('on'), width: '110px', value: ({ on }) => on },
      { key: 'until', title: t('until'), width: '110px', value: ({ until }) => until },
      { key: 'amount', title: t('amount'), width: '130px', number: true, value: ({ amount }) => amount, show: ({ amount }) => (amount === null ? '' : shown(amount, unit)) },
      { key: 'project', title: t('project'), width: '90px', value: ({ project }) => project, show: ({ project }) => project && <Link to={`/projects/${project}`}>{t('history')}</Link> },
    ],
    [t, shown, unit],
  );
  const sources = line?.sources.map((source) => source[language]).join(language === 'zh' ? '、' : ', ') ?? '';
  return (
    <Page
      title={line ? `${line[language]}: ${shown(line.value, line.unit)}` : t('records')}
      crumbs={[{ to: '/office/report', name: t('report') }]}
      note={
        line && (
          <>
            {line.definition[language]} · {t('sources', { names: sources })}
            {line.rule && ` · ${t('rule', { rule: `${line.rule.source} (${line.rule.version})` })}`}
          </>
        )
      }
      actions={
        <>
          <Segmented aria-label={t('records')} value={which} options={WHICH.map((value) => ({ value, label: t(value) }))} onChange={(chosen) => void navigate({ to: `/office/report/${figure}`, search: { ...query, which: chosen } as never })} />
          <a href={`/api/figures/records/table?${new URLSearchParams(asked as Record<string, string>).toString()}`} download>
            {t('table')}
          </a>
        </>
      }
    >
      <Ask of={records}>{(rows) => (rows.length === 0 ? <Empty text={t('noRecords')} /> : <List name={t('records')} rows={rows} columns={columns} keyOf={({ id }) => id} reading={records.reading} />)}</Ask>
    </Page>
  );
}
