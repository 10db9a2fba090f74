export { assign, type Assignment, type AssignmentProblem } from './assign.js';
export { rank, tieKeys, type Ranked } from './rank.js';
export { scoreEntry, trimmedMean, type EntryScore, type MarkedAspect } from './score.js';
export { ISU_2016_FREE, ISU_2016_SHORT, SCORING_RULES, TRIMMED_MEAN, type ScoringRule } from './scoring-rule.js';
