import { Body, Controller, Get, Header, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { refuse } from '#kernel';
import { AnId, By, Commands, Does, LinkTo, Open, PageQuery, Refs, SignedIn, Text, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { AnswerInvitation, answerByLink, answerInvitation } from '../commands/answer-invitation.js';
import { EnterJudge, enterJudge } from '../commands/enter-judge.js';
import { importJudges } from '../commands/import-judges.js';
import { InviteJudge, inviteJudge } from '../commands/invite-judge.js';
import { InvitePanel, invitePanel } from '../commands/invite-panel.js';
import { PlaceBids, placeBids } from '../commands/place-bids.js';
import { restJudge } from '../commands/rest-judge.js';
import { wrongSheet } from '../domain/judging.js';
import { judgesTemplate, readJudgesSheet } from '../files/judges-sheet.js';
import { JudgesView } from '../views/judges.js';
import { JudgingView } from '../views/judging.js';
import { RoundsView } from '../views/rounds.js';

class JudgesQuery extends PageQuery {
  @Text({ max: 60, optional: true, description: 'Only judges of this field' }) field?: string;
}

class ConflictCheck {
  @Refs({ max: 500, description: 'People who might be invited' }) people!: string[];
}

const BY_LINK = LinkTo('judge', 'judge-invitation');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('judges')
@Controller()
@SignedIn()
export class JudgesController {
  constructor(
    private readonly commands: Commands,
    private readonly judges: JudgesView,
    private readonly judging: JudgingView,
    private readonly rounds: RoundsView,
  ) {}

  @Get('judges')
  pool(@By() by: Caller, @Query() query: JudgesQuery) {
    return this.judges.pool(by.actor, query, query.field);
  }

  @Post('judges')
  @Does(enterJudge)
  enter(@By() by: Caller, @Body() body: EnterJudge) {
    return this.commands.run(enterJudge, by, body);
  }

  @Post('judges/import')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Does(importJudges)
  async import(@By() by: Caller, @Body() content: unknown) {
    const barred = await this.commands.barred(importJudges, by);
    if (barred) return barred;
    if (!(content instanceof Uint8Array) || content.length === 0) return refuse(wrongSheet, { problem: '0 B' });
    const lines = await readJudgesSheet(content).catch((error: Error) => refuse(wrongSheet, { problem: error.message.slice(0, 200) }));
    return Array.isArray(lines) ? this.commands.run(importJudges, by, { lines }) : lines;
  }

  /** An empty spreadsheet with the right headings. */
  @Open()
  @Get('judges/template.xlsx')
  @Header('content-type', XLSX)
  async template(@Res() reply: FastifyReply): Promise<void> {
    void reply.header('content-disposition', 'attachment; filename="judges.xlsx"');
    await reply.send(await judgesTemplate());
  }

  @Post('judges/:judge/rest')
  @Does(restJudge)
  rest(@By() by: Caller, @Param('judge', AnId) judge: string) {
    return this.commands.run(restJudge, by, { judge });
  }

  /** Who of these people would be in conflict with which entries, before anyone is invited. */
  @Post('calls/:call/conflict-check')
  check(@By() by: Caller, @Param('call', AnId) call: string, @Body() { people }: ConflictCheck) {
    return this.rounds.conflicts(by.actor, call, people);
  }

  @Post('calls/:call/judges')
  @Does(inviteJudge)
  invite(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: InviteJudge) {
    return this.commands.run(inviteJudge, by, { ...body, call });
  }

  @Post('calls/:call/panels')
  @Does(invitePanel)
  invitePanel(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: InvitePanel) {
    return this.commands.run(invitePanel, by, { ...body, call });
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

  @Open()
  @Get('judge-invitations/by-link/:token')
  invitation(@By() by: Caller, @Param('token', BY_LINK) invitation: string) {
    return this.judging.invitation(by.actor, invitation);
  }

  @Open()
  @Post('judge-invitations/by-link/:token')
  @Does(answerByLink)
  answerByLink(@By() by: Caller, @Param('token', BY_LINK) invitation: string, @Body() body: AnswerInvitation) {
    return this.commands.run(answerByLink, by, { ...body, invitation });
  }

  /** What a judge may bid on, before he sees more than titles. */
  @Get('judge-invitations/:invitation/entries')
  biddable(@By() by: Caller, @Param('invitation', AnId) invitation: string) {
    return this.judging.biddable(by.actor, invitation);
  }

  @Put('judge-invitations/:invitation/bids')
  @Does(placeBids)
  bid(@By() by: Caller, @Param('invitation', AnId) invitation: string, @Body() body: PlaceBids) {
    return this.commands.run(placeBids, by, { ...body, invitation });
  }
}
