import { holds, scopesOf, type Permits } from '#platform';

/**
 * Teams state problems and accept solutions; solvers see and answer what they are asked; technology managers introduce and
 * enter contracts; envoys enter their own service. Who does what for the district is known to all who sign in.
 */
export const expertisePermits: Permits = (actor, allow) => {
  if (actor.kind !== 'person') return;
  allow(['state-problem'], 'District');
  for (const known of ['Solver', 'Institute', 'ResearchPlatform', 'TechnologyManager', 'EnvoyTeam', 'EnvoyActivity', 'Promotion', 'JointProject'] as const) allow(['read'], known);
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
