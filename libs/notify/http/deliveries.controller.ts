import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, SignedIn, WholeInQuery, type Caller } from '#platform';
import { DeliveriesView } from '../views/deliveries.js';

class DeliveriesQuery {
  @Choice(['waiting', 'sent', 'kept', 'failed'], { optional: true }) state?: string;
  @WholeInQuery({ optional: true, max: 100_000, description: 'What `next` said on the page before' }) skip?: number;
  @WholeInQuery({ optional: true, min: 1, max: 1000 }) limit?: number;
}

/** Mails on their way: what was sent, what waits, what failed, and sending it again. */
@ApiTags('operations')
@Controller('deliveries')
@SignedIn()
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesView) {}

  @Get()
  list(@By() by: Caller, @Query() { state, skip = 0, limit = 100 }: DeliveriesQuery) {
    return this.deliveries.list(by.actor, { state, skip, limit });
  }

  @Post(':notification/resend')
  resend(@By() by: Caller, @Param('notification', AnId) notification: string) {
    return this.deliveries.resend(by.actor, notification);
  }
}
