import { Module } from '@nestjs/common';
import { CallsController } from './http/calls.controller.js';
import { ContestsController } from './http/contests.controller.js';
import { EntriesController } from './http/entries.controller.js';
import { JudgesController } from './http/judges.controller.js';
import { JudgingController } from './http/judging.controller.js';
import { OfficeController } from './http/office.controller.js';
import { ResultsController } from './http/results.controller.js';
import { RoundsController } from './http/rounds.controller.js';
import { UploadsController } from './http/uploads.controller.js';
import { Uploads } from './uploads/uploads.js';
import { AwardsView } from './views/awards.js';
import { ContestsView } from './views/contests.js';
import { EntriesView } from './views/entries.js';
import { FilePlaces } from './views/file-places.js';
import { JudgesView } from './views/judges.js';
import { JudgingView } from './views/judging.js';
import { ObjectionsView } from './views/objections.js';
import { OfficeView } from './views/office.js';
import { QuestionsView } from './views/questions.js';
import { ResultsView } from './views/results.js';
import { RoundsView } from './views/rounds.js';

@Module({
  controllers: [ContestsController, CallsController, EntriesController, UploadsController, OfficeController, JudgesController, JudgingController, RoundsController, ResultsController],
  providers: [AwardsView, ContestsView, EntriesView, FilePlaces, JudgesView, JudgingView, ObjectionsView, OfficeView, QuestionsView, ResultsView, RoundsView, Uploads],
})
export class ContestModule {}
