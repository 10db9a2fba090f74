import { scopesOf, type Permits } from '#platform';

/** A project's team sees what went to and from its project; other modules say who sees what is theirs. */
export const ledgerPermits: Permits = (actor, allow) => {
  const own = scopesOf(actor, 'team');
  if (own.length > 0) allow(['read'], 'LedgerAccount', { ownerId: { in: own } });
};
