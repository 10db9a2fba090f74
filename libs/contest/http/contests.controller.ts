import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, Open, PageQuery, SignedIn, type Caller } from '#platform';
import { announceCall } from '../commands/announce-call.js';
import { archiveContest } from '../commands/archive-contest.js';
import { DecideCall, decideCall } from '../commands/decide-call.js';
import { DraftCall, draftCall } from '../commands/draft-call.js';
import { publishCall } from '../commands/publish-call.js';
import { SetUpContest, setUpContest } from '../commands/set-up-contest.js';
import { ELIGIBILITY_RULES } from '../rules/index.js';
import { ContestsView } from '../views/contests.js';

@ApiTags('contests')
@Controller()
@SignedIn()
export class ContestsController {
  constructor(
    private readonly commands: Commands,
    private readonly contests: ContestsView,
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

  @Open()
  @Get('calls')
  calls(@By() by: Caller, @Query() query: PageQuery) {
    return this.contests.calls(by.actor, query);
  }

  @Open()
  @Get('calls/:call')
  call(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.contests.call(by.actor, call);
  }

  @Open()
  @Get('calls/:call/results')
  results(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.contests.results(by.actor, call);
  }

  @Post('calls/:call/publish')
  @Does(publishCall)
  publish(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.commands.run(publishCall, by, { call });
  }

  @Post('calls/:call/decide')
  @Does(decideCall)
  decide(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: DecideCall) {
    return this.commands.run(decideCall, by, { ...body, call });
  }

  @Post('calls/:call/announce')
  @Does(announceCall)
  announce(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.commands.run(announceCall, by, { call });
  }

  /** The rule sets that calls may name, with their clauses, sources and how certain they are. */
  @Open()
  @Get('eligibility-rules')
  rules() {
    return ELIGIBILITY_RULES;
  }
}
