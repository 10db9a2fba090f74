import { scopesOf, type Permits } from '#platform';

/** Teams answer offers and report; managers run their own platform and what is in it. */
export const incubationPermits: Permits = (actor, allow) => {
  allow(['read'], 'Platform');
  const own = scopesOf(actor, 'team');
  if (own.length > 0) {
    allow(['read', 'answer', 'report', 'reach-milestone'], 'Incubatee', { projectId: { in: own } });
    allow(['read'], 'Investment', { projectId: { in: own } });
    allow(['read'], 'FundProposal', { projectId: { in: own } });
  }
  const managed = scopesOf(actor, 'platform-manager');
  if (managed.length > 0) {
    allow(['admit'], 'Platform', { id: { in: managed } });
    allow(['read', 'set-milestone', 'reach-milestone', 'graduate', 'let-go'], 'Incubatee', { platformId: { in: managed } });
    allow(['read'], 'Incubatee', { aggregate: { is: { state: 'accepted' } } });
  }
};
