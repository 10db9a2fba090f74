import { scopesOf, type Permits } from '#platform';

/** A team reads its own project and puts papers on its file. */
export const projectPermits: Permits = (actor, allow) => {
  const own = scopesOf(actor, 'team');
  if (own.length > 0) allow(['read', 'add-document'], 'Project', { id: { in: own } });
};
