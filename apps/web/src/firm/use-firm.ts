import { calls as api } from '../api/client.js';
import { projectsOf, useMe } from '../api/session.js';

const MANY = { params: { query: { limit: 1000 } } } as const;

/** The firms of one's projects that came into incubation: each with its stay. */
export function useMyFirms() {
  const mine = projectsOf(useMe());
  const incubatees = api.useQuery('get', '/api/incubatees', MANY);
  return { ...incubatees, data: incubatees.data?.items.filter(({ project, state }) => mine.has(project) && !['offered', 'declined'].includes(state)) };
}

/** The record of a project's firm in the register; undefined while it is read, null where there is none. */
export function useRegistered(project: string): string | null | undefined {
  const firms = api.useQuery('get', '/api/firms', MANY);
  if (firms.data === undefined) return undefined;
  return firms.data.items.find((firm) => firm.project === project)?.id ?? null;
}
