import { Module } from '@nestjs/common';
import { ContestsController } from './http/contests.controller.js';
import { EntriesController } from './http/entries.controller.js';
import { JudgingController } from './http/judging.controller.js';
import { ContestsView } from './views/contests.js';
import { EntriesView } from './views/entries.js';
import { JudgingView } from './views/judging.js';

@Module({
  controllers: [ContestsController, EntriesController, JudgingController],
  providers: [ContestsView, EntriesView, JudgingView],
})
export class ContestModule {}
