import { calls as api, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { useMoney } from '../ui/quantity.js';
import { Table } from '../ui/table.js';
import type { Deal } from './types.js';
import { useParkWords } from './words.js';

/** What a plant gave, quarter by quarter, and the next to report. */
export function Yields({ of }: { of: Deal }) {
  const [t, money] = [useParkWords(), useMoney()];
  const report = api.useMutation('post', '/api/deals/{deal}/yields');
  const reports = ['contracted', 'building', 'built', 'producing', 'at-capacity', 'above-scale'].includes(of.state);
  return (
    <Table
      title={t('quarters')}
      rows={of.quarters.filter(({ current }) => current)}
      keyOf={({ quarter }) => quarter}
      empty={t('nothing')}
      actions={
        reports && (
          <Act<Shown['ReportYield']>
            name={t('reportYield')}
            fields={[
              { key: 'quarter', label: t('quarter'), as: 'text', help: t('quarterHelp'), most: 7 },
              { key: 'output', label: t('output'), as: 'yuan', least: 0 },
              { key: 'tax', label: t('tax'), as: 'yuan', least: 0 },
              { key: 'jobs', label: t('jobs'), as: 'count', least: 0 },
              { key: 'investment', label: t('investment'), as: 'yuan', optional: true, least: 0 },
              { key: 'research', label: t('research'), as: 'yuan', optional: true, least: 0 },
              { key: 'energy', label: t('energy'), as: 'decimal', optional: true, least: 0 },
              { key: 'confirmed', label: t('confirmed'), as: 'yes' },
            ]}
            send={(body) => report.mutateAsync({ params: { path: { deal: of.id } }, body })}
          />
        )
      }
      columns={[
        { title: t('quarter'), show: ({ quarter }) => quarter },
        { title: t('output'), number: true, show: ({ output }) => money(output) },
        { title: t('tax'), number: true, show: ({ tax }) => money(tax) },
        { title: t('jobs'), number: true, show: ({ jobs }) => jobs },
        { title: t('investment'), number: true, show: ({ investment }) => money(investment) },
        { title: t('research'), number: true, show: ({ research }) => money(research) },
        { title: t('energy'), number: true, show: ({ energy }) => energy ?? '—' },
      ]}
    />
  );
}
