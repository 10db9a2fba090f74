import { Link } from '@tanstack/react-router';
import { calls as api, type Answer } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { useParkWords } from './words.js';

type Row = Answer<'/api/parks/{park}/chart'>['items'][number];

const DAY = 86_400_000;
const TONES: Readonly<Record<string, string>> = { negotiate: 'var(--series-3)', sign: 'var(--series-3)', 'break-ground': 'var(--series-4)', complete: 'var(--series-2)', 'start-production': 'var(--series-1)', 'reach-capacity': 'var(--good)' };

/** The deals of a park on one scale of time: plan above fact, a mark a step. */
export default function Plan({ park }: { park: string }) {
  const t = useParkWords();
  const chart = api.useQuery('get', '/api/parks/{park}/chart', { params: { path: { park } } });
  return <Ask of={chart}>{({ items }) => (items.length === 0 ? <Empty text={t('noDeals')} /> : <PlanAndFact of={items} picture={`/api/parks/${park}/chart.svg`} />)}</Ask>;
}

function PlanAndFact({ of, picture }: { of: readonly Row[]; picture: string }) {
  const [t, code] = [useParkWords(), useCodeName()];
  const days = of.flatMap(({ declaredOn, steps }) => [declaredOn, ...steps.flatMap(({ plannedOn, on }) => [plannedOn, on])]).filter((day) => day !== null).map((day) => Date.parse(day));
  const [first, last] = [Math.min(...days), Math.max(...days) + 30 * DAY];
  const at = (day: string) => `${(100 * (Date.parse(day) - first)) / (last - first)}%`;
  return (
    <section className="card stack scroll" tabIndex={0} aria-label={t('chart')}>
      <div className="row apart">
        <h2>{t('chart')}</h2>
        <a href={picture}>{t('picture')}</a>
      </div>
      <div className="row small">
        {Object.entries(TONES).map(([step, tone]) => (
          <span key={step} className="row">
            <i style={{ width: 10, height: 10, borderRadius: 5, background: tone }} /> {code(step)}
          </span>
        ))}
      </div>
      <table className="plain" style={{ minWidth: 560 }}>
        <tbody>
          {of.map(({ id, firm, steps }) => (
            <tr key={id}>
              <th scope="row" style={{ width: 150 }}>
                <Link to={`/deals/${id}`}>{firm}</Link>
              </th>
              <td>
                {(['plannedOn', 'on'] as const).map((which) => (
                  <div key={which} className="row" style={{ flexWrap: 'nowrap' }}>
                    <span className="soft small" style={{ width: 44 }}>
                      {t(which)}
                    </span>
                    <span style={{ position: 'relative', flex: 1, height: 18, borderBottom: '1px solid var(--line)' }}>
                      {steps.map((step) => {
                        const day = step[which];
                        return day === null ? null : <i key={step.step} title={`${code(step.step)} ${day}`} style={{ position: 'absolute', left: at(day), bottom: -5, width: 10, height: 10, marginLeft: -5, borderRadius: 5, background: TONES[step.step], opacity: which === 'on' ? 1 : 0.55 }} />;
                      })}
                    </span>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
