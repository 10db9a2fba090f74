import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, SignedIn, type Caller } from '#platform';
import { AdvanceEntry, advanceEntry } from '../commands/advance-entry.js';
import { clearFinding } from '../commands/clear-finding.js';
import { DismissNearDuplicate, dismissNearDuplicate } from '../commands/dismiss-near-duplicate.js';
import { DisqualifyEntry, disqualifyEntry } from '../commands/disqualify-entry.js';
import { readmitEntry } from '../commands/readmit-entry.js';
import { RecuseJudge, recuseJudge } from '../commands/recuse-judge.js';
import { RedactText, redactText } from '../commands/redact-text.js';
import { ReturnEntry, returnEntry } from '../commands/return-entry.js';
import { OfficeView } from '../views/office.js';

/** What the office does with entries. */
@ApiTags('office')
@Controller()
@SignedIn()
export class OfficeController {
  constructor(
    private readonly commands: Commands,
    private readonly office: OfficeView,
  ) {}

  @Post('entries/:entry/return')
  @Does(returnEntry)
  giveBack(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: ReturnEntry) {
    return this.commands.run(returnEntry, by, { ...body, entry });
  }

  @Post('entries/:entry/disqualify')
  @Does(disqualifyEntry)
  disqualify(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: DisqualifyEntry) {
    return this.commands.run(disqualifyEntry, by, { ...body, entry });
  }

  @Post('entries/:entry/readmit')
  @Does(readmitEntry)
  readmit(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: DisqualifyEntry) {
    return this.commands.run(readmitEntry, by, { ...body, entry });
  }

  @Post('entries/:entry/recusals')
  @Does(recuseJudge)
  recuse(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: RecuseJudge) {
    return this.commands.run(recuseJudge, by, { ...body, entry });
  }

  @Post('entries/:entry/advance')
  @Does(advanceEntry)
  advance(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: AdvanceEntry) {
    return this.commands.run(advanceEntry, by, { ...body, entry });
  }

  @Put('entries/:entry/redactions')
  @Does(redactText)
  redact(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: RedactText) {
    return this.commands.run(redactText, by, { ...body, entry });
  }

  /** The names found in a call's entries. */
  @Get('calls/:call/findings')
  findings(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.office.findings(by.actor, call);
  }

  @Post('entries/:entry/findings/:finding/clear')
  @Does(clearFinding)
  clear(@By() by: Caller, @Param('entry', AnId) entry: string, @Param('finding', AnId) finding: string) {
    return this.commands.run(clearFinding, by, { entry, finding });
  }

  /** Pairs of entries that say nearly the same, with the passages side by side. */
  @Get('calls/:call/near-duplicates')
  nearDuplicates(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.office.nearDuplicates(by.actor, call);
  }

  @Post('entries/:entry/near-duplicates/:pair/dismiss')
  @Does(dismissNearDuplicate)
  dismiss(@By() by: Caller, @Param('entry', AnId) entry: string, @Param('pair', AnId) pair: string, @Body() body: DismissNearDuplicate) {
    return this.commands.run(dismissNearDuplicate, by, { ...body, entry, pair });
  }
}
