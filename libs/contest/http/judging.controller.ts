import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, PageQuery, SignedIn, type Caller } from '#platform';
import { closeRound } from '../commands/close-round.js';
import { DeclareConflict, declareConflict } from '../commands/declare-conflict.js';
import { openRound } from '../commands/open-round.js';
import { ProposeRound, proposeRound } from '../commands/propose-round.js';
import { SolveRoundAgain, solveRoundAgain } from '../commands/solve-round-again.js';
import { SubmitSheet, submitSheet } from '../commands/submit-sheet.js';
import { WishPairs, wishPairs } from '../commands/wish-pairs.js';
import { JudgingView } from '../views/judging.js';
import { RoundsView } from '../views/rounds.js';

@ApiTags('judging')
@Controller()
@SignedIn()
export class JudgingController {
  constructor(
    private readonly commands: Commands,
    private readonly judging: JudgingView,
    private readonly rounds: RoundsView,
  ) {}

  @Post('calls/:call/rounds')
  @Does(proposeRound)
  propose(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: ProposeRound) {
    return this.commands.run(proposeRound, by, { ...body, call });
  }

  @Get('rounds/:round')
  round(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.rounds.round(by.actor, round);
  }

  /** The assignment as it was last worked out, with loads, the entries served worst and the proof. */
  @Get('rounds/:round/proposal')
  proposal(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.rounds.proposal(by.actor, round);
  }

  @Put('rounds/:round/wishes')
  @Does(wishPairs)
  wish(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: WishPairs) {
    return this.commands.run(wishPairs, by, { ...body, round });
  }

  @Post('rounds/:round/solve')
  @Does(solveRoundAgain)
  solve(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: SolveRoundAgain) {
    return this.commands.run(solveRoundAgain, by, { ...body, round });
  }

  @Post('rounds/:round/open')
  @Does(openRound)
  open(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.commands.run(openRound, by, { round });
  }

  @Post('rounds/:round/close')
  @Does(closeRound)
  close(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.commands.run(closeRound, by, { round });
  }

  @Get('score-sheets')
  sheets(@By() by: Caller, @Query() query: PageQuery) {
    return this.judging.sheets(by.actor, query);
  }

  @Get('score-sheets/:sheet/files/:file/link')
  file(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Param('file', AnId) file: string) {
    return this.judging.fileLink(by.actor, sheet, file);
  }

  @Post('score-sheets/:sheet/submit')
  @Does(submitSheet)
  submit(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Body() body: SubmitSheet) {
    return this.commands.run(submitSheet, by, { ...body, sheet });
  }

  @Post('score-sheets/:sheet/conflict')
  @Does(declareConflict)
  conflict(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Body() body: DeclareConflict) {
    return this.commands.run(declareConflict, by, { ...body, sheet });
  }
}
