import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Does, PageQuery, Ref, SignedIn, Year, type Caller } from '#platform';
import { AppraiseEnvoy, appraiseEnvoy } from '../commands/appraise-envoy.js';
import { DeclineEnvoy, declineEnvoy } from '../commands/decline-envoy.js';
import { DispatchEnvoy, dispatchEnvoy } from '../commands/dispatch-envoy.js';
import { EndEnvoy, endEnvoy } from '../commands/end-envoy.js';
import { FormEnvoyTeam, formEnvoyTeam } from '../commands/form-envoy-team.js';
import { NominateEnvoy, nominateEnvoy } from '../commands/nominate-envoy.js';
import { PayEnvoy, payEnvoy } from '../commands/pay-envoy.js';
import { RecordEnvoyActivity, recordEnvoyActivity } from '../commands/record-envoy-activity.js';
import { RecordEnvoyBrought, recordEnvoyBrought } from '../commands/record-envoy-brought.js';
import { RecordEnvoyService, recordEnvoyService } from '../commands/record-envoy-service.js';
import { SelectEnvoy, selectEnvoy } from '../commands/select-envoy.js';
import { envoyMachine } from '../domain/envoy.js';
import { YearQuery } from '../inputs/year-query.js';
import { EnvoysView } from '../views/envoys.js';

class EnvoysQuery extends PageQuery {
  @Ref({ optional: true }) team?: string;
  @Choice(Object.keys(envoyMachine.states), { optional: true }) state?: string;
  @Year({ optional: true, description: 'Who were selected, and whose term reaches into this year' }) year?: string;
}

/** Science envoys: teams, terms, dispatches, service, what they brought, yearly appraisal and fee. */
@ApiTags('envoys')
@Controller()
@SignedIn()
export class EnvoysController {
  constructor(
    private readonly commands: Commands,
    private readonly envoys: EnvoysView,
  ) {}

  @Post('envoy-teams')
  @Does(formEnvoyTeam)
  form(@By() by: Caller, @Body() body: FormEnvoyTeam) {
    return this.commands.run(formEnvoyTeam, by, body);
  }

  @Get('envoy-teams')
  teams(@By() by: Caller, @Query() query: PageQuery) {
    return this.envoys.teams(by.actor, query);
  }

  @Post('envoys')
  @Does(nominateEnvoy)
  nominate(@By() by: Caller, @Body() body: NominateEnvoy) {
    return this.commands.run(nominateEnvoy, by, body);
  }

  @Get('envoys')
  list(@By() by: Caller, @Query() query: EnvoysQuery) {
    return this.envoys.list(by.actor, query, query);
  }

  @Get('envoys/:envoy')
  one(@By() by: Caller, @Param('envoy', AnId) envoy: string) {
    return this.envoys.one(by.actor, envoy);
  }

  @Post('envoys/:envoy/select')
  @Does(selectEnvoy)
  select(@By() by: Caller, @Param('envoy', AnId) envoy: string, @Body() body: SelectEnvoy) {
    return this.commands.run(selectEnvoy, by, { ...body, envoy });
  }

  @Post('envoys/:envoy/decline')
  @Does(declineEnvoy)
  decline(@By() by: Caller, @Param('envoy', AnId) envoy: string, @Body() body: DeclineEnvoy) {
    return this.commands.run(declineEnvoy, by, { ...body, envoy });
  }

  @Post('envoys/:envoy/end')
  @Does(endEnvoy)
  end(@By() by: Caller, @Param('envoy', AnId) envoy: string, @Body() body: EndEnvoy) {
    return this.commands.run(endEnvoy, by, { ...body, envoy });
  }

  @Post('envoys/:envoy/dispatches')
  @Does(dispatchEnvoy)
  dispatch(@By() by: Caller, @Param('envoy', AnId) envoy: string, @Body() body: DispatchEnvoy) {
    return this.commands.run(dispatchEnvoy, by, { ...body, envoy });
  }

  @Post('envoys/:envoy/services')
  @Does(recordEnvoyService)
  serve(@By() by: Caller, @Param('envoy', AnId) envoy: string, @Body() body: RecordEnvoyService) {
    return this.commands.run(recordEnvoyService, by, { ...body, envoy });
  }

  @Post('envoys/:envoy/brought')
  @Does(recordEnvoyBrought)
  bring(@By() by: Caller, @Param('envoy', AnId) envoy: string, @Body() body: RecordEnvoyBrought) {
    return this.commands.run(recordEnvoyBrought, by, { ...body, envoy });
  }

  @Post('envoys/:envoy/appraisals')
  @Does(appraiseEnvoy)
  appraise(@By() by: Caller, @Param('envoy', AnId) envoy: string, @Body() body: AppraiseEnvoy) {
    return this.commands.run(appraiseEnvoy, by, { ...body, envoy });
  }

  @Post('envoys/:envoy/payments')
  @Does(payEnvoy)
  pay(@By() by: Caller, @Param('envoy', AnId) envoy: string, @Body() body: PayEnvoy) {
    return this.commands.run(payEnvoy, by, { ...body, envoy });
  }

  @Post('envoy-activities')
  @Does(recordEnvoyActivity)
  recordActivity(@By() by: Caller, @Body() body: RecordEnvoyActivity) {
    return this.commands.run(recordEnvoyActivity, by, body);
  }

  @Get('envoy-activities')
  activities(@By() by: Caller, @Query() query: YearQuery) {
    return this.envoys.activities(by.actor, query, query);
  }

  @Get('envoys-brought')
  brought(@By() by: Caller, @Query() query: YearQuery) {
    return this.envoys.brought(by.actor, query, query);
  }
}
