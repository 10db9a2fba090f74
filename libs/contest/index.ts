import { declaredIn, type Feature } from '#platform';
import { ContestModule } from './contest.module.js';
import * as awards from './domain/award.js';
import * as diligence from './domain/diligence.js';
import * as columns from './domain/derived-column.js';
import * as glossary from './domain/glossary.js';
import * as goingOn from './domain/going-on.js';
import * as meetings from './domain/meeting.js';
import * as messages from './domain/message.js';
import * as objections from './domain/objection.js';
import * as pitching from './domain/pitching.js';
import * as pitchTimes from './domain/pitch-times.js';
import * as plans from './domain/round-plan.js';
import * as voting from './domain/voting.js';
import * as advancements from './domain/advancement.js';
import * as calls from './domain/call.js';
import * as entries from './domain/entry.js';
import * as forms from './domain/form/definition.js';
import * as judging from './domain/judging.js';
import * as questions from './domain/question.js';
import { contestPermits } from './domain/permits.js';
import { closeCall } from './reactions/close-call.js';
import { closeFullRound } from './reactions/close-full-round.js';
import { dropSheets } from './reactions/drop-sheets.js';
import { endCorrection } from './reactions/end-correction.js';
import { fillGaps } from './reactions/fill-gaps.js';
import { finaliseCall } from './reactions/finalise-call.js';
import { findTellingNames } from './reactions/find-names.js';
import { findNamesInComment } from './reactions/find-names-in-comment.js';
import { findNearDuplicates } from './reactions/find-near-duplicates.js';
import { forgetObjector } from './reactions/forget-objector.js';
import { lapseDrafts } from './reactions/lapse-drafts.js';
import { lapseInvitation } from './reactions/lapse-invitation.js';
import { openCall } from './reactions/open-call.js';
import { pullConflicts } from './reactions/pull-conflicts.js';
import { readAttachedFile } from './reactions/read-file.js';
import { remindJudge } from './reactions/remind-judge.js';
import { remindUnsent } from './reactions/remind-unsent.js';
import { replaceSilentJudge } from './reactions/replace-silent-judge.js';
import { scoreAndRank } from './reactions/score-and-rank.js';
import { solveRound } from './reactions/solve-round.js';
import { takeInReadmitted } from './reactions/take-in-readmitted.js';
import { endVote } from './reactions/end-vote.js';
import { nominateWinners } from './reactions/nominate-winners.js';
import { scorePitch } from './reactions/score-pitch.js';
import { watchSpread } from './reactions/watch-spread.js';
import { ELIGIBILITY_RULES } from './rules/index.js';

export { CONTEST_CHECKS } from './book-checks.js';
export { CONTEST_INVARIANTS } from './invariants.js';
export { marksBeside, type MarkOfProject } from './facts/marks-beside.js';
export { englishNames } from './facts/english-names.js';
export { judgedEntries } from './facts/judged-entries.js';
export { CONTEST_RECORDS } from './record-sources.js';
export { correctionEnded, entryAdvanced, entryAwarded, entryDisqualified, entryLapsed, entryReadmitted, entryReturned, entryScored, entryShortlisted, entrySubmitted, entryUnsent, entryVetoed, entryWithdrawn, upperResult } from './domain/entry.js';
export { questionAnswered, questionAsked } from './domain/question.js';
export { inEnglish } from './domain/glossary.js';
export { callAnnounced, callClosed, callFinalised, callPublished, resultsWithdrawn } from './domain/call.js';
export { pitchesTimed } from './domain/pitch-times.js';
export { answerFirstReminder, answerSecondReminder, entryDisputed, gapsFilled, gapsLeft, invitationLapsed, judgeInvited, judgeReminded, judgeReplaced, rebuttalOpened, roundClosed, roundOpened, roundProposed, roundRanked, roundReopened, roundUnsolvable, sheetGiven, sheetReopened } from './domain/judging.js';
export { awardPaid } from './domain/award.js';
export { meetingCalled } from './domain/meeting.js';
export { messageWritten } from './domain/message.js';
export { objectionAnswered, objectionDue, objectionFiled } from './domain/objection.js';
export { conflictsWithProject } from './facts/conflict-facts.js';
export { checkMarks, type MarkGiven } from './domain/marks.js';
export type { Criterion } from './domain/round-plan.js';
export { CriterionInput } from './inputs/round-input.js';
export { likenessTo, vocabularyOf, weigh } from './domain/affinity.js';
export { searchWordsOf, wordsOf } from './facts/words.js';
export { editionOf, type Elsewhere, type Named } from './season/elsewhere.js';
export { fromHotcrp } from './season/from-hotcrp.js';
export { fromPretalx } from './season/from-pretalx.js';
export { importSeason } from './season/import-season.js';
export { readSeasonScores, seasonProgress } from './season/read-season-scores.js';
export { compareSeason, scoreSeason, type Agreement } from './season/score-season.js';
export { seasonRaters, type SeasonRaters } from './season/season-raters.js';
export { readSeason, type FileProblem } from './season/season-files.js';
export type { Season } from './season/season.js';
export { contestAgenda } from './views/contest-agenda.js';
export { scoresChapter } from './views/scores-chapter.js';
export { BUNDLE, checksumOf, recomputeBundle, type BundleDifference, type SignedBundle } from './domain/results-bundle.js';
export { readReceipt } from './files/read-receipt.js';
export type { SignedReceipt } from './views/entries.js';

export const contest: Feature = {
  name: 'contest',
  module: ContestModule,
  ...declaredIn(calls, glossary, plans, entries, judging, goingOn, pitching, pitchTimes, voting, meetings, messages, forms, questions, columns, diligence, objections, awards, advancements),
  reactions: [closeCall, closeFullRound, dropSheets, endCorrection, endVote, fillGaps, finaliseCall, forgetObjector, findTellingNames, findNamesInComment, findNearDuplicates, lapseDrafts, lapseInvitation, nominateWinners, openCall, pullConflicts, readAttachedFile, remindJudge, remindUnsent, replaceSilentJudge, scoreAndRank, scorePitch, solveRound, takeInReadmitted, watchSpread],
  permits: contestPermits,
  rules: ELIGIBILITY_RULES,
};
