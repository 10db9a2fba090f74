import { calls as api } from '../api/client.js';
import { useMe } from '../api/session.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { usePublicWords } from './words.js';
import { listed } from '../words.js';

const MANY = { params: { query: { limit: 500 } } } as const;

/** Expert services: problems that firms made known, and the institutes and experts who work on such. */
export default function Services() {
  const [t, code, me] = [usePublicWords(), useCodeName(), useMe()];
  const problems = api.useQuery('get', '/api/open-problems', MANY);
  const institutes = api.useQuery('get', '/api/institutes', MANY);
  const solvers = api.useQuery('get', '/api/solvers', MANY, { enabled: me != null });
  return (
    <Page title={t('services')} note={t('servicesText')}>
      <div className="stack wide">
        <Ask of={problems}>
          {({ items }) => (
            <Table
              title={t('openProblems')}
              rows={items}
              keyOf={({ id }) => id}
              empty={t('noProblems')}
              columns={[
                {
                  title: t('problem'),
                  show: ({ title, symptoms, goal }) => (
                    <>
                      {title}
                      {symptoms !== undefined && <div className="soft small">{[symptoms, goal].filter(Boolean).join(' ')}</div>}
                    </>
                  ),
                },
                { title: t('field'), show: ({ field }) => field },
                { title: t('urgency'), show: ({ urgency }) => code(urgency) },
                { title: t('state'), show: ({ state }) => <State of={state} kind="problem" /> },
              ]}
            />
          )}
        </Ask>
        <Ask of={institutes}>
          {({ items }) => (
            <Table
              title={t('institutes')}
              rows={items}
              keyOf={({ id }) => id}
              empty={t('noInstitutes')}
              columns={[
                { title: t('name'), show: ({ name }) => name },
                { title: t('kind'), show: ({ kind }) => code(kind) },
                { title: t('field'), show: ({ fields }) => listed(fields) },
                { title: t('promotions'), number: true, show: ({ promotions }) => promotions },
              ]}
            />
          )}
        </Ask>
        {me ? (
          <Ask of={solvers}>
            {({ items }) => (
              <Table
                title={t('solvers')}
                rows={items}
                keyOf={({ id }) => id}
                empty={t('noInstitutes')}
                columns={[
                  { title: t('name'), show: ({ name, title }) => (title === null ? name : `${name} · ${title}`) },
                  { title: t('kind'), show: ({ kind }) => code(kind) },
                  { title: t('field'), show: ({ fields }) => listed(fields) },
                ]}
              />
            )}
          </Ask>
        ) : (
          <p className="soft">{t('signInForExperts')}</p>
        )}
      </div>
    </Page>
  );
}
