import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isRefusal } from '#kernel';
import { AnId, By, Choice, Commands, Does, PageQuery, Ref, send, SignedIn, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { AcceptGrant, acceptGrant } from '../commands/accept-grant.js';
import { addToScheme } from '../commands/add-to-scheme.js';
import { ApplyForGrant, applyForGrant } from '../commands/apply-for-grant.js';
import { ApproveGrant, approveGrant } from '../commands/approve-grant.js';
import { CheckMidterm, checkMidterm } from '../commands/check-midterm.js';
import { countersignGrant } from '../commands/countersign-grant.js';
import { failGrant } from '../commands/fail-grant.js';
import { PayInstalment, payInstalment } from '../commands/pay-instalment.js';
import { PublishScheme, publishScheme } from '../commands/publish-scheme.js';
import { RefuseGrant, refuseGrant } from '../commands/refuse-grant.js';
import { ReturnUnspent, returnUnspent } from '../commands/return-unspent.js';
import { SignGrant, signGrant } from '../commands/sign-grant.js';
import { SpendGrant, spendGrant } from '../commands/spend-grant.js';
import { TakeBackInstalment, takeBackInstalment } from '../commands/take-back-instalment.js';
import { WithdrawGrant, withdrawGrant } from '../commands/withdraw-grant.js';
import { grantMachine } from '../domain/grant.js';
import { contractFile } from '../files/contract-file.js';
import { AddBudget } from '../inputs/add-budget.js';
import { SchemesView } from '../views/schemes.js';

const STATES = Object.keys(grantMachine.states);

class GrantsQuery extends PageQuery {
  @Ref({ optional: true }) scheme?: string;
  @Choice(STATES, { optional: true }) state?: string;
}

/** Projects paid from a public purse: schemes, applications, contracts, instalments, spending, acceptance. */
@ApiTags('schemes')
@Controller()
@SignedIn()
export class SchemesController {
  constructor(
    private readonly commands: Commands,
    private readonly view: SchemesView,
  ) {}

  @Post('schemes')
  @Does(publishScheme)
  publish(@By() by: Caller, @Body() body: PublishScheme) {
    return this.commands.run(publishScheme, by, body);
  }

  @Get('schemes')
  schemes(@By() by: Caller, @Query() query: PageQuery) {
    return this.view.schemes(by.actor, query);
  }

  @Post('schemes/:scheme/budget')
  @Does(addToScheme)
  addBudget(@By() by: Caller, @Param('scheme', AnId) scheme: string, @Body() body: AddBudget) {
    return this.commands.run(addToScheme, by, { ...body, scheme });
  }

  @Post('schemes/:scheme/grants')
  @Does(applyForGrant)
  apply(@By() by: Caller, @Param('scheme', AnId) scheme: string, @Body() body: ApplyForGrant) {
    return this.commands.run(applyForGrant, by, { ...body, scheme });
  }

  @Get('grants')
  grants(@By() by: Caller, @Query() query: GrantsQuery) {
    return this.view.grants(by.actor, query, query);
  }

  @Get('grants/:grant')
  grant(@By() by: Caller, @Param('grant', AnId) grant: string) {
    return this.view.grant(by.actor, grant);
  }

  /** The text that both sign. */
  @Get('grants/:grant/contract')
  contract(@By() by: Caller, @Param('grant', AnId) grant: string) {
    return this.view.contract(by.actor, grant);
  }

  @Get('grants/:grant/contract.pdf')
  async contractPdf(@By() by: Caller, @Param('grant', AnId) grant: string, @Res() reply: FastifyReply): Promise<void> {
    const contract = await this.view.contract(by.actor, grant);
    await send(reply, isRefusal(contract) ? contract : await contractFile(contract), 'application/pdf', isRefusal(contract) ? '' : `${contract.number}.pdf`);
  }

  @Post('grants/:grant/approve')
  @Does(approveGrant)
  approve(@By() by: Caller, @Param('grant', AnId) grant: string, @Body() body: ApproveGrant) {
    return this.commands.run(approveGrant, by, { ...body, grant });
  }

  @Post('grants/:grant/refuse')
  @Does(refuseGrant)
  refuse(@By() by: Caller, @Param('grant', AnId) grant: string, @Body() body: RefuseGrant) {
    return this.commands.run(refuseGrant, by, { ...body, grant });
  }

  @Post('grants/:grant/withdraw')
  @Does(withdrawGrant)
  withdraw(@By() by: Caller, @Param('grant', AnId) grant: string, @Body() body: WithdrawGrant) {
    return this.commands.run(withdrawGrant, by, { ...body, grant });
  }

  @Post('grants/:grant/sign')
  @Does(signGrant)
  sign(@By() by: Caller, @Param('grant', AnId) grant: string, @Body() body: SignGrant) {
    return this.commands.run(signGrant, by, { ...body, grant });
  }

  @Post('grants/:grant/countersign')
  @Does(countersignGrant)
  countersign(@By() by: Caller, @Param('grant', AnId) grant: string, @Body() body: SignGrant) {
    return this.commands.run(countersignGrant, by, { ...body, grant });
  }

  @Post('grants/:grant/instalments/:instalment/pay')
  @Does(payInstalment)
  pay(@By() by: Caller, @Param('grant', AnId) grant: string, @Param('instalment', AnId) instalment: string, @Body() body: PayInstalment) {
    return this.commands.run(payInstalment, by, { ...body, grant, instalment });
  }

  @Post('grants/:grant/instalments/:instalment/take-back')
  @Does(takeBackInstalment)
  takeBack(@By() by: Caller, @Param('grant', AnId) grant: string, @Param('instalment', AnId) instalment: string, @Body() body: TakeBackInstalment) {
    return this.commands.run(takeBackInstalment, by, { ...body, grant, instalment });
  }

  @Post('grants/:grant/spendings')
  @Does(spendGrant)
  spend(@By() by: Caller, @Param('grant', AnId) grant: string, @Body() body: SpendGrant) {
    return this.commands.run(spendGrant, by, { ...body, grant });
  }

  @Post('grants/:grant/midterm')
  @Does(checkMidterm)
  midterm(@By() by: Caller, @Param('grant', AnId) grant: string, @Body() body: CheckMidterm) {
    return this.commands.run(checkMidterm, by, { ...body, grant });
  }

  @Post('grants/:grant/accept')
  @Does(acceptGrant)
  accept(@By() by: Caller, @Param('grant', AnId) grant: string, @Body() body: AcceptGrant) {
    return this.commands.run(acceptGrant, by, { ...body, grant });
  }

  @Post('grants/:grant/fail')
  @Does(failGrant)
  fail(@By() by: Caller, @Param('grant', AnId) grant: string, @Body() body: AcceptGrant) {
    return this.commands.run(failGrant, by, { ...body, grant });
  }

  @Post('grants/:grant/return-unspent')
  @Does(returnUnspent)
  returnUnspent(@By() by: Caller, @Param('grant', AnId) grant: string, @Body() body: ReturnUnspent) {
    return this.commands.run(returnUnspent, by, { ...body, grant });
  }
}
