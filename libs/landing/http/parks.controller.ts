import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Does, notFound, Open, PageQuery, Ref, send, SignedIn, WholeInQuery, type Caller } from '#platform';
import { refuse } from '#kernel';
import type { FastifyReply } from 'fastify';
import { AgreeShares, agreeShares } from '../commands/agree-shares.js';
import { DescribeSite, describeSite } from '../commands/describe-site.js';
import { FinishParkTask, finishParkTask } from '../commands/finish-park-task.js';
import { MovePark, movePark } from '../commands/move-park.js';
import { RegisterPark, registerPark } from '../commands/register-park.js';
import { RegisterSite, registerSite } from '../commands/register-site.js';
import { SetParkTask, setParkTask } from '../commands/set-park-task.js';
import { retireSite } from '../commands/retire-site.js';
import { SITE_KINDS } from '../domain/park.js';
import { ParksView } from '../views/parks.js';

class SitesQuery extends PageQuery {
  @Ref({ optional: true }) park?: string;
  @Choice(['free', 'taken', 'retired'], { optional: true }) state?: string;
  @Choice(SITE_KINDS, { optional: true }) kind?: string;
  @WholeInQuery({ optional: true, min: 1, description: 'Square metres at least' }) area?: number;
}

/** Parks as a tree, enclaves and their shares, sites with who had them, what must be built. */
@ApiTags('parks')
@Controller()
@SignedIn()
export class ParksController {
  constructor(
    private readonly commands: Commands,
    private readonly view: ParksView,
  ) {}

  @Post('parks')
  @Does(registerPark)
  register(@By() by: Caller, @Body() body: RegisterPark) {
    return this.commands.run(registerPark, by, body);
  }

  @Open()
  @Get('parks')
  parks(@By() by: Caller, @Query() query: PageQuery) {
    return this.view.parks(by.actor, query);
  }

  @Open()
  @Get('parks/:park')
  park(@By() by: Caller, @Param('park', AnId) park: string) {
    return this.view.park(by.actor, park);
  }

  @Post('parks/:park/shares')
  @Does(agreeShares)
  agree(@By() by: Caller, @Param('park', AnId) park: string, @Body() body: AgreeShares) {
    return this.commands.run(agreeShares, by, { ...body, park });
  }

  @Post('parks/:park/tasks')
  @Does(setParkTask)
  setTask(@By() by: Caller, @Param('park', AnId) park: string, @Body() body: SetParkTask) {
    return this.commands.run(setParkTask, by, { ...body, park });
  }

  @Post('parks/:park/tasks/:task/finish')
  @Does(finishParkTask)
  finishTask(@By() by: Caller, @Param('park', AnId) park: string, @Param('task', AnId) task: string, @Body() body: FinishParkTask) {
    return this.commands.run(finishParkTask, by, { ...body, park, task });
  }

  @Post('parks/:park/steps')
  @Does(movePark)
  move(@By() by: Caller, @Param('park', AnId) park: string, @Body() body: MovePark) {
    return this.commands.run(movePark, by, { ...body, park });
  }

  @Post('parks/:park/sites')
  @Does(registerSite)
  registerSite(@By() by: Caller, @Param('park', AnId) park: string, @Body() body: RegisterSite) {
    return this.commands.run(registerSite, by, { ...body, park });
  }

  @Open()
  @Get('sites')
  sites(@By() by: Caller, @Query() query: SitesQuery) {
    return this.view.sites(by.actor, query, query);
  }

  @Open()
  @Get('sites/:site')
  site(@By() by: Caller, @Param('site', AnId) site: string) {
    return this.view.site(by.actor, site);
  }

  @Post('sites/:site/describe')
  @Does(describeSite)
  describe(@By() by: Caller, @Param('site', AnId) site: string, @Body() body: DescribeSite) {
    return this.commands.run(describeSite, by, { ...body, site });
  }

  @Post('sites/:site/retire')
  @Does(retireSite)
  retire(@By() by: Caller, @Param('site', AnId) site: string) {
    return this.commands.run(retireSite, by, { site });
  }

  @Open()
  @Get('parks/:park/sites')
  sitesOf(@By() by: Caller, @Param('park', AnId) park: string, @Query() query: PageQuery) {
    return this.view.sites(by.actor, query, { park });
  }

  /** A plain picture of a park's sites, for where no map tiles can be reached. */
  @Open()
  @Get('parks/:park/map.svg')
  async map(@By() by: Caller, @Param('park', AnId) park: string, @Res() reply: FastifyReply): Promise<void> {
    const picture = await this.view.map(by.actor, park);
    await send(reply, picture === undefined ? refuse(notFound, { kind: 'park', id: park }) : Buffer.from(picture), 'image/svg+xml', 'map.svg');
  }
}
