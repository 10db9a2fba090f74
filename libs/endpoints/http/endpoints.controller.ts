import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Config, Does, EVENTS, Open, PassingQuery, SignedIn, type Caller, type Feature } from '#platform';
import { AddEndpoint, addEndpoint, type EndpointRules } from '../commands/add-endpoint.js';
import { ChangeEndpoint, changeEndpoint } from '../commands/change-endpoint.js';
import { ReplayEndpoint, replayEndpoint } from '../commands/replay-endpoint.js';
import { rotateSecret } from '../commands/rotate-secret.js';
import { pauseEndpoint, removeEndpoint, resumeEndpoint } from '../commands/turn-endpoint.js';
import { EndpointsView } from '../views/endpoints.js';

class DispatchesQuery extends PassingQuery {
  @Choice(['waiting', 'sent', 'failed'], { optional: true }) state?: string;
}

/** Events that leave: webhooks and robots of groups. */
@ApiTags('endpoints')
@Controller()
@SignedIn()
export class EndpointsController {
  private readonly rules: EndpointRules;

  constructor(
    private readonly commands: Commands,
    private readonly endpoints: EndpointsView,
    config: Config,
    @Inject(EVENTS) events: Feature['events'],
  ) {
    this.rules = { known: events.map(({ event }) => event), plain: config.ENDPOINTS_INSIDE !== undefined };
  }

  @Open()
  @Get('events')
  events() {
    return this.endpoints.catalogue();
  }

  @Get('endpoints')
  list(@By() by: Caller) {
    return this.endpoints.list(by.actor);
  }

  @Post('endpoints')
  @Does(addEndpoint)
  add(@By() by: Caller, @Body() body: AddEndpoint) {
    return this.commands.run(addEndpoint, by, { ...body, ...this.rules });
  }

  @Patch('endpoints/:endpoint')
  @Does(changeEndpoint)
  change(@By() by: Caller, @Param('endpoint', AnId) endpoint: string, @Body() body: ChangeEndpoint) {
    return this.commands.run(changeEndpoint, by, { ...body, endpoint, ...this.rules });
  }

  @Post('endpoints/:endpoint/rotate')
  @Does(rotateSecret)
  rotate(@By() by: Caller, @Param('endpoint', AnId) endpoint: string) {
    return this.commands.run(rotateSecret, by, { endpoint });
  }

  @Post('endpoints/:endpoint/pause')
  @Does(pauseEndpoint)
  pause(@By() by: Caller, @Param('endpoint', AnId) endpoint: string) {
    return this.commands.run(pauseEndpoint, by, { endpoint });
  }

  @Post('endpoints/:endpoint/resume')
  @Does(resumeEndpoint)
  resume(@By() by: Caller, @Param('endpoint', AnId) endpoint: string) {
    return this.commands.run(resumeEndpoint, by, { endpoint });
  }

  @Post('endpoints/:endpoint/remove')
  @Does(removeEndpoint)
  remove(@By() by: Caller, @Param('endpoint', AnId) endpoint: string) {
    return this.commands.run(removeEndpoint, by, { endpoint });
  }

  @Post('endpoints/:endpoint/replay')
  @Does(replayEndpoint)
  replay(@By() by: Caller, @Param('endpoint', AnId) endpoint: string, @Body() body: ReplayEndpoint) {
    return this.commands.run(replayEndpoint, by, { ...body, endpoint });
  }

  @Get('endpoints/:endpoint/dispatches')
  dispatches(@By() by: Caller, @Param('endpoint', AnId) endpoint: string, @Query() query: DispatchesQuery) {
    return this.endpoints.dispatches(by.actor, endpoint, query);
  }

  @Post('endpoints/:endpoint/dispatches/:event/resend')
  resend(@By() by: Caller, @Param('endpoint', AnId) endpoint: string, @Param('event', AnId) event: string) {
    return this.endpoints.resend(by.actor, endpoint, event);
  }
}
