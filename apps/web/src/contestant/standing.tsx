import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { useOwnWords } from '../words.js';
import { Ask } from '../ui/ask.js';
import { Until, When } from '../ui/when.js';
import type { Entry } from './types.js';
import { useEntryWords } from './words.js';

/** Where the entry stands, what comes next, and whose turn it is. */
export function Standing({ entry }: { entry: Entry }) {
  const [t, own] = [useEntryWords(), useOwnWords()];
  const standing = api.useQuery('get', '/api/entries/{entry}/standing', { params: { path: { entry: entry.id } } });
  return (
    <Ask of={standing}>
      {({ now, next, turn, at, timeZone }) => (
        <section className="card stack" style={{ maxWidth: 640 }}>
          <dl className="facts" style={{ fontSize: 16 }}>
            <dt>{t('now')}</dt>
            <dd>
              <b>{own(now)}</b> <span className="tag">{t(`turn_${turn}`)}</span>
            </dd>
            {next !== null && (
              <>
                <dt>{t('next')}</dt>
                <dd>{own(next)}</dd>
              </>
            )}
            {at !== null && (
              <>
                <dt>{t('by')}</dt>
                <dd className="row">
                  <When at={at} zone={timeZone} /> <Until at={at} />
                </dd>
              </>
            )}
          </dl>
          <Link to={`/projects/${entry.project}`}>{t('history')} →</Link>
        </section>
      )}
    </Ask>
  );
}
