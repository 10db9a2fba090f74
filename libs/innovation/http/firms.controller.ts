import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Does, Instant, Open, PageQuery, SignedIn, Text, type Caller } from '#platform';
import { DescribeFirm, describeFirm } from '../commands/describe-firm.js';
import { enterFirmPaper } from '../commands/enter-firm-paper.js';
import { MergeFirms, mergeFirms } from '../commands/merge-firms.js';
import { recountFirms } from '../commands/recount-firms.js';
import { RecordFirmFacts, recordFirmFacts } from '../commands/record-firm-facts.js';
import { RegisterFirm, registerFirm } from '../commands/register-firm.js';
import { unmergeFirm } from '../commands/unmerge-firm.js';
import { WithdrawFirmPaper, withdrawFirmPaper } from '../commands/withdraw-firm-paper.js';
import { REGISTERS } from '../domain/firm.js';
import { METRICS } from '../domain/metrics.js';
import { PaperInput } from '../inputs/paper-input.js';
import { CERTIFICATE_KEYS } from '../rules/certificates.js';
import { FirmsView } from '../views/firms.js';

class RegisteredFirmsQuery extends PageQuery {
  @Text({ optional: true, max: 120, description: 'A part of its name, or a former name' }) search?: string;
  @Text({ optional: true, max: 18 }) creditCode?: string;
  @Choice(CERTIFICATE_KEYS, { optional: true, description: 'Only firms whose certificate of this holds' }) holds?: string;
}

class FirmQuery {
  @Instant({ optional: true, description: 'As it was known then' }) known?: string;
}

class FirmHistoryQuery {
  @Text({ max: 60 }) metric!: string;
}

class RegisterQuery extends PageQuery {
  @Choice(REGISTERS) register!: string;
}

/** The register of firms, facts with where they are from, and the registers of IP, contracts, achievements, talents, platforms and awards. */
@ApiTags('firms')
@Controller()
@SignedIn()
export class FirmsController {
  constructor(
    private readonly commands: Commands,
    private readonly firms: FirmsView,
  ) {}

  /** What can be known of a firm: metrics with their units. */
  @Open()
  @Get('firm-metrics')
  metrics() {
    return { items: METRICS };
  }

  @Post('firms')
  @Does(registerFirm)
  register(@By() by: Caller, @Body() body: RegisterFirm) {
    return this.commands.run(registerFirm, by, body);
  }

  @Get('firms')
  list(@By() by: Caller, @Query() query: RegisteredFirmsQuery) {
    return this.firms.list(by.actor, query, query);
  }

  @Post('firms/recount')
  @Does(recountFirms)
  recount(@By() by: Caller) {
    return this.commands.run(recountFirms, by, {});
  }

  @Get('firms/:firm')
  one(@By() by: Caller, @Param('firm', AnId) firm: string, @Query() { known }: FirmQuery) {
    return this.firms.one(by.actor, firm, known);
  }

  @Get('firms/:firm/facts')
  history(@By() by: Caller, @Param('firm', AnId) firm: string, @Query() { metric }: FirmHistoryQuery) {
    return this.firms.history(by.actor, firm, metric);
  }

  @Post('firms/:firm/describe')
  @Does(describeFirm)
  describe(@By() by: Caller, @Param('firm', AnId) firm: string, @Body() body: DescribeFirm) {
    return this.commands.run(describeFirm, by, { ...body, firm });
  }

  @Post('firms/:firm/facts')
  @Does(recordFirmFacts)
  record(@By() by: Caller, @Param('firm', AnId) firm: string, @Body() body: RecordFirmFacts) {
    return this.commands.run(recordFirmFacts, by, { ...body, firm });
  }

  @Post('firms/:firm/merge')
  @Does(mergeFirms)
  merge(@By() by: Caller, @Param('firm', AnId) firm: string, @Body() body: MergeFirms) {
    return this.commands.run(mergeFirms, by, { ...body, firm });
  }

  @Post('firms/:firm/unmerge')
  @Does(unmergeFirm)
  unmerge(@By() by: Caller, @Param('firm', AnId) firm: string) {
    return this.commands.run(unmergeFirm, by, { firm });
  }

  @Get('firm-papers')
  papers(@By() by: Caller, @Query() query: RegisterQuery) {
    return this.firms.register(by.actor, query, query.register);
  }

  @Post('firms/:firm/papers')
  @Does(enterFirmPaper)
  enterPaper(@By() by: Caller, @Param('firm', AnId) firm: string, @Body() body: PaperInput) {
    return this.commands.run(enterFirmPaper, by, { ...body, firm });
  }

  @Post('firms/:firm/papers/:paper/withdraw')
  @Does(withdrawFirmPaper)
  withdrawPaper(@By() by: Caller, @Param('firm', AnId) firm: string, @Param('paper', AnId) paper: string, @Body() body: WithdrawFirmPaper) {
    return this.commands.run(withdrawFirmPaper, by, { ...body, firm, paper });
  }
}
