import { useQueries } from '@tanstack/react-query';
import { answered, api, calls as hooks } from '../api/client.js';
import { nextStep, useStepWords } from '../office/next-step.js';
import type { Todo } from './todo.js';
import { useNamed } from '../ui/named.js';
import { useStartWords } from './words.js';

/** The next step of every call that is under way, for the office. */
export function useOfficeTodos(office: boolean): readonly Todo[] {
  const [t, steps, named] = [useStartWords(), useStepWords(), useNamed()];
  const calls = hooks.useQuery('get', '/api/calls', { params: { query: { limit: 1000 } } }, { enabled: office }).data?.items ?? [];
  const running = office ? calls.filter(({ state }) => state !== 'final' && state !== 'archived') : [];
  const rounds = useQueries({
    queries: running.map(({ id }) => ({ queryKey: ['get', '/api/calls/{call}/rounds', { params: { path: { call: id } } }], queryFn: async () => answered(await api.GET('/api/calls/{call}/rounds', { params: { path: { call: id } } })) })),
  });
  return running.flatMap((call, n): Todo[] => {
    const step = nextStep(call, rounds[n]?.data?.rounds ?? []);
    return step ? [{ key: call.id, text: t('officeStep', { call: `${named(call.contest.name)} ${call.contest.edition} · ${named(call.name)}`, step: steps(step.words) }), to: step.to, by: step.by, zone: call.timeZone }] : [];
  });
}
