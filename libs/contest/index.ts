import { declaredIn, type Feature } from '#platform';
import { ContestModule } from './contest.module.js';
import * as calls from './domain/call.js';
import * as entries from './domain/entry.js';
import * as judging from './domain/judging.js';
import { contestPermits } from './domain/permits.js';
import { closeCall } from './reactions/close-call.js';
import { closeFullRound } from './reactions/close-full-round.js';
import { finaliseCall } from './reactions/finalise-call.js';
import { scoreAndRank } from './reactions/score-and-rank.js';

export { entryAwarded, entryScored, entryShortlisted, entrySubmitted } from './domain/entry.js';
export { callAnnounced, callClosed, callFinalised, callPublished } from './domain/call.js';
export { judgeInvited, roundClosed, roundOpened, roundRanked } from './domain/judging.js';
export { importSeason } from './season/import-season.js';
export { readSeasonScores, seasonProgress } from './season/read-season-scores.js';
export { compareSeason, scoreSeason, type Agreement } from './season/score-season.js';
export { readSeason, type FileProblem } from './season/season-files.js';
export type { Season } from './season/season.js';
export { scoresChapter } from './views/scores-chapter.js';
export type { Receipt } from './views/entries.js';

export const contest: Feature = {
  name: 'contest',
  module: ContestModule,
  ...declaredIn(calls, entries, judging),
  reactions: [closeCall, closeFullRound, scoreAndRank, finaliseCall],
  permits: contestPermits,
};
