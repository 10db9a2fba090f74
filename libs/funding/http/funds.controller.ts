import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Day, Does, PageQuery, Ref, SignedIn, type Caller } from '#platform';
import { CancelTranche, cancelTranche } from '../commands/cancel-tranche.js';
import { CastFundVote, castFundVote } from '../commands/cast-fund-vote.js';
import { closeVote } from '../commands/close-vote.js';
import { Distribute, distribute } from '../commands/distribute.js';
import { DrawCapital, drawCapital } from '../commands/draw-capital.js';
import { DropProposal, dropProposal } from '../commands/drop-proposal.js';
import { EnterInvestment, enterInvestment } from '../commands/enter-investment.js';
import { ExitHolding, exitHolding } from '../commands/exit-holding.js';
import { NameCommittee, nameCommittee } from '../commands/name-committee.js';
import { PayTranche, payTranche } from '../commands/pay-tranche.js';
import { ProposeToFund, proposeToFund } from '../commands/propose-to-fund.js';
import { PutToVote, putToVote } from '../commands/put-to-vote.js';
import { RecordFinding, recordFinding } from '../commands/record-finding.js';
import { Recycle, recycle } from '../commands/recycle.js';
import { RegisterFund, registerFund } from '../commands/register-fund.js';
import { SendBack, sendBack } from '../commands/send-back.js';
import { SignTerms, signTerms } from '../commands/sign-terms.js';
import { TakeBackTranche, takeBackTranche } from '../commands/take-back-tranche.js';
import { TakeUpProposal, takeUpProposal } from '../commands/take-up-proposal.js';
import { ValueHolding, valueHolding } from '../commands/value-holding.js';
import { WriteOffHolding, writeOffHolding } from '../commands/write-off-holding.js';
import { DealsView } from '../views/deals.js';
import { FundsView } from '../views/funds.js';

const PROPOSED = ['proposed', 'diligence', 'voting', 'approved', 'invested', 'dropped'] as const;
const HELD = ['held', 'exited', 'written-off'] as const;

class FundQuery {
  @Day({ optional: true, description: 'As it stood at the end of this day' }) day?: string;
}

class ProposalsQuery extends PageQuery {
  @Ref({ optional: true }) fund?: string;
  @Choice(PROPOSED, { optional: true }) state?: (typeof PROPOSED)[number];
}

class HoldingsQuery extends PageQuery {
  @Ref({ optional: true }) fund?: string;
  @Choice(HELD, { optional: true }) state?: (typeof HELD)[number];
}

/** Seed funds: capital, proposals, committee, terms, tranches, holdings. */
@ApiTags('funds')
@Controller()
@SignedIn()
export class FundsController {
  constructor(
    private readonly commands: Commands,
    private readonly fundsView: FundsView,
    private readonly deals: DealsView,
  ) {}

  @Post('funds')
  @Does(registerFund)
  register(@By() by: Caller, @Body() body: RegisterFund) {
    return this.commands.run(registerFund, by, body);
  }

  @Get('funds')
  funds(@By() by: Caller, @Query() query: PageQuery) {
    return this.fundsView.list(by.actor, query);
  }

  @Get('funds/:fund')
  fund(@By() by: Caller, @Param('fund', AnId) fund: string, @Query() { day }: FundQuery) {
    return this.fundsView.one(by.actor, fund, day);
  }

  @Post('funds/:fund/committee')
  @Does(nameCommittee)
  committee(@By() by: Caller, @Param('fund', AnId) fund: string, @Body() body: NameCommittee) {
    return this.commands.run(nameCommittee, by, { ...body, fund });
  }

  @Post('funds/:fund/drawdowns')
  @Does(drawCapital)
  draw(@By() by: Caller, @Param('fund', AnId) fund: string, @Body() body: DrawCapital) {
    return this.commands.run(drawCapital, by, { ...body, fund });
  }

  @Post('funds/:fund/distributions')
  @Does(distribute)
  distribute(@By() by: Caller, @Param('fund', AnId) fund: string, @Body() body: Distribute) {
    return this.commands.run(distribute, by, { ...body, fund });
  }

  @Post('funds/:fund/recycle')
  @Does(recycle)
  recycle(@By() by: Caller, @Param('fund', AnId) fund: string, @Body() body: Recycle) {
    return this.commands.run(recycle, by, { ...body, fund });
  }

  /** What was decided and paid before, or elsewhere. */
  @Post('funds/:fund/investments')
  @Does(enterInvestment)
  enter(@By() by: Caller, @Param('fund', AnId) fund: string, @Body() body: EnterInvestment) {
    return this.commands.run(enterInvestment, by, { ...body, fund });
  }

  @Post('funds/:fund/proposals')
  @Does(proposeToFund)
  propose(@By() by: Caller, @Param('fund', AnId) fund: string, @Body() body: ProposeToFund) {
    return this.commands.run(proposeToFund, by, { ...body, fund });
  }

  /** Proposals, also winners that wait for any fund to take them up. */
  @Get('fund-proposals')
  proposals(@By() by: Caller, @Query() query: ProposalsQuery) {
    return this.deals.proposals(by.actor, query, query);
  }

  @Get('fund-proposals/:proposal')
  proposal(@By() by: Caller, @Param('proposal', AnId) proposal: string) {
    return this.deals.proposal(by.actor, proposal);
  }

  @Post('fund-proposals/:proposal/take-up')
  @Does(takeUpProposal)
  takeUp(@By() by: Caller, @Param('proposal', AnId) proposal: string, @Body() body: TakeUpProposal) {
    return this.commands.run(takeUpProposal, by, { ...body, proposal });
  }

  @Post('fund-proposals/:proposal/findings')
  @Does(recordFinding)
  find(@By() by: Caller, @Param('proposal', AnId) proposal: string, @Body() body: RecordFinding) {
    return this.commands.run(recordFinding, by, { ...body, proposal });
  }

  @Post('fund-proposals/:proposal/put-to-vote')
  @Does(putToVote)
  putToVote(@By() by: Caller, @Param('proposal', AnId) proposal: string, @Body() body: PutToVote) {
    return this.commands.run(putToVote, by, { ...body, proposal });
  }

  @Post('fund-proposals/:proposal/send-back')
  @Does(sendBack)
  sendBack(@By() by: Caller, @Param('proposal', AnId) proposal: string, @Body() body: SendBack) {
    return this.commands.run(sendBack, by, { ...body, proposal });
  }

  @Post('fund-proposals/:proposal/vote')
  @Does(castFundVote)
  vote(@By() by: Caller, @Param('proposal', AnId) proposal: string, @Body() body: CastFundVote) {
    return this.commands.run(castFundVote, by, { ...body, proposal });
  }

  @Post('fund-proposals/:proposal/close-vote')
  @Does(closeVote)
  closeVote(@By() by: Caller, @Param('proposal', AnId) proposal: string) {
    return this.commands.run(closeVote, by, { proposal });
  }

  @Post('fund-proposals/:proposal/sign')
  @Does(signTerms)
  sign(@By() by: Caller, @Param('proposal', AnId) proposal: string, @Body() body: SignTerms) {
    return this.commands.run(signTerms, by, { ...body, proposal });
  }

  @Post('fund-proposals/:proposal/drop')
  @Does(dropProposal)
  drop(@By() by: Caller, @Param('proposal', AnId) proposal: string, @Body() body: DropProposal) {
    return this.commands.run(dropProposal, by, { ...body, proposal });
  }

  @Get('holdings')
  holdings(@By() by: Caller, @Query() query: HoldingsQuery) {
    return this.deals.holdings(by.actor, query, query);
  }

  @Get('holdings/:holding')
  holding(@By() by: Caller, @Param('holding', AnId) holding: string) {
    return this.deals.holding(by.actor, holding);
  }

  @Post('holdings/:holding/tranches/:tranche/pay')
  @Does(payTranche)
  pay(@By() by: Caller, @Param('holding', AnId) holding: string, @Param('tranche', AnId) tranche: string, @Body() body: PayTranche) {
    return this.commands.run(payTranche, by, { ...body, holding, tranche });
  }

  @Post('holdings/:holding/tranches/:tranche/cancel')
  @Does(cancelTranche)
  cancel(@By() by: Caller, @Param('holding', AnId) holding: string, @Param('tranche', AnId) tranche: string, @Body() body: CancelTranche) {
    return this.commands.run(cancelTranche, by, { ...body, holding, tranche });
  }

  @Post('holdings/:holding/tranches/:tranche/take-back')
  @Does(takeBackTranche)
  takeBack(@By() by: Caller, @Param('holding', AnId) holding: string, @Param('tranche', AnId) tranche: string, @Body() body: TakeBackTranche) {
    return this.commands.run(takeBackTranche, by, { ...body, holding, tranche });
  }

  @Post('holdings/:holding/valuations')
  @Does(valueHolding)
  value(@By() by: Caller, @Param('holding', AnId) holding: string, @Body() body: ValueHolding) {
    return this.commands.run(valueHolding, by, { ...body, holding });
  }

  @Post('holdings/:holding/exits')
  @Does(exitHolding)
  exit(@By() by: Caller, @Param('holding', AnId) holding: string, @Body() body: ExitHolding) {
    return this.commands.run(exitHolding, by, { ...body, holding });
  }

  @Post('holdings/:holding/write-off')
  @Does(writeOffHolding)
  writeOff(@By() by: Caller, @Param('holding', AnId) holding: string, @Body() body: WriteOffHolding) {
    return this.commands.run(writeOffHolding, by, { ...body, holding });
  }
}
