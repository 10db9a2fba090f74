import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, Open, PageQuery, SignedIn, type Caller } from '#platform';
import { AdmitIncubatee, admitIncubatee } from '../commands/admit-incubatee.js';
import { AnswerOffer, answerOffer } from '../commands/answer-offer.js';
import { FileReport, fileReport } from '../commands/file-report.js';
import { GraduateIncubatee, graduateIncubatee } from '../commands/graduate-incubatee.js';
import { LetIncubateeGo, letIncubateeGo } from '../commands/let-incubatee-go.js';
import { ReachMilestone, reachMilestone } from '../commands/reach-milestone.js';
import { RegisterPlatform, registerPlatform } from '../commands/register-platform.js';
import { SetMilestone, setMilestone } from '../commands/set-milestone.js';
import { IncubationView } from '../views/incubation.js';

@ApiTags('incubation')
@Controller()
@SignedIn()
export class IncubationController {
  constructor(
    private readonly commands: Commands,
    private readonly incubation: IncubationView,
  ) {}

  @Post('platforms')
  @Does(registerPlatform)
  register(@By() by: Caller, @Body() body: RegisterPlatform) {
    return this.commands.run(registerPlatform, by, body);
  }

  @Open()
  @Get('platforms')
  platforms(@By() by: Caller, @Query() query: PageQuery) {
    return this.incubation.platforms(by.actor, query);
  }

  @Post('platforms/:platform/admissions')
  @Does(admitIncubatee)
  admit(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: AdmitIncubatee) {
    return this.commands.run(admitIncubatee, by, { ...body, platform });
  }

  @Get('incubatees')
  incubatees(@By() by: Caller, @Query() query: PageQuery) {
    return this.incubation.incubatees(by.actor, query);
  }

  @Get('incubatees/:incubatee')
  incubatee(@By() by: Caller, @Param('incubatee', AnId) incubatee: string) {
    return this.incubation.incubatee(by.actor, incubatee);
  }

  @Post('incubatees/:incubatee/answer')
  @Does(answerOffer)
  answer(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: AnswerOffer) {
    return this.commands.run(answerOffer, by, { ...body, incubatee });
  }

  @Post('incubatees/:incubatee/milestones')
  @Does(setMilestone)
  setMilestone(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: SetMilestone) {
    return this.commands.run(setMilestone, by, { ...body, incubatee });
  }

  @Post('incubatees/:incubatee/milestones/:milestone/reach')
  @Does(reachMilestone)
  reach(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Param('milestone', AnId) milestone: string, @Body() body: ReachMilestone) {
    return this.commands.run(reachMilestone, by, { ...body, incubatee, milestone });
  }

  @Post('incubatees/:incubatee/reports')
  @Does(fileReport)
  report(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: FileReport) {
    return this.commands.run(fileReport, by, { ...body, incubatee });
  }

  @Post('incubatees/:incubatee/graduate')
  @Does(graduateIncubatee)
  graduate(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: GraduateIncubatee) {
    return this.commands.run(graduateIncubatee, by, { ...body, incubatee });
  }

  @Post('incubatees/:incubatee/let-go')
  @Does(letIncubateeGo)
  letGo(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: LetIncubateeGo) {
    return this.commands.run(letIncubateeGo, by, { ...body, incubatee });
  }
}
