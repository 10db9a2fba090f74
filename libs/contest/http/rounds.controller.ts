import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, SignedIn, type Caller } from '#platform';
import { BeginCalibration, beginCalibration } from '../commands/begin-calibration.js';
import { closeRound } from '../commands/close-round.js';
import { DecideRound, decideRound } from '../commands/decide-round.js';
import { openRound } from '../commands/open-round.js';
import { ProposeRound, proposeRound } from '../commands/propose-round.js';
import { SolveRoundAgain, solveRoundAgain } from '../commands/solve-round-again.js';
import { WishPairs, wishPairs } from '../commands/wish-pairs.js';
import { RoundsView } from '../views/rounds.js';

/** Rounds as the office runs them: who judges what, open, close, who goes on. */
@ApiTags('rounds')
@Controller()
@SignedIn()
export class RoundsController {
  constructor(
    private readonly commands: Commands,
    private readonly rounds: RoundsView,
  ) {}

  @Post('calls/:call/rounds')
  @Does(proposeRound)
  propose(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: ProposeRound) {
    return this.commands.run(proposeRound, by, { ...body, call });
  }

  @Post('calls/:call/calibrations')
  @Does(beginCalibration)
  calibrate(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: BeginCalibration) {
    return this.commands.run(beginCalibration, by, { ...body, call });
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

  @Post('rounds/:round/decide')
  @Does(decideRound)
  decide(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: DecideRound) {
    return this.commands.run(decideRound, by, { ...body, round });
  }
}
