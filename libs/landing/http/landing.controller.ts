import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, Open, PageQuery, SignedIn, type Caller } from '#platform';
import { AdvanceDeal, advanceDeal } from '../commands/advance-deal.js';
import { DeclareIntent, declareIntent } from '../commands/declare-intent.js';
import { EndDeal, endDeal } from '../commands/end-deal.js';
import { RegisterPark, registerPark } from '../commands/register-park.js';
import { RegisterSite, registerSite } from '../commands/register-site.js';
import { ReportYield, reportYield } from '../commands/report-yield.js';
import { SignDeal, signDeal } from '../commands/sign-deal.js';
import { LandingView } from '../views/landing.js';

@ApiTags('landing')
@Controller()
@SignedIn()
export class LandingController {
  constructor(
    private readonly commands: Commands,
    private readonly landing: LandingView,
  ) {}

  @Post('parks')
  @Does(registerPark)
  registerPark(@By() by: Caller, @Body() body: RegisterPark) {
    return this.commands.run(registerPark, by, body);
  }

  @Open()
  @Get('parks')
  parks(@By() by: Caller, @Query() query: PageQuery) {
    return this.landing.parks(by.actor, query);
  }

  @Post('parks/:park/sites')
  @Does(registerSite)
  registerSite(@By() by: Caller, @Param('park', AnId) park: string, @Body() body: RegisterSite) {
    return this.commands.run(registerSite, by, { ...body, park });
  }

  @Open()
  @Get('parks/:park/sites')
  sites(@By() by: Caller, @Param('park', AnId) park: string, @Query() query: PageQuery) {
    return this.landing.sites(by.actor, query, park);
  }

  @Post('parks/:park/deals')
  @Does(declareIntent)
  declare(@By() by: Caller, @Param('park', AnId) park: string, @Body() body: DeclareIntent) {
    return this.commands.run(declareIntent, by, { ...body, park });
  }

  @Get('deals')
  deals(@By() by: Caller, @Query() query: PageQuery) {
    return this.landing.deals(by.actor, query);
  }

  @Get('deals/:deal')
  deal(@By() by: Caller, @Param('deal', AnId) deal: string) {
    return this.landing.deal(by.actor, deal);
  }

  @Post('deals/:deal/sign')
  @Does(signDeal)
  sign(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: SignDeal) {
    return this.commands.run(signDeal, by, { ...body, deal });
  }

  @Post('deals/:deal/advance')
  @Does(advanceDeal)
  advance(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: AdvanceDeal) {
    return this.commands.run(advanceDeal, by, { ...body, deal });
  }

  @Post('deals/:deal/end')
  @Does(endDeal)
  end(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: EndDeal) {
    return this.commands.run(endDeal, by, { ...body, deal });
  }

  @Post('deals/:deal/yields')
  @Does(reportYield)
  report(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: ReportYield) {
    return this.commands.run(reportYield, by, { ...body, deal });
  }
}
