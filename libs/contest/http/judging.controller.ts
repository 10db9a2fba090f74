import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, PageQuery, SignedIn, type Caller } from '#platform';
import { CompareEntries, compareEntries } from '../commands/compare-entries.js';
import { DeclareConflict, declareConflict } from '../commands/declare-conflict.js';
import { PutOffSheet, putOffSheet } from '../commands/put-off-sheet.js';
import { ReopenSheet, reopenSheet } from '../commands/reopen-sheet.js';
import { SaveSheet, saveSheet } from '../commands/save-sheet.js';
import { SayRemark, sayRemark } from '../commands/say-remark.js';
import { SubmitPicks, submitPicks } from '../commands/submit-picks.js';
import { SubmitSheet, submitSheet } from '../commands/submit-sheet.js';
import { VetoEntry, vetoEntry } from '../commands/veto-entry.js';
import { JudgeWorkView } from '../views/judge-work.js';
import { JudgingView } from '../views/judging.js';

@ApiTags('judging')
@Controller()
@SignedIn()
export class JudgingController {
  constructor(
    private readonly commands: Commands,
    private readonly judging: JudgingView,
    private readonly work: JudgeWorkView,
  ) {}

  @Get('score-sheets')
  sheets(@By() by: Caller, @Query() query: PageQuery) {
    return this.judging.sheets(by.actor, query);
  }

  /** The rounds that I have sheets in. */
  @Get('judging')
  rounds(@By() by: Caller) {
    return this.judging.rounds(by.actor);
  }

  @Get('score-sheets/:sheet')
  sheet(@By() by: Caller, @Param('sheet', AnId) sheet: string) {
    return this.judging.sheet(by.actor, sheet);
  }

  @Get('score-sheets/:sheet/files/:file/link')
  file(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Param('file', AnId) file: string) {
    return this.judging.fileLink(by.actor, sheet, file);
  }

  @Patch('score-sheets/:sheet')
  @Does(saveSheet)
  save(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Body() body: SaveSheet) {
    return this.commands.run(saveSheet, by, { ...body, sheet });
  }

  @Post('score-sheets/:sheet/put-off')
  @Does(putOffSheet)
  putOff(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Body() body: PutOffSheet) {
    return this.commands.run(putOffSheet, by, { ...body, sheet });
  }

  @Post('score-sheets/:sheet/reopen')
  @Does(reopenSheet)
  reopen(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Body() body: ReopenSheet) {
    return this.commands.run(reopenSheet, by, { ...body, sheet });
  }

  @Post('score-sheets/:sheet/submit')
  @Does(submitSheet)
  submit(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Body() body: SubmitSheet) {
    return this.commands.run(submitSheet, by, { ...body, sheet });
  }

  /** A judge's own order through a round, and what is next. */
  @Get('rounds/:round/queue')
  queue(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.work.queue(by.actor, round);
  }

  @Post('rounds/:round/picks')
  @Does(submitPicks)
  picks(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: SubmitPicks) {
    return this.commands.run(submitPicks, by, { ...body, round });
  }

  /** The two entries that one is to compare next. */
  @Get('rounds/:round/pair')
  pair(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.work.pair(by.actor, round);
  }

  @Post('rounds/:round/comparisons')
  @Does(compareEntries)
  compare(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: CompareEntries) {
    return this.commands.run(compareEntries, by, { ...body, round });
  }

  /** Others' marks and words of the entry on a sheet, once one's own are in. */
  @Get('score-sheets/:sheet/others')
  others(@By() by: Caller, @Param('sheet', AnId) sheet: string) {
    return this.work.others(by.actor, sheet);
  }

  @Post('score-sheets/:sheet/remarks')
  @Does(sayRemark)
  remark(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Body() body: SayRemark) {
    return this.commands.run(sayRemark, by, { ...body, sheet });
  }

  @Post('score-sheets/:sheet/veto')
  @Does(vetoEntry)
  veto(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Body() body: VetoEntry) {
    return this.commands.run(vetoEntry, by, { ...body, sheet });
  }

  @Post('score-sheets/:sheet/conflict')
  @Does(declareConflict)
  conflict(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Body() body: DeclareConflict) {
    return this.commands.run(declareConflict, by, { ...body, sheet });
  }
}
