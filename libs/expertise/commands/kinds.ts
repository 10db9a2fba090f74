import { aggregateKind } from '#platform';

export const instituteKind = aggregateKind('institute', 'Institute', (tx, where) => tx.institute.findUnique({ where, include: { aggregate: true } }));
export const jointProjectKind = aggregateKind('joint-project', 'JointProject', (tx, where) => tx.jointProject.findUnique({ where, include: { aggregate: true } }));
export const researchPlatformKind = aggregateKind('research-platform', 'ResearchPlatform', (tx, where) => tx.researchPlatform.findUnique({ where, include: { aggregate: true } }));
export const solverKind = aggregateKind('solver', 'Solver', (tx, where) => tx.solver.findUnique({ where, include: { aggregate: true } }));
export const problemKind = aggregateKind('problem', 'Problem', (tx, where) => tx.problem.findUnique({ where, include: { aggregate: true, introductions: { include: { aggregate: true, solver: true } } } }));
export const introductionKind = aggregateKind('introduction', 'Introduction', (tx, where) => tx.introduction.findUnique({ where, include: { aggregate: true, solver: true, problem: { include: { aggregate: true } } } }));
export const managerKind = aggregateKind('technology-manager', 'TechnologyManager', (tx, where) => tx.technologyManager.findUnique({ where, include: { aggregate: true } }));
export const contractKind = aggregateKind('technology-contract', 'TechnologyContract', (tx, where) => tx.technologyContract.findUnique({ where, include: { aggregate: true } }));
export const achievementKind = aggregateKind('achievement', 'Achievement', (tx, where) => tx.achievement.findUnique({ where, include: { aggregate: true } }));
export const envoyTeamKind = aggregateKind('envoy-team', 'EnvoyTeam', (tx, where) => tx.envoyTeam.findUnique({ where, include: { aggregate: true } }));
export const envoyKind = aggregateKind('envoy', 'Envoy', (tx, where) => tx.envoy.findUnique({ where, include: { aggregate: true, dispatches: true, services: true, brought: true, payments: true, appraisals: true } }));
