import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { DistrictId } from '#kernel';
import { AnId, By, Choice, Commands, Day, DISTRICT, Does, Instant, Open, PageQuery, sendTable, SignedIn, Text, WholeInQuery, type Caller } from '#platform';
import { recountFigures } from '../commands/recount-figures.js';
import { StateStatistic, stateStatistic } from '../commands/state-statistic.js';
import { FIGURE_KEYS } from '../rules/figures.js';
import { FiguresView } from '../views/figures.js';
import { RecordsView } from '../views/records.js';

export class DistrictFiguresQuery {
  @Day({ optional: true, description: 'On this day; today where it is left out' }) day?: string;
  @Instant({ optional: true, description: 'As it was known at this moment; an answer says with which to ask for the very same again' }) knownAt?: string;
  @Text({ optional: true, max: 120, description: 'Only records of this park or platform' }) place?: string;
}

const WHICH = ['counted', 'new', 'year-before'] as const;

class OneFigureQuery extends DistrictFiguresQuery {
  @Choice(FIGURE_KEYS) figure!: string;
  @Choice(WHICH, { optional: true }) which?: (typeof WHICH)[number];
}

class RecordsQuery extends OneFigureQuery {
  @WholeInQuery({ optional: true, max: Number.MAX_SAFE_INTEGER, description: 'What `next` said on the page before' }) after?: number;
  @WholeInQuery({ optional: true, min: 1, max: 5000 }) limit?: number;
}

class RecordsTableQuery extends OneFigureQuery {
  @Choice(['xlsx', 'csv'], { optional: true }) format?: 'xlsx' | 'csv';
}

/** The district's figures, and the records that they count. */
@ApiTags('figures')
@Controller()
@SignedIn()
export class FiguresController {
  constructor(
    private readonly commands: Commands,
    private readonly figures: FiguresView,
    private readonly records: RecordsView,
    @Inject(DISTRICT) private readonly district: DistrictId,
  ) {}

  /** Each figure with its definition, what is new, the change on the year before, its share of the target, twenty years. */
  @Get('figures')
  allFigures(@By() by: Caller, @Query() query: DistrictFiguresQuery) {
    return this.figures.all(by.actor, query);
  }

  /** The district’s figures of today that anyone may see. */
  @Open()
  @Get('figures/open')
  openFigures() {
    return this.figures.open(this.district);
  }

  /** The records that a figure counts. */
  @Get('figures/records')
  behind(@By() by: Caller, @Query() query: RecordsQuery) {
    return this.records.behind(by.actor, query.figure, query);
  }

  /** The same as a spreadsheet. */
  @Get('figures/records/table')
  @ApiProduces('application/octet-stream')
  async table(@By() by: Caller, @Query() query: RecordsTableQuery, @Res() reply: FastifyReply) {
    await sendTable(reply, await this.records.table(by.actor, query.figure, query), query.format ?? 'xlsx');
  }

  /** What was done to the thing that a record is of, from its beginning, and how the record itself was known over time. */
  @Get('figures/history/:thing')
  history(@By() by: Caller, @Param('thing', AnId) thing: string) {
    return this.records.history(by.actor, thing);
  }

  /** Reads all that figures count anew from the modules’ records; `changed` is what was not as counted. */
  @Post('figures/recount')
  @Does(recountFigures)
  recount(@By() by: Caller) {
    return this.commands.run(recountFigures, by, {});
  }

  /** What the district stated of itself. */
  @Get('statistics')
  statistics(@By() by: Caller, @Query() query: PageQuery) {
    return this.records.statistics(by.actor, query);
  }

  /** States a statistic, or corrects the one of that period. */
  @Post('statistics')
  @Does(stateStatistic)
  state(@By() by: Caller, @Body() body: StateStatistic) {
    return this.commands.run(stateStatistic, by, body);
  }
}
