import { Module } from '@nestjs/common';
import { CallsController } from './http/calls.controller.js';
import { ContestsController } from './http/contests.controller.js';
import { EntriesController } from './http/entries.controller.js';
import { JudgesController } from './http/judges.controller.js';
import { JudgingController } from './http/judging.controller.js';
import { NamesController } from './http/names.controller.js';
import { OfficeController } from './http/office.controller.js';
import { OriginalityController } from './http/originality.controller.js';
import { PitchDayController } from './http/pitch-day.controller.js';
import { PublicController } from './http/public.controller.js';
import { ResultsController } from './http/results.controller.js';
import { RoundsController } from './http/rounds.controller.js';
import { TablesController } from './http/tables.controller.js';
import { UploadsController } from './http/uploads.controller.js';
import { Uploads } from './uploads/uploads.js';
import { AssignmentSheetView } from './views/assignment-sheet.js';
import { AwardsView } from './views/awards.js';
import { BoardsView } from './views/boards.js';
import { BundlesView } from './views/bundles.js';
import { CertificatesView } from './views/certificates.js';
import { ContestCalendar } from './views/contest-calendar.js';
import { ContestsView } from './views/contests.js';
import { EntriesView } from './views/entries.js';
import { ExportsView } from './views/exports.js';
import { FeedView } from './views/feed.js';
import { FeedbackView } from './views/feedback.js';
import { FilePlaces } from './views/file-places.js';
import { JudgeWorkView } from './views/judge-work.js';
import { JudgesView } from './views/judges.js';
import { JudgingView } from './views/judging.js';
import { MeetingsView } from './views/meetings.js';
import { MessagesView } from './views/messages.js';
import { NamesView } from './views/names.js';
import { ObjectionsView } from './views/objections.js';
import { OfficeView } from './views/office.js';
import { PaperSheetsView } from './views/paper-sheets.js';
import { PublicCopyView } from './views/public-copy.js';
import { QuestionsView } from './views/questions.js';
import { ResultsView } from './views/results.js';
import { RoundFiguresView } from './views/round-figures.js';
import { RoundsView } from './views/rounds.js';
import { ShadowView } from './views/shadow.js';
import { VotesView } from './views/votes.js';

@Module({
  controllers: [ContestsController, NamesController, CallsController, EntriesController, UploadsController, OfficeController, OriginalityController, JudgesController, JudgingController, RoundsController, PitchDayController, ResultsController, TablesController, PublicController],
  providers: [AssignmentSheetView, AwardsView, BoardsView, BundlesView, CertificatesView, ContestCalendar, ContestsView, EntriesView, ExportsView, FeedView, FeedbackView, FilePlaces, JudgeWorkView, JudgesView, JudgingView, MeetingsView, MessagesView, NamesView, ObjectionsView, OfficeView, PaperSheetsView, PublicCopyView, QuestionsView, ResultsView, RoundFiguresView, RoundsView, ShadowView, Uploads, VotesView],
})
export class ContestModule {}
