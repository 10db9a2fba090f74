import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Does, Open, PageQuery, SignedIn, Year, type Caller } from '#platform';
import { BeginJointProject, beginJointProject } from '../commands/begin-joint-project.js';
import { DescribeInstitute, describeInstitute } from '../commands/describe-institute.js';
import { EndJointProject, endJointProject } from '../commands/end-joint-project.js';
import { EnterInstitute, enterInstitute } from '../commands/enter-institute.js';
import { EnterResearchPlatform, enterResearchPlatform } from '../commands/enter-research-platform.js';
import { MoveResearchPlatform, moveResearchPlatform } from '../commands/move-research-platform.js';
import { RecordPromotion, recordPromotion } from '../commands/record-promotion.js';
import { SignInstituteAgreement, signInstituteAgreement } from '../commands/sign-institute-agreement.js';
import { jointProjectMachine, LEVELS, RESEARCH_KINDS, researchPlatformMachine } from '../domain/institute.js';
import { YearQuery } from '../inputs/year-query.js';
import { ServiceFiguresView } from '../views/service-figures.js';
import { SolversView } from '../views/solvers.js';

class JointProjectsQuery extends PageQuery {
  @Year({ optional: true, description: 'Under way in this year' }) year?: string;
  @Choice(['yes', 'no'], { optional: true, description: 'Across districts, or not' }) across?: string;
  @Choice(Object.keys(jointProjectMachine.states), { optional: true }) state?: string;
}

class ResearchPlatformsQuery extends PageQuery {
  @Choice(RESEARCH_KINDS, { optional: true }) kind?: string;
  @Choice(LEVELS, { optional: true }) level?: string;
  @Choice(Object.keys(researchPlatformMachine.states), { optional: true }) state?: string;
}

class FiguresQuery {
  @Year() year!: string;
}

/** Universities and institutes: agreements, joint projects, platforms, results brought to use. */
@ApiTags('institutes')
@Controller()
@SignedIn()
export class InstitutesController {
  constructor(
    private readonly commands: Commands,
    private readonly solvers: SolversView,
    private readonly figures: ServiceFiguresView,
  ) {}

  @Post('institutes')
  @Does(enterInstitute)
  enter(@By() by: Caller, @Body() body: EnterInstitute) {
    return this.commands.run(enterInstitute, by, body);
  }

  @Open()
  @Get('institutes')
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.solvers.institutes(by.actor, query);
  }

  @Get('institutes/:institute')
  one(@By() by: Caller, @Param('institute', AnId) institute: string) {
    return this.solvers.institute(by.actor, institute);
  }

  @Post('institutes/:institute/describe')
  @Does(describeInstitute)
  describe(@By() by: Caller, @Param('institute', AnId) institute: string, @Body() body: DescribeInstitute) {
    return this.commands.run(describeInstitute, by, { ...body, institute });
  }

  @Post('institutes/:institute/agreements')
  @Does(signInstituteAgreement)
  sign(@By() by: Caller, @Param('institute', AnId) institute: string, @Body() body: SignInstituteAgreement) {
    return this.commands.run(signInstituteAgreement, by, { ...body, institute });
  }

  @Post('joint-projects')
  @Does(beginJointProject)
  begin(@By() by: Caller, @Body() body: BeginJointProject) {
    return this.commands.run(beginJointProject, by, body);
  }

  @Get('joint-projects')
  jointProjects(@By() by: Caller, @Query() query: JointProjectsQuery) {
    return this.solvers.jointProjects(by.actor, query, query);
  }

  @Post('joint-projects/:jointProject/end')
  @Does(endJointProject)
  end(@By() by: Caller, @Param('jointProject', AnId) jointProject: string, @Body() body: EndJointProject) {
    return this.commands.run(endJointProject, by, { ...body, jointProject });
  }

  @Post('research-platforms')
  @Does(enterResearchPlatform)
  enterPlatform(@By() by: Caller, @Body() body: EnterResearchPlatform) {
    return this.commands.run(enterResearchPlatform, by, body);
  }

  @Get('research-platforms')
  researchPlatforms(@By() by: Caller, @Query() query: ResearchPlatformsQuery) {
    return this.solvers.researchPlatforms(by.actor, query, query);
  }

  @Post('research-platforms/:platform/steps')
  @Does(moveResearchPlatform)
  move(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: MoveResearchPlatform) {
    return this.commands.run(moveResearchPlatform, by, { ...body, platform });
  }

  @Post('promotions')
  @Does(recordPromotion)
  promote(@By() by: Caller, @Body() body: RecordPromotion) {
    return this.commands.run(recordPromotion, by, body);
  }

  @Get('promotions')
  promotions(@By() by: Caller, @Query() query: YearQuery) {
    return this.solvers.promotions(by.actor, query, query);
  }

  /** A year of expert services in figures, each with the call that lists what it counts. */
  @Get('service-figures')
  year(@By() by: Caller, @Query() { year }: FiguresQuery) {
    return this.figures.year(by.actor, year);
  }
}
