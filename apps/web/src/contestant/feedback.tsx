import { Button, Input } from 'antd';
import { useState } from 'react';
import { calls as api, type Answer } from '../api/client.js';
import { Objection } from '../public/objection.js';
import { Ask, Empty } from '../ui/ask.js';
import { useNamed } from '../ui/named.js';
import { State } from '../ui/state.js';
import { When } from '../ui/when.js';
import type { Entry } from './types.js';
import { useEntryWords } from './words.js';

type Round = Answer<'/api/entries/{entry}/feedback'>['rounds'][number];

/** Scores beside those of all, cleared comments, and what can be said against them. */
export default function Feedback({ entry }: { entry: Entry }) {
  const t = useEntryWords();
  const feedback = api.useQuery('get', '/api/entries/{entry}/feedback', { params: { path: { entry: entry.id } } });
  const results = api.useQuery('get', '/api/calls/{call}/results', { params: { path: { call: entry.call } } }, { enabled: feedback.data?.place !== undefined });
  return (
    <Ask of={feedback}>
      {({ rounds, place, of }) =>
        rounds.length === 0 ? (
          <Empty text={t('noFeedback')} />
        ) : (
          <div className="stack wide" style={{ maxWidth: 860 }}>
            {place !== undefined && place !== null && <p style={{ fontSize: 18 }}>{t('place', { place, of })}</p>}
            {rounds.map((round) => (
              <RoundFeedback key={round.round} entry={entry.id} round={round} />
            ))}
            {results.data?.state === 'announced' && <Objection call={entry.call} results={results.data.results} about={entry.id} />}
          </div>
        )
      }
    </Ask>
  );
}

function RoundFeedback({ entry, round }: { entry: string; round: Round }) {
  const [t, named] = [useEntryWords(), useNamed()];
  const [text, setText] = useState(round.answer ?? '');
  const answer = api.useMutation('post', '/api/entries/{entry}/answers-to-reviews');
  const { name, score, goesOn, criteria = [], comments, answersUntil } = round;
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{named(name)}</h2>
        <span className="row">
          {score !== undefined && score !== null && <b className="number">{score}</b>}
          {goesOn !== undefined && goesOn !== null && <State of={goesOn ? 'shortlisted' : 'not-selected'} />}
        </span>
      </div>
      {criteria.length > 0 && (
        <div className="scroll">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('criterion')}</th>
                <th scope="col" className="number">
                  {t('own')}
                </th>
                <th scope="col" className="number">
                  {t('allMean')}
                </th>
                <th scope="col" className="number">
                  {t('groupMean')}
                </th>
                <td style={{ width: '30%' }} />
              </tr>
            </thead>
            <tbody>
              {criteria.map(({ key, name: called, max, own, all, group, entries, inGroup }) => (
                <tr key={key}>
                  <th scope="row">{named(called)}</th>
                  <td className="number">{own ?? '—'}</td>
                  <td className="number">
                    {all ?? '—'} <span className="soft small">({entries})</span>
                  </td>
                  <td className="number">
                    {group ?? '—'} <span className="soft small">({inGroup})</span>
                  </td>
                  <td style={{ verticalAlign: 'middle' }}>
                    <Beside own={own} all={all} max={max} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h3>{t('comments')}</h3>
      {comments.length === 0 && <p className="soft">{t('noComments')}</p>}
      {comments.map(({ comment, criteria: said }, n) => (
        <div key={n} className="note prose">
          {comment}
          {Object.entries(said).map(([criterion, words]) => (
            <p key={criterion}>
              {named(criteria.find(({ key }) => key === criterion)?.name ?? criterion)}: {words}
            </p>
          ))}
        </div>
      ))}
      {answersUntil !== null && (
        <div className="stack tight" style={{ alignItems: 'flex-start' }}>
          <span>
            {t('answerUntil', { date: '' })} <When at={answersUntil} />
          </span>
          <Input.TextArea aria-label={t('answer')} value={text} maxLength={5000} autoSize={{ minRows: 3 }} onChange={(event) => setText(event.target.value)} />
          <Button loading={answer.isPending} disabled={text.trim() === ''} onClick={() => answer.mutate({ params: { path: { entry } }, body: { round: round.round, text } })}>
            {t('sendAnswer')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** One's own mean as a bar, that of all as a line across it. */
function Beside({ own, all, max }: { own: string | null; all: string | null; max: number }) {
  const share = (value: string | null) => `${Math.max(0, Math.min(100, (100 * Number(value ?? 0)) / max))}%`;
  return (
    <div className="bar" style={{ height: 10, position: 'relative', overflow: 'visible' }} aria-hidden="true">
      <i style={{ width: share(own), borderRadius: 3 }} />
      <span style={{ position: 'absolute', left: share(all), top: -3, bottom: -3, width: 2, background: 'var(--ink)' }} />
    </div>
  );
}
