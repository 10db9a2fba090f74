export { assign } from './assignment/assign.js';
export { assignInThread } from './assignment/assign-in-thread.js';
export { readInstance, readPairs, type FileMistake } from './assignment/instance-file.js';
export { costOf } from './assignment/outcome.js';
export { pairsOf, type Assignment, type AssignmentProblem, type Certificate, type Pairs, type Shortage, type Witness } from './assignment/problem.js';
export { StandingAssignment, type Change, type Changed } from './assignment/standing.js';
export { verifyAssignment, type Failure } from './assignment/verify.js';
export { AssignmentStopped, type Watch } from './assignment/watch.js';
export { assignFairly, type FairAssignment, type Objectives } from './fair/fair.js';
export { draw } from './randomised/draw.js';
export { randomise, type Randomisation, type Randomised } from './randomised/randomise.js';
export type { Chances, Spread } from './randomised/fractional.js';
export { solveInThread } from './solve/solve-in-thread.js';
export type { Otherwise, Solved } from './solve/solve-thread.js';
export { assignShaped, ShapeRefused, type Lack, type ReviewKind, type ShapedAssignment, type ShapedProblem } from './shaped/shaped.js';

export { marksOf, withoutJudges, type Marks } from './marks.js';
export { meanScores, medianScores, standardisedScores, trimmedScores, type Scores, type Standardised } from './results/averages.js';
export { bordaScores } from './results/borda.js';
export { bradleyTerry, type Comparison } from './results/bradley-terry.js';
export { crowdBt, expectedGain, learn, nextPair, type CrowdBt } from './results/crowd-bt.js';
export { rank, tieKeys, type Ranked } from './results/rank.js';
export { scoreEntry, trimmedMean, type EntryScore, type MarkedAspect } from './results/score.js';
export { ISU_2016_FREE, ISU_2016_SHORT, SCORING_RULES, TRIMMED_MEAN, type ScoringRule } from './results/scoring-rule.js';
export { panelsOf, severityModel, type Panel, type Severity } from './results/severity.js';
export { transferableVote, type Count, type CountRound } from './results/transferable-vote.js';

export { commitmentTo, drawnOrder, lotOf } from './panel/lot.js';
export { PANEL_METHODS, type PanelMethod, type PanelRule, type TieKey } from './panel/panel-rule.js';
export { marksAs, rankPanel, sheetTotal, type Judged, type JudgedSheet, type Placed } from './panel/rank-panel.js';

export { nextReviews, type NextReview } from './certainty/next-review.js';
export { rankCertainty, type Cut, type RankCertainty } from './certainty/rank-certainty.js';
export { reviewsFor, varianceParts, type Bought, type VarianceParts } from './certainty/review-count.js';

export { intraclass, type Intraclass } from './raters/intraclass.js';
export { krippendorffAlpha, type Level } from './raters/krippendorff.js';
export { ownSide, type Difference, type JudgeOwnSide, type OwnSide, type Side } from './raters/own-side.js';
export { panelStatistics, type JudgeStatistics, type PanelStatistics } from './raters/raters.js';

export { seeded, seedFrom, type Random } from './random.js';
