import type { Answer } from '../../api/client.js';
import { useOwnWords } from '../../words.js';
import { useNamed } from '../../ui/named.js';
import { useNow, When } from '../../ui/when.js';
import { useOfficeWords } from '../words.js';

type Call = Answer<'/api/calls/{call}'>;

const DAY = 86_400_000;

/** The calls of an edition on one line of time: when each takes entries, and its other dates. */
export function Timeline({ calls }: { calls: readonly Call[] }) {
  const [t, named, own, now] = [useOfficeWords(), useNamed(), useOwnWords(), useNow()];
  const instants = calls.flatMap(({ opensAt, closesAt, timeline, announcedUntil }) => [opensAt, closesAt, announcedUntil, ...timeline.map(({ at }) => at)]).flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  const [from, to] = [Math.min(...instants) - 14 * DAY, Math.max(...instants) + 14 * DAY];
  const at = (instant: number) => `${(100 * (instant - from)) / (to - from)}%`;
  return (
    <div className="timeline">
      {calls.map(({ id, name, opensAt, closesAt, timeline, timeZone }) => {
        const opens = opensAt === null ? from : Date.parse(opensAt);
        return (
          <div key={id}>
            <span className="small soft">{named(name)}</span>
            <div className="lane" aria-hidden="true">
              <span className="span" style={{ left: at(opens), width: `${(100 * (Date.parse(closesAt) - opens)) / (to - from)}%` }} />
              {timeline.map(({ name: what, at: when }) => (
                <span key={what.zh} className="dot" title={own(what)} style={{ left: at(Date.parse(when)) }} />
              ))}
              {now > from && now < to && <span className="now" style={{ left: at(now) }} title={t('today')} />}
            </div>
            <p className="small soft">
              <When at={closesAt} zone={timeZone} />
              {timeline.map(({ name: what, at: when }) => (
                <span key={what.zh}>
                  {' '}
                  · {own(what)} <When at={when} zone={timeZone} dateOnly />
                </span>
              ))}
            </p>
          </div>
        );
      })}
    </div>
  );
}
