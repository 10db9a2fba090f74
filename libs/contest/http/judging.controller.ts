import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, PageQuery, SignedIn, type Caller } from '#platform';
import { DeclareConflict, declareConflict } from '../commands/declare-conflict.js';
import { PutOffSheet, putOffSheet } from '../commands/put-off-sheet.js';
import { ReopenSheet, reopenSheet } from '../commands/reopen-sheet.js';
import { SaveSheet, saveSheet } from '../commands/save-sheet.js';
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

  @Get('score-sheets')
  sheets(@By() by: Caller, @Query() query: PageQuery) {
    return this.judging.sheets(by.actor, query);
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

  @Post('score-sheets/:sheet/conflict')
  @Does(declareConflict)
  conflict(@By() by: Caller, @Param('sheet', AnId) sheet: string, @Body() body: DeclareConflict) {
    return this.commands.run(declareConflict, by, { ...body, sheet });
  }
}
