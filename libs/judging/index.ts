export { assign, type Assignment, type AssignmentProblem } from './assign.js';
export { rank, type Ranked } from './rank.js';
export { scoreEntry, trimmedMean, type EntryScore, type MarkedAspect } from './score.js';
export { ISU_2016, SCORING_RULES, TRIMMED_MEAN, type ScoringRule } from './scoring-rule.js';
