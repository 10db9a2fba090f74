import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useMoney } from '../ui/quantity.js';
import { Table } from '../ui/table.js';
import { useLanguage } from '../words.js';
import { usePlatformWords } from './words.js';

/** The period so many quarters or months away. */
function shifted(period: string, by: 1 | -1): string {
  const quarterly = period.includes('Q');
  const [year, part] = [Number(period.slice(0, 4)), Number(period.slice(quarterly ? 6 : 5))];
  const [most, next] = [quarterly ? 4 : 12, part + by];
  const [at, of] = next < 1 ? [year - 1, most] : next > most ? [year + 1, 1] : [year, next];
  return quarterly ? `${at}-Q${of}` : `${at}-${String(of).padStart(2, '0')}`;
}

/** What the firms reported of a period: who has not, which figures to ask about, which are in order. */
export default function ReportsIn({ platform }: { platform: string }) {
  const [t, language, money, navigate] = [usePlatformWords(), useLanguage(), useMoney(), useNavigate()];
  const { period: asked } = useSearch({ strict: false }) as { period?: string };
  const reports = api.useQuery('get', '/api/platforms/{platform}/reports', { params: { path: { platform }, query: { ...(asked !== undefined && { period: asked }) } } });
  return (
    <Ask of={reports}>
      {({ period, dueOn, items }) => {
        const go = (to: string) => void navigate({ to: '.', search: { tab: 'reports', period: to } as never });
        return (
          <Table
            title={period}
            rows={items}
            keyOf={({ incubatee }) => incubatee}
            empty={t('noFirms')}
            actions={
              <>
                <span className="soft">{t('dueOn', { day: dueOn })}</span>
                <Button onClick={() => go(shifted(period, -1))}>{t('earlier')}</Button>
                <Button onClick={() => go(shifted(period, 1))}>{t('later')}</Button>
              </>
            }
            columns={[
              { title: t('firm'), show: ({ incubatee, firm }) => <Link to={`/incubatees/${incubatee}`}>{firm}</Link> },
              { title: t('state'), show: ({ report }) => (report === null ? <span className="tag bad">{t('notIn')}</span> : report.late ? <span className="tag warn">{t('late')}</span> : <span className="tag good">{t('inTime')}</span>) },
              { title: t('revenue'), number: true, show: ({ report }) => money(report?.figures['revenue']) },
              { title: t('research'), number: true, show: ({ report }) => money(report?.figures['research']) },
              { title: t('staff'), number: true, show: ({ report }) => report?.figures['staff'] ?? '—' },
              { title: t('validIp'), number: true, show: ({ report }) => report?.figures['validIp'] ?? '—' },
              { title: t('toCheck'), show: ({ report, doubts }) => (report === null ? '—' : doubts.length === 0 ? <span className="soft">{t('fine')}</span> : doubts.map((doubt) => <div key={doubt.field}>{doubt[language]}</div>)) },
              { title: t('version'), show: ({ report }) => (report?.reason ? t('corrected', { n: report.version, reason: report.reason }) : (report?.version ?? '—')) },
            ]}
          />
        );
      }}
    </Ask>
  );
}
