import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, PageQuery, SignedIn, type Caller } from '#platform';
import { AnswerInvitation, answerInvitation } from '../commands/answer-invitation.js';
import { closeRound } from '../commands/close-round.js';
import { InviteJudge, inviteJudge } from '../commands/invite-judge.js';
import { openRound } from '../commands/open-round.js';
import { ProposeRound, proposeRound } from '../commands/propose-round.js';
import { SubmitSheet, submitSheet } from '../commands/submit-sheet.js';
import { JudgingView } from '../views/judging.js';

@ApiTags('judging')
@Controller()
@SignedIn()
export class JudgingController {
  constructor(
    private readonly commands: Commands,
    private readonly judging: JudgingView,
  ) {}

  @Post('calls/:call/judges')
  @Does(inviteJudge)
  invite(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: InviteJudge) {
    return this.commands.run(inviteJudge, by, { ...body, call });
  }

  @Get('judge-invitations')
  invitations(@By() by: Caller, @Query() query: PageQuery) {
    return this.judging.invitations(by.actor, query);
  }

  @Post('judge-invitations/:invitation/answer')
  @Does(answerInvitation)
  answer(@By() by: Caller, @Param('invitation', AnId) invitation: string, @Body() body: AnswerInvitation) {
    return this.commands.run(answerInvitation, by, { ...body, invitation });
  }

  @Post('calls/:call/rounds')
  @Does(proposeRound)
  propose(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: ProposeRound) {
    return this.commands.run(proposeRound, by, { ...body, call });
  }

  @Get('rounds/:round')
  round(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.judging.round(by.actor, round);
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

  @Post('score-sheets/:sheet/submit')
  @Does(submitSheet)
  submit(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Body() body: SubmitSheet) {
    return this.commands.run(submitSheet, by, { ...body, sheet });
  }
}
