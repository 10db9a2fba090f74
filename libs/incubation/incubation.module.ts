import { Module } from '@nestjs/common';
import { IncubateesController } from './http/incubatees.controller.js';
import { IntakesController } from './http/intakes.controller.js';
import { MentoringController } from './http/mentoring.controller.js';
import { PlatformsController } from './http/platforms.controller.js';
import { ProgrammesController } from './http/programmes.controller.js';
import { SpaceController } from './http/space.controller.js';
import { AttentionView } from './views/attention.js';
import { FacilitiesView } from './views/facilities.js';
import { IncubateesView } from './views/incubatees.js';
import { IntakesView } from './views/intakes.js';
import { MentoringView } from './views/mentoring.js';
import { PlatformPeopleView } from './views/platform-people.js';
import { PlatformsView } from './views/platforms.js';
import { ProgrammesView } from './views/programmes.js';
import { ReportsInView } from './views/reports-in.js';
import { SpaceView } from './views/space.js';
import { YearStatisticsView } from './views/year-statistics.js';

@Module({
  controllers: [PlatformsController, SpaceController, IncubateesController, MentoringController, IntakesController, ProgrammesController],
  providers: [AttentionView, FacilitiesView, IncubateesView, IntakesView, MentoringView, PlatformPeopleView, PlatformsView, ProgrammesView, ReportsInView, SpaceView, YearStatisticsView],
})
export class IncubationModule {}
