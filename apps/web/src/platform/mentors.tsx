import { calls as api, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useChoices, useCodeName } from '../ui/codes.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { When } from '../ui/when.js';
import { listed, useLanguage } from '../words.js';
import { usePlatformWords } from './words.js';

/** A platform's mentors, their hours and ratings, and what they talked about. */
export default function Mentors({ platform, runs }: { platform: string; runs: boolean }) {
  const [t, code, choices, language] = [usePlatformWords(), useCodeName(), useChoices(), useLanguage()];
  const path = { params: { path: { platform } } };
  const mentors = api.useQuery('get', '/api/platforms/{platform}/mentors', path);
  const topics = api.useQuery('get', '/api/mentoring-topics').data?.items ?? [];
  const enter = api.useMutation('post', '/api/platforms/{platform}/mentors');
  const sessions = api.useQuery('get', '/api/mentor-sessions', { params: { query: { limit: 1000, platform } } });
  const nameOf = (key: string) => topics.find((topic) => topic.key === key)?.[language] ?? key;
  return (
    <div className="stack wide">
      <Ask of={mentors}>
        {({ items }) => (
          <Table
            title={t('mentors')}
            rows={items}
            keyOf={({ id }) => id}
            empty={t('nothing')}
            actions={
              runs && (
                <Act<Omit<Shown['EnterMentor'], 'fields'> & { fields: string }>
                  name={t('enterMentor')}
                  fields={[
                    { key: 'name', label: t('name'), as: 'text', most: 60 },
                    { key: 'email', label: t('email'), as: 'text', optional: true },
                    { key: 'kind', label: t('kind'), as: { one: choices(['entrepreneur', 'investor', 'expert', 'professional']) } },
                    { key: 'fields', label: t('fields'), as: 'text' },
                    { key: 'topics', label: t('topics'), as: { some: topics.map((topic) => ({ value: topic.key, label: topic[language] })) } },
                    { key: 'profile', label: t('profile'), as: 'long' },
                    { key: 'hours', label: t('hours'), as: 'count', least: 0 },
                    { key: 'from', label: t('from'), as: 'day' },
                  ]}
                  send={({ fields, ...body }) => enter.mutateAsync({ ...path, body: { ...body, fields: fields.split(/[、,，]\s*/).filter(Boolean) } })}
                />
              )
            }
            columns={[
              { title: t('mentor'), show: ({ name }) => name },
              { title: t('kind'), show: ({ kind }) => code(kind) },
              { title: t('fields'), show: ({ fields }) => listed(fields) },
              { title: t('topics'), show: (one) => listed(one.topics.map(nameOf)) },
              { title: t('sessions'), number: true, show: (one) => one.sessions },
              { title: t('hours'), number: true, show: ({ minutes, hours }) => `${(minutes / 60).toFixed(1)} / ${hours}` },
              { title: t('rating'), number: true, show: ({ rating }) => rating?.toFixed(1) ?? '—' },
            ]}
          />
        )}
      </Ask>
      <Ask of={sessions}>
        {({ items }) => (
          <Table
            title={t('talks')}
            rows={[...items].reverse()}
            keyOf={({ id }) => id}
            empty={t('nothing')}
            columns={[
              { title: t('when'), show: ({ startsAt }) => <When at={startsAt} /> },
              { title: t('mentor'), show: ({ mentor }) => mentor.name },
              { title: t('firm'), show: ({ incubatee }) => incubatee.firm },
              { title: t('topic'), show: ({ topic, question }) => `${nameOf(topic)}：${question}` },
              { title: t('rating'), number: true, show: ({ rating }) => rating ?? '—' },
              { title: t('state'), show: ({ state }) => <State of={state} /> },
            ]}
          />
        )}
      </Ask>
    </div>
  );
}
