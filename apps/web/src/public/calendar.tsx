import { Link } from '@tanstack/react-router';
import type { Answer } from '../api/client.js';
import { useOwnWords } from '../words.js';
import { useNamed } from '../ui/named.js';
import { useNow, When } from '../ui/when.js';
import { usePublicWords } from './words.js';

type Call = Answer<'/api/calls/{call}'>;

const MOST = 12;

/** The dates ahead of all calls, the nearest first. */
export function Calendar({ calls }: { calls: readonly Call[] }) {
  const [t, named, own, now] = [usePublicWords(), useNamed(), useOwnWords(), useNow()];
  const dates = calls
    .flatMap((call) => [
      ...(call.opensAt !== null ? [{ call, at: call.opensAt, what: t('opens') }] : []),
      { call, at: call.closesAt, what: t('closes') },
      ...call.timeline.map(({ name, at }) => ({ call, at, what: own(name) })),
    ])
    .filter(({ at }) => Date.parse(at) > now)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(0, MOST);
  return (
    <section className="card">
      <h2>{t('calendar')}</h2>
      {dates.length === 0 ? (
        <p className="soft">{t('noDates')}</p>
      ) : (
        <table className="plain">
          <tbody>
            {dates.map(({ call, at, what }) => (
              <tr key={`${call.id} ${at} ${what}`}>
                <td style={{ whiteSpace: 'nowrap' }}>
                  <When at={at} zone={call.timeZone} />
                </td>
                <td style={{ whiteSpace: 'nowrap' }}>{what}</td>
                <td>
                  <Link to={`/calls/${call.id}`}>
                    {named(call.contest.name)} {call.contest.edition} · {named(call.name)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
