import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, Open, PageQuery, SignedIn, type Caller } from '#platform';
import { announceCall } from '../commands/announce-call.js';
import { AnswerObjection, answerObjection } from '../commands/answer-objection.js';
import { correctAward } from '../commands/correct-award.js';
import { DecideCall, decideCall } from '../commands/decide-call.js';
import { DeclineAward, declineAward } from '../commands/decline-award.js';
import { FileObjection, fileObjection } from '../commands/file-objection.js';
import { PayAward, payAward } from '../commands/pay-award.js';
import { RecordDiligence, recordDiligence } from '../commands/record-diligence.js';
import { WithdrawResults, withdrawResults } from '../commands/withdraw-results.js';
import { ObjectionsView } from '../views/objections.js';
import { AwardsView } from '../views/awards.js';
import { ResultsView } from '../views/results.js';

/** From the decision to the final result: announcement, objections, awards. */
@ApiTags('results')
@Controller()
@SignedIn()
export class ResultsController {
  constructor(
    private readonly commands: Commands,
    private readonly results: ResultsView,
    private readonly objections: ObjectionsView,
    private readonly awards: AwardsView,
  ) {}

  /** Results as they were announced last. */
  @Open()
  @Get('calls/:call/results')
  announced(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.results.results(by.actor, call);
  }

  @Open()
  @Get('calls/:call/results/:version')
  version(@By() by: Caller, @Param('call', AnId) call: string, @Param('version', ParseIntPipe) version: number) {
    return this.results.version(by.actor, call, version);
  }

  /** The decision sheet: ranking, places, exceptions, due diligence. */
  @Get('calls/:call/decision-sheet')
  sheet(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.results.sheet(by.actor, call);
  }

  @Post('calls/:call/decide')
  @Does(decideCall)
  decide(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: DecideCall) {
    return this.commands.run(decideCall, by, { ...body, call });
  }

  @Post('entries/:entry/diligence')
  @Does(recordDiligence)
  diligence(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: RecordDiligence) {
    return this.commands.run(recordDiligence, by, { ...body, entry });
  }

  @Post('calls/:call/announce')
  @Does(announceCall)
  announce(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.commands.run(announceCall, by, { call });
  }

  @Post('calls/:call/withdraw-results')
  @Does(withdrawResults)
  withdraw(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: WithdrawResults) {
    return this.commands.run(withdrawResults, by, { ...body, call });
  }

  @Post('calls/:call/objections')
  @Does(fileObjection)
  object(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: FileObjection) {
    return this.commands.run(fileObjection, by, { ...body, call });
  }

  /** Objections to a call: all of them for the office, one's own, and to one's own entry without who made them. */
  @Get('calls/:call/objections')
  list(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.objections.of(by.actor, call);
  }

  @Post('objections/:objection/answer')
  @Does(answerObjection)
  answer(@By() by: Caller, @Param('objection', AnId) objection: string, @Body() body: AnswerObjection) {
    return this.commands.run(answerObjection, by, { ...body, objection });
  }

  @Get('awards')
  allAwards(@By() by: Caller, @Query() query: PageQuery) {
    return this.awards.awards(by.actor, query);
  }

  @Post('awards/:award/pay')
  @Does(payAward)
  pay(@By() by: Caller, @Param('award', AnId) award: string, @Body() body: PayAward) {
    return this.commands.run(payAward, by, { ...body, award });
  }

  @Post('awards/:award/decline')
  @Does(declineAward)
  decline(@By() by: Caller, @Param('award', AnId) award: string, @Body() body: DeclineAward) {
    return this.commands.run(declineAward, by, { ...body, award });
  }

  @Post('awards/:award/correct')
  @Does(correctAward)
  correct(@By() by: Caller, @Param('award', AnId) award: string, @Body() body: DeclineAward) {
    return this.commands.run(correctAward, by, { ...body, award });
  }
}
