import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, Open, PageQuery, SignedIn, type Caller } from '#platform';
import { ApplyForIncubation, applyForIncubation } from '../commands/apply-for-incubation.js';
import { closeIntake } from '../commands/close-intake.js';
import { DecideApplication, decideApplication } from '../commands/decide-application.js';
import { NameReviewers, nameReviewers } from '../commands/name-reviewers.js';
import { OpenIntake, openIntake } from '../commands/open-intake.js';
import { reopenIntake } from '../commands/reopen-intake.js';
import { ReviewApplication, reviewApplication } from '../commands/review-application.js';
import { withdrawApplication } from '../commands/withdraw-application.js';
import { IntakesView } from '../views/intakes.js';

/** Applications to platforms and programmes, and the panels that review them. */
@ApiTags('intakes')
@Controller()
@SignedIn()
export class IntakesController {
  constructor(
    private readonly commands: Commands,
    private readonly intakes: IntakesView,
  ) {}

  @Post('platforms/:platform/intakes')
  @Does(openIntake)
  open(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: OpenIntake) {
    return this.commands.run(openIntake, by, { ...body, platform });
  }

  @Open()
  @Get('intakes')
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.intakes.list(by.actor, query);
  }

  /** The applications of an intake, ranked by its panel. */
  @Get('intakes/:intake/applications')
  ranking(@By() by: Caller, @Param('intake', AnId) intake: string) {
    return this.intakes.ranking(by.actor, intake);
  }

  @Post('intakes/:intake/close')
  @Does(closeIntake)
  close(@By() by: Caller, @Param('intake', AnId) intake: string) {
    return this.commands.run(closeIntake, by, { intake });
  }

  @Post('intakes/:intake/reopen')
  @Does(reopenIntake)
  reopen(@By() by: Caller, @Param('intake', AnId) intake: string) {
    return this.commands.run(reopenIntake, by, { intake });
  }

  @Put('intakes/:intake/reviewers')
  @Does(nameReviewers)
  reviewers(@By() by: Caller, @Param('intake', AnId) intake: string, @Body() body: NameReviewers) {
    return this.commands.run(nameReviewers, by, { ...body, intake });
  }

  @Post('intakes/:intake/applications')
  @Does(applyForIncubation)
  apply(@By() by: Caller, @Param('intake', AnId) intake: string, @Body() body: ApplyForIncubation) {
    return this.commands.run(applyForIncubation, by, { ...body, intake });
  }

  /** One's own applications, those one reviews, those to one's platform. */
  @Get('applications')
  applications(@By() by: Caller, @Query() query: PageQuery) {
    return this.intakes.applications(by.actor, query);
  }

  @Get('applications/:application')
  application(@By() by: Caller, @Param('application', AnId) application: string) {
    return this.intakes.application(by.actor, application);
  }

  @Put('applications/:application/sheet')
  @Does(reviewApplication)
  review(@By() by: Caller, @Param('application', AnId) application: string, @Body() body: ReviewApplication) {
    return this.commands.run(reviewApplication, by, { ...body, application });
  }

  @Post('applications/:application/decide')
  @Does(decideApplication)
  decide(@By() by: Caller, @Param('application', AnId) application: string, @Body() body: DecideApplication) {
    return this.commands.run(decideApplication, by, { ...body, application });
  }

  @Post('applications/:application/withdraw')
  @Does(withdrawApplication)
  withdraw(@By() by: Caller, @Param('application', AnId) application: string) {
    return this.commands.run(withdrawApplication, by, { application });
  }
}
