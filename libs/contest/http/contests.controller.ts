import { Body, Controller, Get, Headers, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendFeed } from '#agenda';
import { AnId, By, Commands, Does, languageOf, Open, PageQuery, SignedIn, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { archiveContest } from '../commands/archive-contest.js';
import { CloneContest, cloneContest } from '../commands/clone-contest.js';
import { DescribeContest, describeContest } from '../commands/describe-contest.js';
import { DraftCall, draftCall } from '../commands/draft-call.js';
import { NamePanel, namePanel } from '../commands/name-panel.js';
import { RecordUpperResult, recordUpperResult } from '../commands/record-upper-result.js';
import { SetUpContest, setUpContest } from '../commands/set-up-contest.js';
import { CALL_TEMPLATES } from '../rules/call-templates.js';
import { ContestCalendar } from '../views/contest-calendar.js';
import { ContestsView } from '../views/contests.js';

@ApiTags('contests')
@Controller()
@SignedIn()
export class ContestsController {
  constructor(
    private readonly commands: Commands,
    private readonly contests: ContestsView,
    private readonly calendar: ContestCalendar,
  ) {}

  @Post('contests')
  @Does(setUpContest)
  setUp(@By() by: Caller, @Body() body: SetUpContest) {
    return this.commands.run(setUpContest, by, body);
  }

  @Open()
  @Get('contests')
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.contests.contests(by.actor, query);
  }

  @Post('contests/:contest/clone')
  @Does(cloneContest)
  clone(@By() by: Caller, @Param('contest', AnId) contest: string, @Body() body: CloneContest) {
    return this.commands.run(cloneContest, by, { ...body, contest });
  }

  @Put('contests/:contest/description')
  @Does(describeContest)
  describe(@By() by: Caller, @Param('contest', AnId) contest: string, @Body() body: DescribeContest) {
    return this.commands.run(describeContest, by, { ...body, contest });
  }

  @Put('contests/:contest/panels')
  @Does(namePanel)
  panel(@By() by: Caller, @Param('contest', AnId) contest: string, @Body() body: NamePanel) {
    return this.commands.run(namePanel, by, { ...body, contest });
  }

  @Post('contests/:contest/calls')
  @Does(draftCall)
  draft(@By() by: Caller, @Param('contest', AnId) contest: string, @Body() body: DraftCall) {
    return this.commands.run(draftCall, by, { ...body, contest });
  }

  @Post('contests/:contest/archive')
  @Does(archiveContest)
  archive(@By() by: Caller, @Param('contest', AnId) contest: string) {
    return this.commands.run(archiveContest, by, { contest });
  }

  @Post('advancements/:advancement/result')
  @Does(recordUpperResult)
  upperResult(@By() by: Caller, @Param('advancement', AnId) advancement: string, @Body() body: RecordUpperResult) {
    return this.commands.run(recordUpperResult, by, { ...body, advancement });
  }

  /** An edition's dates as a calendar that others subscribe to (iCalendar). */
  @Open()
  @Get('contests/:contest/calendar.ics')
  async calendarOf(@By() by: Caller, @Param('contest', AnId) contest: string, @Res() reply: FastifyReply, @Headers('accept-language') language?: string): Promise<void> {
    await sendFeed(reply, await this.calendar.of(by.actor, contest, languageOf(language)));
  }

  /** The rule sets that calls may name, with their clauses, sources and how certain they are. */
  @Open()
  @Get('eligibility-rules')
  rules(@By() by: Caller) {
    return this.contests.rules(by.actor);
  }

  /** Calls that are ready but for their names and dates. */
  @Open()
  @Get('call-templates')
  templates() {
    return CALL_TEMPLATES;
  }
}
