import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, Ref, SignedIn, type Caller } from '#platform';
import { DismissOriginalityReport, dismissOriginalityReport } from '../commands/dismiss-originality-report.js';
import { RecordOriginalityReport, recordOriginalityReport } from '../commands/record-originality-report.js';
import { OfficeView } from '../views/office.js';

class ReportsQuery {
  @Ref({ optional: true, description: 'Those of this entry' }) entry?: string;
}

/** What outside services find of entries elsewhere; by themselves, so that a service's key reaches nothing else. */
@ApiTags('originality')
@Controller()
@SignedIn()
export class OriginalityController {
  constructor(
    private readonly commands: Commands,
    private readonly office: OfficeView,
  ) {}

  /** What outside services found of a call's entries elsewhere, the most first. */
  @Get('calls/:call/originality-reports')
  reports(@By() by: Caller, @Param('call', AnId) call: string, @Query() { entry }: ReportsQuery) {
    return this.office.originalityReports(by.actor, call, entry);
  }

  @Post('entries/:entry/originality-reports')
  @Does(recordOriginalityReport)
  record(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: RecordOriginalityReport) {
    return this.commands.run(recordOriginalityReport, by, { ...body, entry });
  }

  @Post('entries/:entry/originality-reports/:report/dismiss')
  @Does(dismissOriginalityReport)
  dismiss(@By() by: Caller, @Param('entry', AnId) entry: string, @Param('report', AnId) report: string, @Body() body: DismissOriginalityReport) {
    return this.commands.run(dismissOriginalityReport, by, { ...body, entry, report });
  }
}
