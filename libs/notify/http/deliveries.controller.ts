import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, PassingQuery, Ref, SignedIn, type Caller } from '#platform';
import { DeliveriesView } from '../views/deliveries.js';

class DeliveriesQuery extends PassingQuery {
  @Choice(['waiting', 'sent', 'kept', 'unwanted', 'failed', 'bounced'], { optional: true }) state?: string;
  @Ref({ optional: true, description: 'Only mails about this thing, or about anything of this project' }) about?: string;
}

/** Mails on their way: what was sent, what waits, what failed, and sending it again. */
@ApiTags('operations')
@Controller('deliveries')
@SignedIn()
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesView) {}

  @Get()
  list(@By() by: Caller, @Query() query: DeliveriesQuery) {
    return this.deliveries.list(by.actor, query);
  }

  /** Takes a message that the mail server gave back (RFC 3464), as it came: what it was about is marked. */
  @Post('bounces')
  @HttpCode(200)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ description: 'The returned message, as it came', schema: { type: 'string', format: 'binary' } })
  bounce(@By() by: Caller, @Body() message: unknown) {
    return this.deliveries.bounced(by.actor, message);
  }

  @Post(':notification/resend')
  resend(@By() by: Caller, @Param('notification', AnId) notification: string) {
    return this.deliveries.resend(by.actor, notification);
  }
}
