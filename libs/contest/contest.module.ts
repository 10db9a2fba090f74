import { Module } from '@nestjs/common';
import { CallsController } from './http/calls.controller.js';
import { ContestsController } from './http/contests.controller.js';
import { EntriesController } from './http/entries.controller.js';
import { JudgesController } from './http/judges.controller.js';
import { JudgingController } from './http/judging.controller.js';
import { OfficeController } from './http/office.controller.js';
import { UploadsController } from './http/uploads.controller.js';
import { Uploads } from './uploads/uploads.js';
import { ContestsView } from './views/contests.js';
import { EntriesView } from './views/entries.js';
import { FilePlaces } from './views/file-places.js';
import { JudgesView } from './views/judges.js';
import { JudgingView } from './views/judging.js';
import { OfficeView } from './views/office.js';
import { QuestionsView } from './views/questions.js';
import { RoundsView } from './views/rounds.js';

@Module({
  controllers: [ContestsController, CallsController, EntriesController, UploadsController, OfficeController, JudgesController, JudgingController],
  providers: [ContestsView, EntriesView, FilePlaces, JudgesView, JudgingView, OfficeView, QuestionsView, RoundsView, Uploads],
})
export class ContestModule {}
