import { Link } from '@tanstack/react-router';
import { calls as api, type Shown as Bodies } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useChoices, useCodeName } from '../ui/codes.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import type { Shown } from './overview.js';
import { useFirmWords } from './words.js';

const INDUSTRIES = ['industry', 'transport-and-software', 'business-and-research', 'resident-services', 'wholesale', 'retail', 'lodging-and-catering'];

/** A firm's deals with parks, and a new one. */
export default function Landing({ of: { project, firm } }: { of: Shown }) {
  const [t, code, choices] = [useFirmWords(), useCodeName(), useChoices()];
  const deals = api.useQuery('get', '/api/deals', { params: { query: { limit: 1000 } } });
  const parks = api.useQuery('get', '/api/parks', { params: { query: { limit: 200 } } });
  const declare = api.useMutation('post', '/api/parks/{park}/deals');
  return (
    <Ask of={deals}>
      {({ items }) => (
        <Table
          title={t('landing')}
          rows={items.filter((deal) => deal.project === project)}
          keyOf={({ id }) => id}
          empty={t('noDeal')}
          actions={
            <Act<Omit<Bodies['DeclareIntent'], 'needs'> & { park: string; area: number }>
              name={t('declareIntent')}
              initial={{ firm: firm ?? '', industry: 'industry' }}
              fields={[
                { key: 'park', label: t('park'), as: { one: parks.data?.items.filter(({ sites }) => sites > 0).map(({ id, name }) => ({ value: id, label: name })) ?? [] } },
                { key: 'firm', label: t('firm'), as: 'text' },
                { key: 'industry', label: t('industry'), as: { one: choices(INDUSTRIES) } },
                { key: 'investment', label: t('promisedInvestment'), as: 'yuan', least: 0 },
                { key: 'output', label: t('promisedOutput'), as: 'yuan', least: 0 },
                { key: 'tax', label: t('promisedTax'), as: 'yuan', least: 0 },
                { key: 'jobs', label: t('promisedJobs'), as: 'count', least: 0 },
                { key: 'investedBy', label: t('investedBy'), as: 'day', optional: true },
                { key: 'yieldBy', label: t('yieldBy'), as: 'day', optional: true },
                { key: 'area', label: t('areaNeeded'), as: 'count', least: 1 },
              ]}
              send={({ park, area, ...body }) => declare.mutateAsync({ params: { path: { park } }, body: { ...body, project, needs: { area } } })}
            />
          }
          columns={[
            { title: t('park'), show: ({ id, park }) => <Link to={`/deals/${id}`}>{park.name}</Link> },
            { title: t('industry'), show: ({ industry }) => code(industry) },
            { title: t('from'), show: ({ declaredOn }) => declaredOn },
            { title: t('state'), show: ({ state }) => <State of={state} kind="deal" /> },
          ]}
        />
      )}
    </Ask>
  );
}
