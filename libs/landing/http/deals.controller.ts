import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Does, PageQuery, Ref, SignedIn, type Caller } from '#platform';
import { AcceptLand, acceptLand } from '../commands/accept-land.js';
import { AdvanceDeal, advanceDeal } from '../commands/advance-deal.js';
import { CorrectYield, correctYield } from '../commands/correct-yield.js';
import { DeclareIntent, declareIntent } from '../commands/declare-intent.js';
import { EndDeal, endDeal } from '../commands/end-deal.js';
import { EnlargeDeal, enlargeDeal } from '../commands/enlarge-deal.js';
import { GiveUpReservation, giveUpReservation } from '../commands/give-up-reservation.js';
import { HandOverDeal, handOverDeal } from '../commands/hand-over-deal.js';
import { PlanDeal, planDeal } from '../commands/plan-deal.js';
import { RecordProgress, recordProgress } from '../commands/record-progress.js';
import { ReportYield, reportYield } from '../commands/report-yield.js';
import { ReserveSite, reserveSite } from '../commands/reserve-site.js';
import { SignDeal, signDeal } from '../commands/sign-deal.js';
import { dealMachine } from '../domain/deal.js';
import { LandingDealsView } from '../views/deals.js';

class DealsQuery extends PageQuery {
  @Ref({ optional: true }) park?: string;
  @Choice(Object.keys(dealMachine.states), { optional: true }) state?: string;
}

/** Deals from the intent to above scale: steps with evidence, plan against fact, commitments and what came of them. */
@ApiTags('deals')
@Controller()
@SignedIn()
export class DealsController {
  constructor(
    private readonly commands: Commands,
    private readonly deals: LandingDealsView,
  ) {}

  @Post('parks/:park/deals')
  @Does(declareIntent)
  declare(@By() by: Caller, @Param('park', AnId) park: string, @Body() body: DeclareIntent) {
    return this.commands.run(declareIntent, by, { ...body, park });
  }

  @Get('deals')
  list(@By() by: Caller, @Query() query: DealsQuery) {
    return this.deals.list(by.actor, query, query);
  }

  @Get('deals/:deal')
  one(@By() by: Caller, @Param('deal', AnId) deal: string) {
    return this.deals.one(by.actor, deal);
  }

  @Post('deals/:deal/plan')
  @Does(planDeal)
  plan(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: PlanDeal) {
    return this.commands.run(planDeal, by, { ...body, deal });
  }

  @Post('deals/:deal/reserve')
  @Does(reserveSite)
  reserve(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: ReserveSite) {
    return this.commands.run(reserveSite, by, { ...body, deal });
  }

  @Post('deals/:deal/give-up-reservation')
  @Does(giveUpReservation)
  giveUp(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: GiveUpReservation) {
    return this.commands.run(giveUpReservation, by, { ...body, deal });
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

  @Post('deals/:deal/progress')
  @Does(recordProgress)
  progress(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: RecordProgress) {
    return this.commands.run(recordProgress, by, { ...body, deal });
  }

  @Post('deals/:deal/enlarge')
  @Does(enlargeDeal)
  enlarge(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: EnlargeDeal) {
    return this.commands.run(enlargeDeal, by, { ...body, deal });
  }

  @Post('deals/:deal/hand-over')
  @Does(handOverDeal)
  handOver(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: HandOverDeal) {
    return this.commands.run(handOverDeal, by, { ...body, deal });
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

  @Post('deals/:deal/yields/correct')
  @Does(correctYield)
  correct(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: CorrectYield) {
    return this.commands.run(correctYield, by, { ...body, deal });
  }

  @Post('deals/:deal/accept-land')
  @Does(acceptLand)
  acceptLand(@By() by: Caller, @Param('deal', AnId) deal: string, @Body() body: AcceptLand) {
    return this.commands.run(acceptLand, by, { ...body, deal });
  }
}
