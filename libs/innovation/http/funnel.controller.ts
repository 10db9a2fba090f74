import { By, Open, type Caller } from '#platform';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FunnelView } from '../views/funnel.js';

@ApiTags('innovation')
@Controller('funnel')
@Open()
export class FunnelController {
  constructor(private readonly funnel: FunnelView) {}

  /** How many projects have come how far along the chain. */
  @Get()
  read(@By() by: Caller) {
    return this.funnel.funnel(by.actor.district);
  }

  /** The way of the projects that came furthest: when they reached which stage. */
  @Get('furthest')
  furthest(@By() by: Caller) {
    return this.funnel.furthest(by.actor.district, 3);
  }
}
