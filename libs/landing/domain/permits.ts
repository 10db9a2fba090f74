import { holds, scopesOf, type Permits } from '#platform';

/** Anyone sees parks and their sites; teams declare and report for their own project, managers run their own park. */
export const landingPermits: Permits = (actor, allow) => {
  allow(['read'], 'Park');
  allow(['read'], 'Site');
  allow(['read'], 'YieldReview', { aggregate: { is: { state: { in: ['public', 'final'] } } } });
  if (actor.kind !== 'person') return;
  if (holds(actor, 'leader', actor.district)) {
    allow(['read'], 'Deal');
    allow(['audit'], 'Park');
    allow(['audit'], 'YieldReview');
  }
  const own = scopesOf(actor, 'team');
  const managed = scopesOf(actor, 'park-manager');
  if (own.length > 0) {
    allow(['land'], 'Park');
    allow(['read', 'report-yield', 'file-paper'], 'Deal', { projectId: { in: own } });
  }
  if (managed.length > 0) {
    allow(['land', 'register-site', 'run'], 'Park', { id: { in: managed } });
    allow(['run'], 'Site', { parkId: { in: managed } });
    allow(['read', 'advance', 'report-yield', 'file-paper'], 'Deal', { parkId: { in: managed } });
  }
};
