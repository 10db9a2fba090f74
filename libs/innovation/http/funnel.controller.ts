import { By, Open, Ref, type Caller } from '#platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DurationsView } from '../views/durations.js';
import { FunnelView } from '../views/funnel.js';

class FunnelQuery {
  @Ref({ optional: true, description: 'Only projects that entered this call' }) call?: string;
  @Ref({ optional: true, description: 'Only projects that entered a call of this edition' }) contest?: string;
}

@ApiTags('innovation')
@Controller('funnel')
@Open()
export class FunnelController {
  constructor(
    private readonly funnel: FunnelView,
    private readonly durations: DurationsView,
  ) {}

  /** How many projects have come how far along the chain. */
  @Get()
  read(@By() by: Caller, @Query() { call, contest }: FunnelQuery) {
    return this.funnel.funnel(by.actor.district, { call, contest });
  }

  /** How long stages take, by Kaplan and Meier: those still on their way and those that left are counted as far as they went. */
  @Get('durations')
  durationsOf(@By() by: Caller) {
    return this.durations.all(by.actor);
  }

  /** The way of the projects that came furthest: when they reached which stage. */
  @Get('furthest')
  furthest(@By() by: Caller) {
    return this.funnel.furthest(by.actor.district, 3);
  }
}
