import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { calls as api, type Shown } from '../../api/client.js';
import { Act } from '../../ui/act.js';
import { Ask } from '../../ui/ask.js';
import { useReason } from '../../ui/reason.js';
import { Table } from '../../ui/table.js';
import { When } from '../../ui/when.js';
import { words } from '../../words.js';
import { useOfficeWords } from '../words.js';

const useOriginalityWords = words('originality', {
  title: ['外部查重报告', 'Reports of outside checks'],
  none: ['还没有外部查重报告。可在项目页录入，或由查重服务通过接口写入。', 'No reports yet. They are put down on an entry’s page, or sent by the service through the API.'],
  record: ['录入查重报告', 'Put down a report'],
  recordNote: ['记录校外服务（如知网、维普）对最近一次提交的查重结果；同一服务再次录入会替换上次结果。', 'What an outside service found of the latest hand-in; another report of the same service takes its place.'],
  service: ['查重服务', 'Service'],
  percent: ['重复率（%）', 'Found elsewhere (%)'],
  link: ['完整报告网址', 'Address of the full report'],
  report: ['完整报告', 'Full report'],
  sources: ['来源', 'Found in'],
  checked: ['提交', 'Hand-in'],
  outdated: ['之后又有提交', 'handed in again since'],
  settled: ['核对', 'Looked at'],
  fine: ['无问题', 'In order'],
});

/** What outside services found of the call's entries elsewhere, or of one of them. */
export function OriginalityReports({ call, entry: only }: { call: string; entry?: string }) {
  const [t, office, reason] = [useOriginalityWords(), useOfficeWords(), useReason()];
  const reports = api.useQuery('get', '/api/calls/{call}/originality-reports', { params: { path: { call }, query: only === undefined ? {} : { entry: only } } });
  const dismiss = api.useMutation('post', '/api/entries/{entry}/originality-reports/{report}/dismiss');
  return (
    <Ask of={reports}>
      {({ items }) => (
        <Table
          title={t('title')}
          actions={only !== undefined && <RecordOriginality entry={only} />}
          rows={items}
          keyOf={({ id }) => id}
          empty={t('none')}
          columns={[
            { title: office('entry'), show: ({ entry, title }) => <Link to={`/office/entries/${entry}`}>{title}</Link> },
            { title: t('service'), show: ({ service }) => service },
            { title: t('percent'), number: true, show: ({ percent }) => percent },
            { title: t('checked'), show: ({ submission, latest, at }) => <>{submission} · <When at={at} /> {!latest && <span className="tag warn">{t('outdated')}</span>}</> },
            { title: t('sources'), show: ({ sources, link }) => (
              <ul className="stack tight" style={{ listStyle: 'none', padding: 0 }}>
                {sources.map(({ title, percent, link: at }, n) => (
                  <li key={n}>
                    {percent}% {at === undefined ? title : <a href={at} rel="noreferrer" target="_blank">{title}</a>}
                  </li>
                ))}
                {link !== null && <li><a href={link} rel="noreferrer" target="_blank">{t('report')}</a></li>}
              </ul>
            ) },
            { title: t('settled'), show: ({ id, entry, dismissedBy, note }) => (dismissedBy === null ? <Button size="small" onClick={() => reason(t('fine'), (text) => dismiss.mutateAsync({ params: { path: { entry, report: id } }, body: { note: text } }))}>{t('fine')}</Button> : note) },
          ]}
        />
      )}
    </Ask>
  );
}

/** Puts a report down by hand. */
function RecordOriginality({ entry }: { entry: string }) {
  const t = useOriginalityWords();
  const record = api.useMutation('post', '/api/entries/{entry}/originality-reports');
  return (
    <Act<Shown['RecordOriginalityReport']>
      name={t('record')}
      note={t('recordNote')}
      fields={[
        { key: 'service', label: t('service'), as: 'text', most: 60 },
        { key: 'percent', label: t('percent'), as: 'decimal', least: 0, most: 100 },
        { key: 'link', label: t('link'), as: 'text', most: 500, optional: true },
      ]}
      send={(body) => record.mutateAsync({ params: { path: { entry } }, body })}
    />
  );
}
