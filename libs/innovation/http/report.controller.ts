import { Body, Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { isRefusal } from '#kernel';
import { AnId, By, Choice, Commands, Does, languageOf, MEDIA, PageQuery, send, SignedIn, workbook, type Caller } from '#platform';
import { IssueReport, issueReport } from '../commands/issue-report.js';
import { reportPdf } from '../files/report-pdf.js';
import { reportTables } from '../files/report-table.js';
import { IssuedReportsView } from '../views/issued-reports.js';
import { MeritsView, OUTCOMES } from '../views/merits.js';
import { ReportView } from '../views/report.js';
import { DistrictFiguresQuery } from './figures.controller.js';

class MeritsQuery {
  @Choice(OUTCOMES, { optional: true, description: 'What is taken for success; graduated where it is left out' }) outcome?: string;
}

/** The innovation report, and what the chain’s public money, marks and mentors came to. */
@ApiTags('report')
@Controller('report')
@SignedIn()
export class ReportController {
  constructor(
    private readonly report: ReportView,
    private readonly merits: MeritsView,
    private readonly issued: IssuedReportsView,
    private readonly commands: Commands,
  ) {}

  /** The page of a day: sections of figures, the chain, the cost of a job and of a yuan of tax. */
  @Get()
  page(@By() by: Caller, @Query() query: DistrictFiguresQuery) {
    return this.report.report(by.actor, query);
  }

  /** The same as a workbook. */
  @Get('table')
  @ApiProduces('application/octet-stream')
  async table(@By() by: Caller, @Query() query: DistrictFiguresQuery, @Res() reply: FastifyReply, @Headers('accept-language') language?: string) {
    const report = await this.report.report(by.actor, query);
    await send(reply, isRefusal(report) ? report : await workbook(reportTables(report, languageOf(language))), MEDIA.xlsx, isRefusal(report) ? '' : `${report.district} ${report.day}.xlsx`);
  }

  /** The same on paper, with charts. */
  @Get('pdf')
  @ApiProduces('application/pdf')
  async paper(@By() by: Caller, @Query() query: DistrictFiguresQuery, @Res() reply: FastifyReply, @Headers('accept-language') language?: string) {
    const report = await this.report.report(by.actor, query);
    await send(reply, isRefusal(report) ? report : await reportPdf(report, languageOf(language)), 'application/pdf', isRefusal(report) ? '' : `${report.district} ${report.day}.pdf`);
  }

  /** Public money for each job and each yuan of tax, project by project. */
  @Get('costs')
  costs(@By() by: Caller, @Query() query: DistrictFiguresQuery) {
    return this.report.costs(by.actor, query);
  }

  /** Which judges’ marks, criteria and mentors went with later success, with intervals, and a warning where numbers are small. */
  @Get('merits')
  meritsOf(@By() by: Caller, @Query() { outcome = 'graduated' }: MeritsQuery) {
    return this.merits.all(by.actor, outcome);
  }

  /** Keeps what the report of a day says now, and when that was known. */
  @Post('issued')
  @Does(issueReport)
  async issue(@By() by: Caller, @Body() body: IssueReport) {
    const told = await this.issued.told(by.actor, body);
    return isRefusal(told) ? told : this.commands.run(issueReport, by, { ...body, ...told });
  }

  @Get('issued')
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.issued.list(by.actor, query);
  }

  /** What an issued report said, and whether what was known then still says so. */
  @Get('issued/:report')
  one(@By() by: Caller, @Param('report', AnId) report: string) {
    return this.issued.one(by.actor, report);
  }
}
