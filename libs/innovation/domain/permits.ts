import { holds, scopesOf, type Permits } from '#platform';

/** The office keeps the register, leaders look into it and try policies; a firm's own people, by their project, see it and claim its qualifications. */
export const innovationPermits: Permits = (actor, allow) => {
  allow(['read'], 'Policy');
  if (actor.kind !== 'person') return;
  if (holds(actor, 'leader', actor.district)) {
    allow(['audit', 'simulate'], 'District');
    allow(['audit'], 'Policy');
    for (const seen of ['Firm', 'Qualification', 'PolicyClaim', 'Plan', 'Target', 'Statistic', 'Simulation', 'IssuedReport'] as const) allow(['read'], seen);
    allow(['run'], 'Simulation', { byId: actor.id });
  }
  const own = scopesOf(actor, 'team');
  if (own.length === 0) return;
  allow(['read', 'claim'], 'Firm', { projectId: { in: own } });
  allow(['read'], 'PolicyClaim', { firm: { is: { projectId: { in: own } } } });
  allow(['read'], 'Qualification', { firm: { is: { projectId: { in: own } } } });
};
