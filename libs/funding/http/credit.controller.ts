import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Day, Does, FormatQuery, PageQuery, Ref, sendTable, SignedIn, Year, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { AcceptLoan, acceptLoan } from '../commands/accept-loan.js';
import { ApplyForLoan, applyForLoan } from '../commands/apply-for-loan.js';
import { CloseLoan, closeLoan } from '../commands/close-loan.js';
import { CompensateLoan, compensateLoan } from '../commands/compensate-loan.js';
import { DrawLoan, drawLoan } from '../commands/draw-loan.js';
import { EnterBank, enterBank } from '../commands/enter-bank.js';
import { FillPool, fillPool } from '../commands/fill-pool.js';
import { LiftBank, liftBank } from '../commands/lift-bank.js';
import { OpenPool, openPool } from '../commands/open-pool.js';
import { RefuseLoan, refuseLoan } from '../commands/refuse-loan.js';
import { RepayLoan, repayLoan } from '../commands/repay-loan.js';
import { ScoreCredit, scoreCredit } from '../commands/score-credit.js';
import { WithdrawLoan, withdrawLoan } from '../commands/withdraw-loan.js';
import { loanMachine } from '../domain/loan.js';
import { CreditView } from '../views/credit.js';

const STATES = Object.keys(loanMachine.states);

class PoolQuery {
  @Day({ optional: true, description: 'As it stood at the end of this day' }) day?: string;
}

class ScoresQuery extends PageQuery {
  @Ref({ optional: true }) project?: string;
}

class LoansQuery extends PageQuery {
  @Ref({ optional: true }) bank?: string;
  @Choice(STATES, { optional: true }) state?: string;
  @Choice(['A', 'B', 'C', 'D', 'E'], { optional: true }) grade?: string;
  @Year({ optional: true, description: 'Applied for in this year' }) year?: string;
}

/** Loans on a firm's knowledge: pools, banks, scores, loans. */
@ApiTags('credit')
@Controller('credit')
@SignedIn()
export class CreditController {
  constructor(
    private readonly commands: Commands,
    private readonly credit: CreditView,
  ) {}

  @Post('pools')
  @Does(openPool)
  open(@By() by: Caller, @Body() body: OpenPool) {
    return this.commands.run(openPool, by, body);
  }

  @Get('pools')
  pools(@By() by: Caller, @Query() query: PageQuery) {
    return this.credit.pools(by.actor, query);
  }

  @Get('pools/:pool')
  pool(@By() by: Caller, @Param('pool', AnId) pool: string, @Query() { day }: PoolQuery) {
    return this.credit.pool(by.actor, pool, day);
  }

  @Get('pools/:pool/totals')
  totals(@By() by: Caller, @Param('pool', AnId) pool: string) {
    return this.credit.totals(by.actor, pool);
  }

  @Get('pools/:pool/totals.table')
  async totalsTable(@By() by: Caller, @Param('pool', AnId) pool: string, @Query() { format }: FormatQuery, @Res() reply: FastifyReply): Promise<void> {
    await sendTable(reply, await this.credit.totalsTable(by.actor, pool), format ?? 'xlsx');
  }

  @Post('pools/:pool/fillings')
  @Does(fillPool)
  fill(@By() by: Caller, @Param('pool', AnId) pool: string, @Body() body: FillPool) {
    return this.commands.run(fillPool, by, { ...body, pool });
  }

  @Post('pools/:pool/banks')
  @Does(enterBank)
  enter(@By() by: Caller, @Param('pool', AnId) pool: string, @Body() body: EnterBank) {
    return this.commands.run(enterBank, by, { ...body, pool });
  }

  @Get('banks')
  banks(@By() by: Caller, @Query() query: PageQuery) {
    return this.credit.banks(by.actor, query);
  }

  @Post('banks/:bank/lift')
  @Does(liftBank)
  lift(@By() by: Caller, @Param('bank', AnId) bank: string, @Body() body: LiftBank) {
    return this.commands.run(liftBank, by, { ...body, bank });
  }

  @Post('scores')
  @Does(scoreCredit)
  scoreFirm(@By() by: Caller, @Body() body: ScoreCredit) {
    return this.commands.run(scoreCredit, by, body);
  }

  @Get('scores')
  scores(@By() by: Caller, @Query() query: ScoresQuery) {
    return this.credit.scores(by.actor, query, query);
  }

  @Get('scores/:score')
  score(@By() by: Caller, @Param('score', AnId) score: string) {
    return this.credit.score(by.actor, score);
  }

  @Post('banks/:bank/loans')
  @Does(applyForLoan)
  apply(@By() by: Caller, @Param('bank', AnId) bank: string, @Body() body: ApplyForLoan) {
    return this.commands.run(applyForLoan, by, { ...body, bank });
  }

  @Get('loans')
  loans(@By() by: Caller, @Query() query: LoansQuery) {
    return this.credit.loans(by.actor, query, query);
  }

  @Get('loans/:loan')
  loan(@By() by: Caller, @Param('loan', AnId) loan: string) {
    return this.credit.loan(by.actor, loan);
  }

  @Post('loans/:loan/accept')
  @Does(acceptLoan)
  accept(@By() by: Caller, @Param('loan', AnId) loan: string, @Body() body: AcceptLoan) {
    return this.commands.run(acceptLoan, by, { ...body, loan });
  }

  @Post('loans/:loan/refuse')
  @Does(refuseLoan)
  refuse(@By() by: Caller, @Param('loan', AnId) loan: string, @Body() body: RefuseLoan) {
    return this.commands.run(refuseLoan, by, { ...body, loan });
  }

  @Post('loans/:loan/withdraw')
  @Does(withdrawLoan)
  withdraw(@By() by: Caller, @Param('loan', AnId) loan: string, @Body() body: WithdrawLoan) {
    return this.commands.run(withdrawLoan, by, { ...body, loan });
  }

  @Post('loans/:loan/draw')
  @Does(drawLoan)
  draw(@By() by: Caller, @Param('loan', AnId) loan: string, @Body() body: DrawLoan) {
    return this.commands.run(drawLoan, by, { ...body, loan });
  }

  @Post('loans/:loan/repayments')
  @Does(repayLoan)
  repay(@By() by: Caller, @Param('loan', AnId) loan: string, @Body() body: RepayLoan) {
    return this.commands.run(repayLoan, by, { ...body, loan });
  }

  @Post('loans/:loan/compensate')
  @Does(compensateLoan)
  compensate(@By() by: Caller, @Param('loan', AnId) loan: string, @Body() body: CompensateLoan) {
    return this.commands.run(compensateLoan, by, { ...body, loan });
  }

  @Post('loans/:loan/close')
  @Does(closeLoan)
  close(@By() by: Caller, @Param('loan', AnId) loan: string, @Body() body: CloseLoan) {
    return this.commands.run(closeLoan, by, { ...body, loan });
  }
}
