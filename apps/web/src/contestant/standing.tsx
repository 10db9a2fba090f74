import { Link, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { calls as api } from '../api/client.js';
import { useOwnWords } from '../words.js';
import { Ask } from '../ui/ask.js';
import { useNamed } from '../ui/named.js';
import { Until, When } from '../ui/when.js';
import type { Entry } from './types.js';
import { useEntryWords } from './words.js';

/** States from which an entry can be carried over to another call. */
const CARRIED = ['lapsed', 'not-selected', 'shortlisted'];

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
          {CARRIED.includes(entry.state) && <CarryOver entry={entry} />}
          <Link to={`/projects/${entry.project}`}>{t('history')} →</Link>
        </section>
      )}
    </Ask>
  );
}

/** The entry taken along to a call that is open now, as a draft. */
function CarryOver({ entry }: { entry: Entry }) {
  const [t, named, navigate] = [useEntryWords(), useNamed(), useNavigate()];
  const calls = api.useQuery('get', '/api/calls', { params: { query: { limit: 1000 } } });
  const carry = api.useMutation('post', '/api/entries/{entry}/carry-over');
  const open = calls.data?.items.filter(({ state, id }) => state === 'open' && id !== entry.call) ?? [];
  if (open.length === 0) return null;
  return (
    <div className="row">
      <Select aria-label={t('carryOver')} placeholder={t('carryOver')} style={{ minWidth: 240 }} loading={carry.isPending} options={open.map(({ id, name, contest }) => ({ value: id, label: `${named(contest.name)} ${contest.edition} · ${named(name)}` }))} onChange={(to: string) => carry.mutate({ params: { path: { entry: entry.id } }, body: { to } }, { onSuccess: ({ id }) => void navigate({ to: `/entries/${id}` }) })} />
    </div>
  );
}
