import { Link } from '@tanstack/react-router';
import { calls as api, type Shown as Bodies } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useChoices, useCodeName } from '../ui/codes.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import type { Shown } from './overview.js';
import { useFirmWords } from './words.js';

const MANY = { params: { query: { limit: 1000 } } } as const;

/** The technical problems that a firm has stated. */
export default function Problems({ of: { project, field } }: { of: Shown }) {
  const [t, code, choices] = [useFirmWords(), useCodeName(), useChoices()];
  const problems = api.useQuery('get', '/api/technical-problems', MANY);
  const state = api.useMutation('post', '/api/technical-problems');
  return (
    <Ask of={problems}>
      {({ items }) => (
        <Table
          title={t('problems')}
          rows={items.filter((one) => one.project === project)}
          keyOf={({ id }) => id}
          empty={t('noProblems')}
          actions={
            <Act<Bodies['StateProblem']>
              name={t('stateProblem')}
              type="primary"
              initial={{ urgency: 'normal', open: 'title', ...(field !== null && { field }) }}
              fields={[
                { key: 'title', label: t('title'), as: 'text' },
                { key: 'field', label: t('field'), as: 'text', most: 60 },
                { key: 'symptoms', label: t('symptoms'), as: 'long' },
                { key: 'tried', label: t('tried'), as: 'long', optional: true },
                { key: 'goal', label: t('goal'), as: 'long', optional: true },
                { key: 'urgency', label: t('urgency'), as: { one: choices(['low', 'normal', 'high', 'urgent']) } },
                { key: 'open', label: t('open'), as: { one: [{ value: 'nothing', label: t('openNothing') }, { value: 'title', label: t('openTitle') }, { value: 'all', label: t('openAll') }] } },
                { key: 'budget', label: t('budget'), as: 'yuan', optional: true, least: 0 },
                { key: 'neededBy', label: t('neededBy'), as: 'day', optional: true },
              ]}
              send={(body) => state.mutateAsync({ body: { ...body, project } })}
            />
          }
          columns={[
            { title: t('problem'), show: ({ id, title }) => <Link to={`/technical-problems/${id}`}>{title}</Link> },
            { title: t('field'), show: (one) => one.field },
            { title: t('urgency'), show: ({ urgency }) => code(urgency) },
            { title: t('neededBy'), show: ({ neededBy }) => neededBy ?? '—' },
            { title: t('solvedOn'), show: ({ solvedOn }) => solvedOn ?? '—' },
            { title: t('state'), show: (one) => <State of={one.state} kind="problem" /> },
          ]}
        />
      )}
    </Ask>
  );
}
