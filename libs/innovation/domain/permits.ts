import { scopesOf, type Permits } from '#platform';

/** The office keeps the register; a firm's own people, by their project, see it and claim its qualifications. */
export const innovationPermits: Permits = (actor, allow) => {
  allow(['read'], 'Policy');
  if (actor.kind !== 'person') return;
  const own = scopesOf(actor, 'team');
  if (own.length === 0) return;
  allow(['read', 'claim'], 'Firm', { projectId: { in: own } });
  allow(['read'], 'PolicyClaim', { firm: { is: { projectId: { in: own } } } });
  allow(['read'], 'Qualification', { firm: { is: { projectId: { in: own } } } });
};
