import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, PageQuery, SignedIn, type Caller } from '#platform';
import { DropProposal, dropProposal } from '../commands/drop-proposal.js';
import { Invest, invest } from '../commands/invest.js';
import { RegisterFund, registerFund } from '../commands/register-fund.js';
import { FundsView } from '../views/funds.js';

@ApiTags('funds')
@Controller('funds')
@SignedIn()
export class FundsController {
  constructor(
    private readonly commands: Commands,
    private readonly funds: FundsView,
  ) {}

  @Post()
  @Does(registerFund)
  register(@By() by: Caller, @Body() body: RegisterFund) {
    return this.commands.run(registerFund, by, body);
  }

  @Get()
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.funds.funds(by.actor, query);
  }

  @Post(':fund/investments')
  @Does(invest)
  invest(@By() by: Caller, @Param('fund', AnId) fund: string, @Body() body: Invest) {
    return this.commands.run(invest, by, { ...body, fund });
  }

  /** Winners that wait for a seed fund. */
  @Get('proposals')
  proposals(@By() by: Caller, @Query() query: PageQuery) {
    return this.funds.proposals(by.actor, query);
  }

  @Post('proposals/:proposal/drop')
  @Does(dropProposal)
  drop(@By() by: Caller, @Param('proposal', AnId) proposal: string, @Body() body: DropProposal) {
    return this.commands.run(dropProposal, by, { ...body, proposal });
  }
}
