export { assign } from './assignment/assign.js';
export { costOf } from './assignment/outcome.js';
export { rank, tieKeys, type Ranked } from './rank.js';
export { scoreEntry, trimmedMean, type EntryScore, type MarkedAspect } from './score.js';
export { ISU_2016_FREE, ISU_2016_SHORT, SCORING_RULES, TRIMMED_MEAN, type ScoringRule } from './scoring-rule.js';
export { pairsOf } from './assignment/problem.js';
export type { Assignment, AssignmentProblem, Certificate, Pairs } from './assignment/problem.js';
export { verifyAssignment, type Failure } from './assignment/verify.js';
export type { Told } from './assignment/assign-thread.js';
