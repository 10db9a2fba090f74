import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Does, PageQuery, Ref, SignedIn, type Caller } from '#platform';
import { addToSubsidy } from '../commands/add-to-subsidy.js';
import { ClaimSubsidy, claimSubsidy } from '../commands/claim-subsidy.js';
import { grantClaim } from '../commands/grant-claim.js';
import { PayClaim, payClaim } from '../commands/pay-claim.js';
import { PublishSubsidy, publishSubsidy } from '../commands/publish-subsidy.js';
import { RefuseClaim, refuseClaim } from '../commands/refuse-claim.js';
import { TakeBackClaim, takeBackClaim } from '../commands/take-back-claim.js';
import { claimMachine } from '../domain/subsidy.js';
import { AddBudget } from '../inputs/add-budget.js';
import { SchemesView } from '../views/schemes.js';

const STATES = Object.keys(claimMachine.states);

class ClaimsQuery extends PageQuery {
  @Ref({ optional: true }) subsidy?: string;
  @Choice(STATES, { optional: true }) state?: string;
}

/** Subsidies for rent, research and titles: each ground is paid once. */
@ApiTags('subsidies')
@Controller()
@SignedIn()
export class SubsidiesController {
  constructor(
    private readonly commands: Commands,
    private readonly view: SchemesView,
  ) {}

  @Post('subsidies')
  @Does(publishSubsidy)
  publish(@By() by: Caller, @Body() body: PublishSubsidy) {
    return this.commands.run(publishSubsidy, by, body);
  }

  @Get('subsidies')
  subsidies(@By() by: Caller, @Query() query: PageQuery) {
    return this.view.subsidies(by.actor, query);
  }

  @Post('subsidies/:subsidy/budget')
  @Does(addToSubsidy)
  addBudget(@By() by: Caller, @Param('subsidy', AnId) subsidy: string, @Body() body: AddBudget) {
    return this.commands.run(addToSubsidy, by, { ...body, subsidy });
  }

  @Post('subsidies/:subsidy/claims')
  @Does(claimSubsidy)
  claim(@By() by: Caller, @Param('subsidy', AnId) subsidy: string, @Body() body: ClaimSubsidy) {
    return this.commands.run(claimSubsidy, by, { ...body, subsidy });
  }

  @Get('subsidy-claims')
  claims(@By() by: Caller, @Query() query: ClaimsQuery) {
    return this.view.claims(by.actor, query, query);
  }

  @Post('subsidy-claims/:claim/grant')
  @Does(grantClaim)
  grant(@By() by: Caller, @Param('claim', AnId) claim: string) {
    return this.commands.run(grantClaim, by, { claim });
  }

  @Post('subsidy-claims/:claim/refuse')
  @Does(refuseClaim)
  refuse(@By() by: Caller, @Param('claim', AnId) claim: string, @Body() body: RefuseClaim) {
    return this.commands.run(refuseClaim, by, { ...body, claim });
  }

  @Post('subsidy-claims/:claim/pay')
  @Does(payClaim)
  pay(@By() by: Caller, @Param('claim', AnId) claim: string, @Body() body: PayClaim) {
    return this.commands.run(payClaim, by, { ...body, claim });
  }

  @Post('subsidy-claims/:claim/take-back')
  @Does(takeBackClaim)
  takeBack(@By() by: Caller, @Param('claim', AnId) claim: string, @Body() body: TakeBackClaim) {
    return this.commands.run(takeBackClaim, by, { ...body, claim });
  }
}
