import { Link } from '@tanstack/react-router';
import { useOfficeWords } from '../words.js';

const REACHED = {
  drafts: ['draft', 'submitted', 'returned', 'lapsed', 'withdrawn', 'disqualified', 'moved', 'shortlisted', 'not-selected', 'awarded', 'archived'],
  submitted: ['submitted', 'returned', 'disqualified', 'shortlisted', 'not-selected', 'awarded', 'archived'],
  inReview: ['submitted', 'shortlisted', 'not-selected', 'awarded', 'archived'],
  shortlisted: ['shortlisted', 'awarded'],
  awarded: ['awarded'],
} as const;

/** How many entries have come how far; each figure leads to them. */
export function Funnel({ entries, call }: { entries: Readonly<Record<string, number>>; call: string }) {
  const t = useOfficeWords();
  const most = Math.max(1, Object.values(entries).reduce((sum, one) => sum + one, 0));
  return (
    <table className="plain" aria-label={t('funnel')}>
      <tbody>
        {(Object.keys(REACHED) as (keyof typeof REACHED)[]).map((stage) => {
          const count = REACHED[stage].reduce((sum, state) => sum + (entries[state] ?? 0), 0);
          const only = REACHED[stage].filter((state) => (entries[state] ?? 0) > 0);
          return (
            <tr key={stage}>
              <th scope="row" style={{ width: 110 }}>
                {t(stage)}
              </th>
              <td style={{ verticalAlign: 'middle' }}>
                <div className="bar" style={{ height: 9 }}>
                  <i style={{ width: `${(100 * count) / most}%` }} />
                </div>
              </td>
              <td className="number" style={{ width: 60 }}>
                <Link to={`/office/calls/${call}`} search={{ tab: 'entries', ...(only.length === 1 && { 'f.state': only[0] }) } as never}>
                  {count}
                </Link>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
