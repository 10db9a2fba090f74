import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { refuse } from '#kernel';
import { AnId, By, Day, notFound, Ref, send, SignedIn, WholeInQuery, Year, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { CommitmentsView } from '../views/commitments.js';
import { LandingDealsView } from '../views/deals.js';
import { SiteFitsView } from '../views/site-fits.js';

class WeightsQuery {
  @WholeInQuery({ optional: true, max: 100, description: 'Of how little area is left over; 5 where it is left out' }) area?: number;
  @WholeInQuery({ optional: true, max: 100, description: 'Of how far the price is under what would be paid; 3' }) price?: number;
  @WholeInQuery({ optional: true, max: 100, description: 'Of how much of what else it offers is needed; 2' }) reserve?: number;
}

class CommitmentsQuery {
  @Year() year!: string;
}

class ChasedQuery {
  @Day({ optional: true, description: 'As it stood on this day' }) day?: string;
  @Ref({ optional: true }) park?: string;
}

/** What is seen of deals: who is chased, plan against fact, sites that fit, promises against what came. */
@ApiTags('deals')
@Controller()
@SignedIn()
export class DealFiguresController {
  constructor(
    private readonly deals: LandingDealsView,
    private readonly fits: SiteFitsView,
    private readonly commitments: CommitmentsView,
  ) {}

  @Get('deals/chased')
  chased(@By() by: Caller, @Query() query: ChasedQuery) {
    return this.deals.chased(by.actor, query);
  }

  /** Free sites that would do, by the weights given, and why the others would not. */
  @Get('deals/:deal/sites')
  sitesFor(@By() by: Caller, @Param('deal', AnId) deal: string, @Query() weights: WeightsQuery) {
    return this.fits.sitesFor(by.actor, deal, weights);
  }

  @Get('sites/:site/deals')
  dealsFor(@By() by: Caller, @Param('site', AnId) site: string) {
    return this.fits.dealsFor(by.actor, site);
  }

  /** Plan against fact of a deal; `chart.svg` is its picture. */
  @Get('deals/:deal/chart')
  async chartOfDeal(@By() by: Caller, @Param('deal', AnId) deal: string) {
    const chart = await this.deals.chart(by.actor, { deal });
    return chart ? { items: chart.deals } : refuse(notFound, { kind: 'deal', id: deal });
  }

  @Get('deals/:deal/chart.svg')
  async pictureOfDeal(@By() by: Caller, @Param('deal', AnId) deal: string, @Res() reply: FastifyReply): Promise<void> {
    const chart = await this.deals.chart(by.actor, { deal });
    await send(reply, chart ? Buffer.from(chart.picture) : refuse(notFound, { kind: 'deal', id: deal }), 'image/svg+xml', 'chart.svg');
  }

  /** Plan against fact of all deals of a park that one may read; `chart.svg` is its picture. */
  @Get('parks/:park/chart')
  async chartOfPark(@By() by: Caller, @Param('park', AnId) park: string) {
    return { items: (await this.deals.chart(by.actor, { park }))?.deals ?? [] };
  }

  @Get('parks/:park/chart.svg')
  async pictureOfPark(@By() by: Caller, @Param('park', AnId) park: string, @Res() reply: FastifyReply): Promise<void> {
    const chart = await this.deals.chart(by.actor, { park });
    await send(reply, chart ? Buffer.from(chart.picture) : refuse(notFound, { kind: 'deal', id: park }), 'image/svg+xml', 'chart.svg');
  }

  /** What a park's deals promised and yielded in a year, and an enclave's split of it. */
  @Get('parks/:park/commitments')
  commitmentsOf(@By() by: Caller, @Param('park', AnId) park: string, @Query() { year }: CommitmentsQuery) {
    return this.commitments.ofPark(by.actor, park, year);
  }

  /** Plants that rose above scale, by quarter. */
  @Get('above-scale')
  aboveScale(@By() by: Caller) {
    return this.deals.aboveScale(by.actor);
  }
}
