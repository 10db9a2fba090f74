import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { Fragment, useMemo, useState } from 'react';
import { calls as api, type Answer } from '../api/client.js';
import { useMe } from '../api/session.js';
import { Ask, Empty } from '../ui/ask.js';
import { List } from '../ui/list/list.js';
import type { Column } from '../ui/list/rows.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { Objection } from './objection.js';
import { usePublicWords } from './words.js';

type Results = Answer<'/api/calls/{call}/results'>;
type Result = Results['results'][number];

export default function ResultsPage() {
  const [t, named, id, me] = [usePublicWords(), useNamed(), useParam('call'), useMe()];
  const call = api.useQuery('get', '/api/calls/{call}', { params: { path: { call: id } } });
  const results = api.useQuery('get', '/api/calls/{call}/results', { params: { path: { call: id } } });
  const [version, setVersion] = useState<number | null>(null);
  const old = api.useQuery('get', '/api/calls/{call}/results/{version}', { params: { path: { call: id, version: version ?? 0 } } }, { enabled: version !== null });
  const { contest } = call.data ?? {};
  const name = named(call.data?.name ?? '');
  return (
    <Page title={`${name} · ${t('results')}`} crumbs={[{ to: '/calls', name: t('calls') }, { to: `/calls/${id}`, name }]} note={contest && `${named(contest.name)} · ${t('edition', { n: contest.edition })}`}>
      {results.error !== null && results.data === undefined ? (
        <Empty text={t('noResults')} />
      ) : (
        <Ask of={results}>
          {(latest) => {
            const shown = version !== null && old.data ? old.data : latest;
            return (
              <div className="stack wide">
                {latest.withdrawn && <p className="note warn">{t('withdrawn')}</p>}
                <div className="row apart">
                  <span className="soft">
                    {latest.state === 'final' ? t('stands') : latest.until !== undefined && t('openUntil', { date: latest.until })} {latest.provisional === true && t('provisional')}
                  </span>
                  {latest.versions.length > 1 && (
                    <Select aria-label={t('version', { n: '' })} value={version ?? latest.version ?? 1} onChange={(n: number) => setVersion(n === latest.version ? null : n)} options={latest.versions.map(({ version: n, reason }) => ({ value: n, label: `${t('version', { n })}${reason === null ? '' : ` · ${reason}`}` }))} popupMatchSelectWidth={false} />
                  )}
                </div>
                <ResultList results={shown.results} />
                <Verify call={id} contest={contest?.id} />
                {latest.state === 'announced' && (me ? <Objection call={id} results={latest.results} /> : <Link to="/sign-in" search={{ next: `/calls/${id}/results` } as never}>{t('object')}</Link>)}
              </div>
            );
          }}
        </Ask>
      )}
    </Page>
  );
}

function ResultList({ results }: { results: readonly Result[] }) {
  const [t, named] = [usePublicWords(), useNamed()];
  const columns = useMemo(
    (): Column<Result>[] => [
      { key: 'place', title: t('place'), width: '90px', number: true, value: ({ place }) => place, show: ({ place, tied }) => `${place}${tied ? ` (${t('tied')})` : ''}` },
      { key: 'title', title: t('entry'), width: 'minmax(220px, 3fr)', value: ({ title }) => title },
      { key: 'organisation', title: t('organisation'), width: 'minmax(160px, 2fr)', value: ({ organisation }) => organisation },
      { key: 'score', title: t('score'), width: '100px', number: true, value: ({ score }) => (score === null ? null : Number(score)), show: ({ score }) => score ?? '—' },
      { key: 'outcome', title: t('outcome'), width: '140px', value: ({ awarded, shortlisted, prize }) => (awarded ? (prize === null ? t('award') : named(prize)) : shortlisted ? t('shortlisted') : ''), show: ({ awarded, shortlisted, prize }) => (awarded ? <span className="tag good">{prize === null ? t('award') : named(prize)}</span> : shortlisted ? <span className="tag on">{t('shortlisted')}</span> : '—'), filter: (value) => value },
      { key: 'money', title: t('money'), width: '120px', number: true, value: ({ money }) => (money === null ? null : money / 100), show: ({ money }) => (money === null ? '—' : (money / 100).toLocaleString()) },
      { key: 'reason', title: t('reason'), width: 'minmax(120px, 2fr)', value: ({ reason }) => reason },
    ],
    [t, named],
  );
  return <List name={t('results')} rows={results} columns={columns} keyOf={({ entry }) => entry} />;
}

/** What anyone needs to compute the results again, and to draw the lots again. */
function Verify({ call, contest }: { call: string; contest: string | undefined }) {
  const [t, named] = [usePublicWords(), useNamed()];
  const rounds = api.useQuery('get', '/api/calls/{call}/rounds', { params: { path: { call } } });
  return (
    <section className="card stack">
      <h2>{t('verify')}</h2>
      <p className="soft">{t('verifyText')}</p>
      <div className="row">
        <a href={`/api/calls/${call}/bundle`} download={`results-${call}.json`}>
          {t('bundle')}
        </a>
        {contest !== undefined && (
          <a href={`/api/contests/${contest}/static`} download>
            {t('static')}
          </a>
        )}
        <code className="small">trellis results recompute BUNDLE</code>
      </div>
      <Ask of={rounds}>
        {(known) => (
          <details>
            <summary>{t('lots')}</summary>
            <dl className="facts small">
              {known.rounds.flatMap(({ id, name, draws }) =>
                draws.map(({ purpose, commitment, seed }) => (
                  <Fragment key={`${id} ${purpose}`}>
                    <dt>
                      {named(name)} · {purpose}
                    </dt>
                    <dd>
                      <code>{commitment}</code>
                      <br />
                      {t('seed')}: <code>{seed ?? t('notDrawn')}</code>
                    </dd>
                  </Fragment>
                )),
              )}
            </dl>
          </details>
        )}
      </Ask>
    </section>
  );
}
