import { holds, scopesOf, type Permits } from '#platform';

/**
 * Teams state problems and accept solutions; solvers see and answer what they are asked; technology managers introduce and
 * enter contracts; envoys enter their own service. Institutes are known to all; who does what for the district, to all who sign in.
 */
export const expertisePermits: Permits = (actor, allow) => {
  allow(['read'], 'Institute');
  if (actor.kind !== 'person') return;
  if (holds(actor, 'leader', actor.district)) for (const seen of ['Problem', 'Introduction', 'TechnologyContract', 'Achievement', 'Envoy'] as const) allow(['read'], seen);
  allow(['state-problem'], 'District');
  for (const known of ['Solver', 'ResearchPlatform', 'TechnologyManager', 'EnvoyTeam', 'EnvoyActivity', 'Promotion', 'JointProject'] as const) allow(['read'], known);
  const asked = { solver: { is: { personId: actor.id } } };
  allow(['describe'], 'Solver', { personId: actor.id });
  allow(['read', 'answer'], 'Introduction', asked);
  allow(['read'], 'Problem', { introductions: { some: asked } });
  allow(['read', 'serve'], 'Envoy', { personId: actor.id });
  const own = scopesOf(actor, 'team');
  if (own.length > 0) {
    const ofTeam = { projectId: { in: own } };
    allow(['read', 'match', 'describe', 'withdraw', 'accept'], 'Problem', ofTeam);
    allow(['read', 'rate'], 'Introduction', ofTeam);
    allow(['read'], 'TechnologyContract', ofTeam);
    allow(['read'], 'Achievement', ofTeam);
  }
  if (holds(actor, 'technology-manager', actor.district)) {
    allow(['run-technology'], 'District');
    allow(['read', 'match', 'introduce'], 'Problem');
    allow(['read', 'answer'], 'Introduction');
    allow(['read', 'register'], 'TechnologyContract');
    allow(['read', 'register'], 'Achievement');
  }
};
