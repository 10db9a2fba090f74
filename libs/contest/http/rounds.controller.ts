import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, SignedIn, type Caller } from '#platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { BeginCalibration, beginCalibration } from '../commands/begin-calibration.js';
import { CallMeeting, callMeeting } from '../commands/call-meeting.js';
import { ClearComments, clearComments } from '../commands/clear-comments.js';
import { closeMeeting } from '../commands/close-meeting.js';
import { closeRound } from '../commands/close-round.js';
import { DecideRound, decideRound } from '../commands/decide-round.js';
import { OpenRebuttal, openRebuttal } from '../commands/open-rebuttal.js';
import { openRound } from '../commands/open-round.js';
import { ProposeRound, proposeRound } from '../commands/propose-round.js';
import { RecordDecision, recordDecision } from '../commands/record-decision.js';
import { SolveRoundAgain, solveRoundAgain } from '../commands/solve-round-again.js';
import { TakeUpEntry, takeUpEntry } from '../commands/take-up-entry.js';
import { WishPairs, wishPairs } from '../commands/wish-pairs.js';
import { WriteMessage, writeMessage } from '../commands/write-message.js';
import { MeetingsView } from '../views/meetings.js';
import { MessagesView } from '../views/messages.js';
import { RoundFiguresView } from '../views/round-figures.js';
import { RoundsView } from '../views/rounds.js';

class CutQuery {
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(10_000)
  cut?: number;
}

/** Rounds as the office runs them: who judges what, open, close, who goes on. */
@ApiTags('rounds')
@Controller()
@SignedIn()
export class RoundsController {
  constructor(
    private readonly commands: Commands,
    private readonly rounds: RoundsView,
    private readonly figures: RoundFiguresView,
    private readonly meetings: MeetingsView,
    private readonly sent: MessagesView,
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

  /** The ranking under every rule side by side, and how sure the cut is. */
  @Get('rounds/:round/what-if')
  whatIf(@By() by: Caller, @Param('round', AnId) round: string, @Query() { cut }: CutQuery) {
    return this.figures.whatIf(by.actor, round, cut);
  }

  /** How the judges of a round marked. */
  @Get('rounds/:round/raters')
  raters(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.figures.raters(by.actor, round);
  }

  /** Every entry with the columns that the call derives, each value with how it came about. */
  @Get('rounds/:round/table')
  table(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.figures.table(by.actor, round);
  }

  @Post('rounds/:round/comments/clear')
  @Does(clearComments)
  clearComments(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: ClearComments) {
    return this.commands.run(clearComments, by, { ...body, round });
  }

  @Post('rounds/:round/rebuttal')
  @Does(openRebuttal)
  rebuttal(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: OpenRebuttal) {
    return this.commands.run(openRebuttal, by, { ...body, round });
  }

  @Post('rounds/:round/messages')
  @Does(writeMessage)
  write(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: WriteMessage) {
    return this.commands.run(writeMessage, by, { ...body, round });
  }

  /** What the first readers would read; nothing is sent. */
  @Post('rounds/:round/messages/preview')
  previewMessage(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: WriteMessage) {
    return this.sent.preview(by.actor, round, body);
  }

  /** What the office wrote to whom, and who is in which state now. */
  @Get('rounds/:round/messages')
  messages(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.sent.of(by.actor, round);
  }

  @Post('rounds/:round/meetings')
  @Does(callMeeting)
  meet(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: CallMeeting) {
    return this.commands.run(callMeeting, by, { ...body, round });
  }

  @Get('meetings/:meeting')
  meeting(@By() by: Caller, @Param('meeting', AnId) meeting: string) {
    return this.meetings.meeting(by.actor, meeting);
  }

  @Post('meetings/:meeting/take-up')
  @Does(takeUpEntry)
  takeUp(@By() by: Caller, @Param('meeting', AnId) meeting: string, @Body() body: TakeUpEntry) {
    return this.commands.run(takeUpEntry, by, { ...body, meeting });
  }

  @Post('meetings/:meeting/decisions')
  @Does(recordDecision)
  decideOn(@By() by: Caller, @Param('meeting', AnId) meeting: string, @Body() body: RecordDecision) {
    return this.commands.run(recordDecision, by, { ...body, meeting });
  }

  @Post('meetings/:meeting/close')
  @Does(closeMeeting)
  closeMeeting(@By() by: Caller, @Param('meeting', AnId) meeting: string) {
    return this.commands.run(closeMeeting, by, { meeting });
  }
}
