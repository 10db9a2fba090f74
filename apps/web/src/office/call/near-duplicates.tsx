import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { calls as api } from '../../api/client.js';
import { Ask, Empty } from '../../ui/ask.js';
import { useNamed } from '../../ui/named.js';
import { useReason } from '../../ui/reason.js';
import { useOfficeWords } from '../words.js';
import { OriginalityReports } from './originality.js';
import type { Call } from './prolong.js';

/** Entries that say what is said elsewhere: here, and outside as services report it; hints, decided by people. */
export default function LikeEntries({ call }: { call: Call }) {
  return (
    <div className="stack wide">
      <NearDuplicates call={call} />
      <OriginalityReports call={call.id} />
    </div>
  );
}

/** Entries that say nearly the same, with what they share side by side. */
function NearDuplicates({ call }: { call: Call }) {
  const [t, named, reason] = [useOfficeWords(), useNamed(), useReason()];
  const pairs = api.useQuery('get', '/api/calls/{call}/near-duplicates', { params: { path: { call: call.id } } });
  const dismiss = api.useMutation('post', '/api/entries/{entry}/near-duplicates/{pair}/dismiss');
  return (
    <Ask of={pairs}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty text={t('noNear')} />
        ) : (
          <div className="stack">
            {items.map(({ id, one, other, similarity, passages, dismissedBy, note }) => (
              <article key={id} className="card stack">
                <div className="row apart">
                  <span className={`tag ${dismissedBy === null ? 'warn' : ''}`}>{t('similarity', { n: Math.round(similarity * 100) })}</span>
                  {dismissedBy === null ? (
                    <Button size="small" onClick={() => reason(t('dismiss'), (text) => dismiss.mutateAsync({ params: { path: { entry: one!.entry, pair: id } }, body: { note: text } }))}>
                      {t('dismiss')}
                    </Button>
                  ) : (
                    <span className="soft">{t('dismissed', { note })}</span>
                  )}
                </div>
                <div className="side-by-side">
                  {[one, other].map((entry) => (
                    <div key={entry!.entry}>
                      <Link to={`/office/entries/${entry!.entry}`}>{entry!.title}</Link>
                      <div className="soft small">
                        {t('editionOf', { name: named(entry!.contest), n: entry!.edition })} · {named(entry!.call)}
                      </div>
                    </div>
                  ))}
                  {passages.flatMap(({ ours, theirs }, n) => [
                    <div key={`${n} ours`}>
                      <mark>{ours}</mark>
                    </div>,
                    <div key={`${n} theirs`}>
                      <mark>{theirs}</mark>
                    </div>,
                  ])}
                </div>
              </article>
            ))}
          </div>
        )
      }
    </Ask>
  );
}
