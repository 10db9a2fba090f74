import { declaredIn, type Feature } from '#platform';
import * as envoys from './domain/envoy.js';
import * as institutes from './domain/institute.js';
import { expertisePermits } from './domain/permits.js';
import * as problems from './domain/problem.js';
import * as solvers from './domain/solver.js';
import * as technology from './domain/technology.js';
import { ExpertiseModule } from './expertise.module.js';
import { ACHIEVEMENT_RULES } from './rules/achievements.js';
import { REGISTRATION } from './rules/technology-contracts.js';
import { ENVOY_RULES } from './rules/envoys.js';

export { EXPERTISE_CHECKS } from './book-checks.js';
export { achievementRegistered, contractRegistered } from './domain/technology.js';
export { EXPERTISE_RECORDS } from './record-sources.js';
export { envoyAppraised, envoyDispatched, envoySelected } from './domain/envoy.js';
export { matcherOf, type ProblemSeen, type SolverSeen } from './domain/matching.js';
export { introductionAccepted, introductionDeclined, problemSolved, problemStated, solverIntroduced, solvingGivenUp, solvingStarted } from './domain/problem.js';
export { expertiseChapter } from './views/expertise-chapter.js';

export const expertise: Feature = { name: 'expertise', module: ExpertiseModule, ...declaredIn(problems, solvers, institutes, technology, envoys), reactions: [], permits: expertisePermits, rules: [...ACHIEVEMENT_RULES, ...ENVOY_RULES, ...REGISTRATION] };
