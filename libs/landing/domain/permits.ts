import { scopesOf, type Permits } from '#platform';

/** Anyone sees parks and their sites; teams declare and report for their own project, managers run their own park. */
export const landingPermits: Permits = (actor, allow) => {
  allow(['read'], 'Park');
  allow(['read'], 'Site');
  if (actor.kind !== 'person') return;
  const own = scopesOf(actor, 'team');
  const managed = scopesOf(actor, 'park-manager');
  if (own.length > 0) {
    allow(['land'], 'Park');
    allow(['read', 'report-yield'], 'Deal', { projectId: { in: own } });
  }
  if (managed.length > 0) {
    allow(['land', 'register-site'], 'Park', { id: { in: managed } });
    allow(['read', 'advance', 'report-yield'], 'Deal', { parkId: { in: managed } });
  }
};
