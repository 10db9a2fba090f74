import { calls as api, type Shown as Bodies } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useReason } from '../ui/reason.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { When } from '../ui/when.js';
import { listed, useLanguage } from '../words.js';
import { Button } from 'antd';
import type { Shown } from './overview.js';
import { useFirmWords } from './words.js';

/** What a firm needs, the mentors who match it and why, and their talks. */
export default function Mentors({ of: { id, needs, needWords } }: { of: Shown }) {
  const [t, language] = [useFirmWords(), useLanguage()];
  const path = { params: { path: { incubatee: id } } };
  const topics = api.useQuery('get', '/api/mentoring-topics').data?.items ?? [];
  const matches = api.useQuery('get', '/api/incubatees/{incubatee}/mentor-matches', path);
  const state = api.useMutation('put', '/api/incubatees/{incubatee}/needs');
  const book = api.useMutation('post', '/api/incubatees/{incubatee}/mentor-sessions');
  const nameOf = (topic: string) => topics.find(({ key }) => key === topic)?.[language] ?? topic;
  const choices = topics.map((topic) => ({ value: topic.key, label: topic[language] }));
  return (
    <div className="stack wide">
      <section className="card stack">
        <div className="row apart">
          <h2>{t('needs')}</h2>
          <Act<Bodies['StateNeeds']>
            name={t('stateNeeds')}
            initial={{ topics: needs as Bodies['StateNeeds']['topics'], ...(needWords !== null && { words: needWords }) }}
            fields={[
              { key: 'topics', label: t('topics'), as: { some: choices } },
              { key: 'words', label: t('inWords'), as: 'long', optional: true },
            ]}
            send={(body) => state.mutateAsync({ ...path, body })}
          />
        </div>
        <p>{needs.length === 0 ? t('nothing') : listed(needs.map(nameOf))}</p>
        {needWords !== null && <p className="soft prose">{needWords}</p>}
      </section>
      <Ask of={matches}>
        {({ items }) => (
          <Table
            title={t('matches')}
            rows={items}
            keyOf={({ mentor }) => mentor}
            empty={t('nothing')}
            columns={[
              { title: t('mentor'), show: ({ name }) => name },
              { title: t('match'), number: true, show: ({ score }) => score.toFixed(2) },
              { title: t('covers'), show: ({ covers }) => listed(covers.map(nameOf)) || '—' },
              { title: t('hoursLeft'), number: true, show: ({ hoursLeft }) => hoursLeft.toFixed(1) },
              { title: t('meanRating'), number: true, show: ({ meanRating }) => meanRating?.toFixed(1) ?? '—' },
              {
                title: t('book'),
                show: ({ mentor, covers }) => (
                  <Act<Bodies['BookMentor']>
                    name={t('book')}
                    size="small"
                    initial={covers[0] === undefined ? {} : { topic: covers[0] as Bodies['BookMentor']['topic'] }}
                    fields={[
                      { key: 'topic', label: t('topic'), as: { one: choices } },
                      { key: 'question', label: t('question'), as: 'long' },
                      { key: 'startsAt', label: t('startsAt'), as: 'moment' },
                      { key: 'endsAt', label: t('endsAt'), as: 'moment' },
                    ]}
                    send={(body) => book.mutateAsync({ ...path, body: { ...body, mentor } })}
                  />
                ),
              },
            ]}
          />
        )}
      </Ask>
      <Sessions incubatee={id} nameOf={nameOf} />
    </div>
  );
}

function Sessions({ incubatee, nameOf }: { incubatee: string; nameOf: (topic: string) => string }) {
  const [t, reason] = [useFirmWords(), useReason()];
  const sessions = api.useQuery('get', '/api/mentor-sessions', { params: { query: { limit: 1000 } } });
  const rate = api.useMutation('post', '/api/mentor-sessions/{session}/rate');
  const cancel = api.useMutation('post', '/api/mentor-sessions/{session}/cancel');
  return (
    <Ask of={sessions}>
      {({ items }) => (
        <Table
          title={t('sessions')}
          rows={items.filter((one) => one.incubatee.id === incubatee)}
          keyOf={({ id }) => id}
          empty={t('nothing')}
          columns={[
            { title: t('mentor'), show: ({ mentor }) => mentor.name },
            { title: t('topic'), show: ({ topic, question }) => `${nameOf(topic)}：${question}` },
            { title: t('startsAt'), show: ({ startsAt }) => <When at={startsAt} /> },
            { title: t('notes'), show: ({ notes }) => notes ?? '—' },
            { title: t('state'), show: ({ state }) => <State of={state} /> },
            {
              title: t('rate'),
              show: ({ id, state, rating }) => {
                const session = { params: { path: { session: id } } };
                if (state === 'booked') return <Button size="small" onClick={() => reason(t('cancel'), (text) => cancel.mutateAsync({ ...session, body: { reason: text } }))}>{t('cancel')}</Button>;
                if (rating !== null || state !== 'held') return rating ?? '—';
                return (
                  <Act<Bodies['RateSession']>
                    name={t('rate')}
                    size="small"
                    fields={[
                      { key: 'rating', label: t('stars'), as: 'count', least: 1, most: 5 },
                      { key: 'words', label: t('inWords'), as: 'long', optional: true },
                    ]}
                    send={(body) => rate.mutateAsync({ ...session, body })}
                  />
                );
              },
            },
          ]}
        />
      )}
    </Ask>
  );
}
